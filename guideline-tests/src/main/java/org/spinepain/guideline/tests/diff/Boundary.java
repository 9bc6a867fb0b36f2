package org.spinepain.guideline.tests.diff;

import java.util.List;
import java.util.Locale;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Dimension;

/** A boundary that the descriptor of a pack holds, and that divides the values of a fact. */
enum Boundary {
  ADULT("boundary.adultYears", CaseFact.PATIENT_AGE, "Patients from %d to under %d years"),
  CHRONIC("boundary.chronicMonths", CaseFact.PAIN_DURATION, "Pain from %d to under %d months");

  private static final String NEAR_DAYS = "boundary.nearDays";

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

  /** Where it lies in a pack: years or months. */
  int in(PackSource pack) {
    return number(pack, key);
  }

  /** Who lies between two places of it. */
  String between(int one, int other) {
    return String.format(Locale.ROOT, between, Math.min(one, other), Math.max(one, other));
  }

  private static int number(PackSource pack, String key) {
    return Integer.parseInt(pack.described(key).orElseThrow());
  }

  /** The pack with its boundaries where they lie in another, the near zone too. */
  static PackSource aligned(PackSource pack, PackSource other) {
    String descriptor = pack.descriptor();
    for (String key : List.of(ADULT.key, CHRONIC.key, NEAR_DAYS)) {
      descriptor =
          descriptor.replaceAll(
              "(?m)^\\s*" + key.replace(".", "\\.") + "\\s*[=:\\s].*$",
              key + " = " + number(other, key));
    }
    return pack.with(PackSource.DESCRIPTOR, descriptor);
  }
}
