package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.spinepain.guideline.engine.GuidelineEngine;

/** What a command did: its exit code, and what it wrote to standard output and standard error. */
record CommandRun(int exitCode, String out, String err) {

  /** Opened once; the commands get views of it, which they cannot close. */
  private static final GuidelineEngine ENGINE = GuidelineEngine.bundled();

  static CommandRun of(String... args) {
    return withInput(new byte[0], args);
  }

  static CommandRun withInput(String in, String... args) {
    return withInput(in.getBytes(UTF_8), args);
  }

  static CommandRun withInput(byte[] in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        Shell.of(new ByteArrayInputStream(in), new PrintStream(out), new PrintStream(err));
    int exitCode = Guideline.run(shell, ENGINE::assuming, args);
    return new CommandRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** The shared engine, not to be closed. */
  static GuidelineEngine engine() {
    return ENGINE.assuming();
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
