package org.spinepain.guideline.tests.pack;

/** DRL does not compile. */
public final class CompilationException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Tells what does not compile, and where. */
  public CompilationException(String message) {
    super(message);
  }
}
