package org.spinepain.guideline.review;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/** What requests are grouped by. */
public enum Dimension implements Coded {
  /** The recommendation that a request against which the guideline recommends carries. */
  RECOMMENDATION(List.of()),
  /** The technique of the procedure. */
  TECHNIQUE(Coded.codes(Technique.class)),
  /** The pattern of the pain. */
  PATTERN(Coded.codes(PainPattern.class)),
  /** The level of the spine. */
  LEVEL(Coded.codes(SpinalLevel.class)),
  /** Who referred, by the host's code. */
  REFERRER(List.of()),
  /** The clinic, by the host's code. */
  CLINIC(List.of()),
  /** The month of the date of assessment, as {@code 2025-06}. */
  MONTH(List.of());

  /** What stands for what a referral does not state. */
  public static final String NOT_STATED = "not stated";

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> order;

  Dimension(List<String> codes) {
    this.order = Stream.concat(codes.stream(), Stream.of(NOT_STATED)).toList();
  }

  /** The groups of the model in the order of the model, others by their code, not stated last. */
  Comparator<String> order() {
    return Comparator.comparing((String label) -> label.equals(NOT_STATED))
        .thenComparing(label -> order.indexOf(label))
        .thenComparing(Comparator.naturalOrder());
  }
}
