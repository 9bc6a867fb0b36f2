package org.spinepain.guideline.tests.diff;

import java.util.Locale;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.space.Boundaries;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Dimension;

/** A boundary that the descriptor of a pack holds, and that divides the values of a fact. */
enum Boundary {
  ADULT("boundary.adultYears", CaseFact.PATIENT_AGE, "Patients from %d to under %d years"),
  CHRONIC("boundary.chronicMonths", CaseFact.PAIN_DURATION, "Pain from %d to under %d months");

  private final String key;
  private final CaseFact fact;
  private final String between;

  Boundary(String key, CaseFact fact, String between) {
    this.key = key;
    this.fact = fact;
    this.between = between;
  }

  /** The line of the descriptor, without its value. */
  String key() {
    return key;
  }

  CaseFact fact() {
    return fact;
  }

  /** The dimension that says on which side of it a case lies. */
  Dimension dimension() {
    return CaseSpace.DECIDING.stream()
        .filter(dimension -> dimension.fact().filter(fact::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** Where it lies: years or months. */
  int in(Boundaries boundaries) {
    return this == ADULT ? boundaries.adultYears() : boundaries.chronicMonths();
  }

  /** Who lies between two places of it. */
  String between(int one, int other) {
    return String.format(Locale.ROOT, between, Math.min(one, other), Math.max(one, other));
  }

  /** The pack with its boundaries where others lie, the near zone too. */
  static PackSource aligned(PackSource pack, Boundaries others) {
    String descriptor = with(pack.descriptor(), ADULT.key, others.adultYears());
    descriptor = with(descriptor, CHRONIC.key, others.chronicMonths());
    return pack.with(
        PackSource.DESCRIPTOR, with(descriptor, "boundary.nearDays", others.nearDays()));
  }

  private static String with(String descriptor, String key, int value) {
    return descriptor.replaceAll(
        "(?m)^\\s*" + key.replace(".", "\\.") + "\\s*[=:\\s].*$", key + " = " + value);
  }
}
