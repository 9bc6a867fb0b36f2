package org.spinepain.guideline.tests.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts classes of the tests in a JVM of their own, which may come to harm. */
public final class OtherJvm {

  private OtherJvm() {}

  /** Runs this class, with these options of the JVM. */
  public static ProcessBuilder of(List<String> options, Class<?> main, Object... arguments) {
    return PlainProcess.of(command(options, main, arguments));
  }

  /** What runs this class, with these options of the JVM. */
  public static List<String> command(List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }
}
