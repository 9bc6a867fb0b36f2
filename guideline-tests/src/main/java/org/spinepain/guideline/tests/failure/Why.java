package org.spinepain.guideline.tests.failure;

import java.util.List;
import java.util.stream.Stream;
import org.spinepain.guideline.tests.vignette.Vignette;

/**
 * Why a vignette and the rules differ.
 *
 * @param difference the difference
 * @param ways in how many of the ways in which unknown facts can turn out; empty when in all
 * @param madeBy the rules that made what was got, with file and line
 * @param notMadeBy the rules that would have made what is expected, and did not, with file and line
 * @param decidedBy the criteria of both that decided, with file and line, and the facts
 */
public record Why(
    Vignette.Difference difference,
    String ways,
    List<String> madeBy,
    List<String> notMadeBy,
    List<String> decidedBy) {

  /** Keeps copies of the lists. */
  public Why {
    madeBy = List.copyOf(madeBy);
    notMadeBy = List.copyOf(notMadeBy);
    decidedBy = List.copyOf(decidedBy);
  }

  /** What is the same in the vignettes that differ for the same cause. */
  public List<String> cause() {
    return Stream.of(madeBy, notMadeBy, decidedBy).flatMap(List::stream).toList();
  }
}
