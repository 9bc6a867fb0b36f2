package org.spinepain.guideline.engine;

/**
 * Errors of the whole process, such as that memory is out, and not only of what was tried. An
 * endless recursion is none: the stack is free again when it is thrown.
 */
final class MachineFailure {

  private MachineFailure() {}

  /** Throws this on if it is one. */
  static void throwOn(Throwable thrown) {
    if (thrown instanceof VirtualMachineError e && !(e instanceof StackOverflowError)) {
      throw e;
    }
  }
}
