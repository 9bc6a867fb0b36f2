package org.spinepain.guideline.tests.cli;

/** What the exit codes of all commands mean. */
final class ExitCode {

  /** Done, whatever the verdicts. */
  static final int DONE = 0;

  /** Done, and what was checked does not hold. */
  static final int DIFFERS = 1;

  /** What was given cannot be used: arguments, files, cases. */
  static final int BAD_INPUT = 2;

  /** It could not be finished although what was given may be right. */
  static final int NOT_FINISHED = 3;

  private ExitCode() {}
}
