package org.spinepain.guideline.tests.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts programs that do and print the same whatever the environment of the tests says: in
 * English, without the options that it has for every JVM, and without what it or the user has told
 * git. {@code java} is the Java that runs the tests.
 */
public final class PlainProcess {

  private static final String LEFT_OUT =
      "_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|CLICOLOR_FORCE|GIT_.*";

  private PlainProcess() {}

  /** Runs this command. */
  public static ProcessBuilder of(List<String> command) {
    ProcessBuilder process = new ProcessBuilder(command);
    Map<String, String> environment = process.environment();
    environment.keySet().removeIf(name -> name.matches(LEFT_OUT));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    environment.merge("PATH", java, (path, first) -> first + File.pathSeparator + path);
    return process;
  }
}
