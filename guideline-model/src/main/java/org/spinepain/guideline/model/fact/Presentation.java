package org.spinepain.guideline.model.fact;

/**
 * What is known of how the pain presents, for guidance and caveats only; it changes no verdict.
 *
 * @param thoracic whether the level is known to be thoracic
 * @param nearDurationBoundary whether a duration was stated, and the onset that it implies lies so
 *     close to the 3 months boundary that rounding may have moved it across
 */
public record Presentation(boolean thoracic, boolean nearDurationBoundary) {

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Presentation";
  }
}
