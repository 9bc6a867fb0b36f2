package org.spinepain.guideline.engine;

import org.spinepain.guideline.model.assessment.RulePackReference;

/**
 * Hears which rule packs come and go in an engine, for the monitoring of a host. It is called on
 * the thread on which that happens, which may be one that assesses: be quick. What it throws is
 * logged and goes no further, but for a {@link VirtualMachineError} other than a {@link
 * StackOverflowError}, which is thrown on.
 *
 * <p>The log has swaps in their order. Listeners may hear those of two threads in either order:
 * which pack serves now, {@link GuidelineEngine#rules} tells.
 */
public interface PackListener {

  /** Another pack serves. */
  default void swapped(SwapReport report) {}

  /** A pack was offered and refused; the one before goes on serving. */
  default void refused(SwapReport report) {}

  /**
   * A {@link PackWatch} found a jar that cannot be used, and why; or an origin that cannot be read,
   * or a look at it failed. It is told once as long as the reason stays the same.
   */
  default void passedOver(String jar, String reason) {}

  /**
   * The last answer by a pack that had served is given, and its sessions are released. This may be
   * told before {@link #swapped}.
   */
  default void released(RulePackReference rules) {}
}
