package org.spinepain.guideline.engine;

/**
 * How an engine works, and which packs it refuses. None of it changes an answer.
 *
 * @param decisionTable whether the decisions on complete facts are kept once the rules have made
 *     them
 * @param sessionPool whether rule sessions are reused
 * @param firingLimit how many rule firings one session may take before it is stopped as not coming
 *     to rest; at least 1. A case of the bundled rules takes about 30
 * @param refuseWithdrawn whether editions that are withdrawn are refused, when the engine is opened
 *     and when it swaps; they are good for audit only
 */
public record EngineOptions(
    boolean decisionTable, boolean sessionPool, int firingLimit, boolean refuseWithdrawn) {

  private static final int DEFAULT_FIRING_LIMIT = 10_000;

  /** Refuses a firing limit below 1 with an {@link IllegalArgumentException}. */
  public EngineOptions {
    if (firingLimit < 1) {
      throw new IllegalArgumentException("firingLimit: allowed is a whole number of at least 1");
    }
  }

  /** Decisions kept, sessions reused, 10,000 firings, withdrawn editions served. */
  public static EngineOptions defaults() {
    return new EngineOptions(true, true, DEFAULT_FIRING_LIMIT, false);
  }

  /** Without keeping decisions: the rules decide each completion anew. */
  public EngineOptions withoutDecisionTable() {
    return new EngineOptions(false, sessionPool, firingLimit, refuseWithdrawn);
  }

  /** Without reusing sessions: each firing makes its own. */
  public EngineOptions withoutSessionPool() {
    return new EngineOptions(decisionTable, false, firingLimit, refuseWithdrawn);
  }

  /** With another firing limit. */
  public EngineOptions withFiringLimit(int newFiringLimit) {
    return new EngineOptions(decisionTable, sessionPool, newFiringLimit, refuseWithdrawn);
  }

  /** Without editions that are withdrawn. */
  public EngineOptions refusingWithdrawn() {
    return new EngineOptions(decisionTable, sessionPool, firingLimit, true);
  }
}
