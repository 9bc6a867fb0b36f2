package org.spinepain.guideline.engine;

/**
 * The rules of a pack did not come to an answer: a rule threw, did not come to rest, or contradicts
 * another. It is a defect of the pack. The message names the rule set and, where known, the rule;
 * neither it nor a cause holds data of a case.
 */
public class RuleExecutionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For this reason. */
  public RuleExecutionException(String message) {
    super(message);
  }

  /**
   * For this reason, with the stack of what a rule threw; its message may hold facts, so it is left
   * out.
   */
  RuleExecutionException(String message, Throwable thrownByRule) {
    super(message + ": " + thrownByRule.getClass().getName());
    setStackTrace(thrownByRule.getStackTrace());
  }
}
