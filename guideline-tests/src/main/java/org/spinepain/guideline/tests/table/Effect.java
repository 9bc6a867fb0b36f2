package org.spinepain.guideline.tests.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Status;

/** How the table of evidence writes an effect and its certainty. */
final class Effect {

  private static final String NOT_HELD = "not held";

  private static final String NUMBER = "(-?\\d+\\.\\d+)";
  private static final String FIGURE = NUMBER + " \\(" + NUMBER + " to " + NUMBER + "\\)";
  private static final Pattern SHOWN = Pattern.compile(FIGURE);
  private static final Pattern IN_COMMENT =
      Pattern.compile("estimate awaiting check <!-- " + FIGURE + " -->");

  private Effect() {}

  /** The effect in {@code cell}; nobody is shown a figure that is pending. */
  static Optional<Estimate> in(Cell cell, Status status) {
    if (cell.text().equals(NOT_HELD)) {
      return Optional.empty();
    }
    boolean pending = status == Status.PENDING;
    Matcher figure = (pending ? IN_COMMENT : SHOWN).matcher(cell.text());
    if (!figure.matches()) {
      throw cell.refused(allowed(pending));
    }
    try {
      return Optional.of(new Estimate(number(figure, 1), number(figure, 2), number(figure, 3)));
    } catch (IllegalArgumentException e) {
      throw cell.refused("an effect within its interval");
    }
  }

  static Optional<Certainty> certainty(Cell cell) {
    return cell.text().equals(NOT_HELD)
        ? Optional.empty()
        : Optional.of(cell.constant(Certainty.class));
  }

  private static BigDecimal number(Matcher figure, int group) {
    return new BigDecimal(figure.group(group));
  }

  private static String allowed(boolean pending) {
    String figure = "0.1 (-0.1 to 0.3)";
    return "%s, or a figure like %s"
        .formatted(NOT_HELD, pending ? "estimate awaiting check <!-- " + figure + " -->" : figure);
  }
}
