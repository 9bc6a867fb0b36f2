package org.spinepain.guideline.tests.swap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts classes of the tests in a JVM of their own, which may come to harm. */
final class OtherJvm {

  private OtherJvm() {}

  /** Runs this class with little heap; errors come with what it prints. */
  static ProcessBuilder of(Class<?> main, Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
