package org.spinepain.guideline.engine;

/**
 * How an engine works. None of it changes an answer.
 *
 * @param decisionTable whether the decisions on complete facts are kept once the rules have made
 *     them
 * @param sessionPool whether rule sessions are reused
 * @param firingLimit how many rule firings one session may take before it is stopped as not coming
 *     to rest; at least 1. A case of the bundled rules takes about 30
 */
public record EngineOptions(boolean decisionTable, boolean sessionPool, int firingLimit) {

  private static final int DEFAULT_FIRING_LIMIT = 10_000;

  /** Refuses a firing limit below 1 with an {@link IllegalArgumentException}. */
  public EngineOptions {
    if (firingLimit < 1) {
      throw new IllegalArgumentException("firingLimit: allowed is a whole number of at least 1");
    }
  }

  /** Decisions kept, sessions reused, 10,000 firings. */
  public static EngineOptions defaults() {
    return new EngineOptions(true, true, DEFAULT_FIRING_LIMIT);
  }

  /** Without keeping decisions: the rules decide each completion anew. */
  public EngineOptions withoutDecisionTable() {
    return new EngineOptions(false, sessionPool, firingLimit);
  }

  /** Without reusing sessions: each firing makes its own. */
  public EngineOptions withoutSessionPool() {
    return new EngineOptions(decisionTable, false, firingLimit);
  }

  /** With another firing limit. */
  public EngineOptions withFiringLimit(int newFiringLimit) {
    return new EngineOptions(decisionTable, sessionPool, newFiringLimit);
  }
}
