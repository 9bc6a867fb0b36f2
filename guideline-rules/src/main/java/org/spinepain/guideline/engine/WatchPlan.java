package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link PackWatch} looks at, and what it does with what it finds.
 *
 * @param origin where packs come from
 * @param trusted the jars whose code is let in; {@link TrustedDigests#in} lets pins be added while
 *     the watch runs
 * @param overlays those by which each pack is adapted
 * @param gate what each pack has to pass
 * @param interval the time from the end of one look to the next; more than none
 */
public record WatchPlan(
    PackOrigin origin,
    TrustedDigests trusted,
    List<Overlay> overlays,
    SwapGate gate,
    Duration interval) {

  /**
   * Refuses null with a {@link NullPointerException}, and an interval that is not more than none
   * with an {@link IllegalArgumentException}; keeps a copy of the list.
   */
  public WatchPlan {
    requireNonNull(origin, "origin");
    requireNonNull(trusted, "trusted");
    overlays = List.copyOf(overlays);
    requireNonNull(gate, "gate");
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "interval: found " + interval + ", allowed is more than 0");
    }
  }

  /** A plan without overlays. */
  public static WatchPlan of(
      PackOrigin origin, TrustedDigests trusted, SwapGate gate, Duration interval) {
    return new WatchPlan(origin, trusted, List.of(), gate, interval);
  }

  /** The same with these overlays beside those that it has already. */
  public WatchPlan adaptedBy(Overlay... others) {
    List<Overlay> all = new ArrayList<>(overlays);
    all.addAll(List.of(others));
    return new WatchPlan(origin, trusted, all, gate, interval);
  }
}
