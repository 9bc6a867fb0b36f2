package org.spinepain.guideline.tests.pack;

/** DRL does not compile. */
public final class CompilationException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  CompilationException(String message) {
    super(message);
  }
}
