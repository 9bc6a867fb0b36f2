package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.InvalidCaseException;

/**
 * A past or planned referral: a case, and where it comes from. The codes are the host's own; those
 * of clinic and referrer stand in the summary, that of the person never leaves the review.
 *
 * @param clinicalCase what was requested, and for whom
 * @param clinic the clinic; 1 to 200 characters, not blank, not {@value Dimension#NOT_STATED}
 * @param referrer who referred; 1 to 200 characters, not blank, not {@value Dimension#NOT_STATED}
 * @param person the person, the same code in each of their referrals; 1 to 200 characters, not
 *     blank
 */
public record Referral(
    ClinicalCase clinicalCase,
    Optional<String> clinic,
    Optional<String> referrer,
    Optional<String> person) {

  private static final int LONGEST = 200;

  /**
   * Refuses null with a {@link NullPointerException}, and another text with an {@link
   * InvalidCaseException}.
   */
  public Referral {
    requireNonNull(clinicalCase, "case");
    clinic.ifPresent(code -> checkLabel("referral.clinic", code));
    referrer.ifPresent(code -> checkLabel("referral.referrer", code));
    person.ifPresent(code -> check("referral.person", code));
  }

  /** A referral of which only the case is known. */
  public static Referral of(ClinicalCase clinicalCase) {
    return new Referral(clinicalCase, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static void checkLabel(String path, String code) {
    check(path, code);
    if (code.strip().equals(Dimension.NOT_STATED)) {
      throw new InvalidCaseException(
          path,
          "\"" + code + "\"",
          "another text than \"" + Dimension.NOT_STATED + "\", or nothing where it is not known");
    }
  }

  /** Whether it can be the code of a clinic, a referrer or a person. */
  static boolean isCode(String code) {
    return !code.isBlank() && code.codePointCount(0, code.length()) <= LONGEST;
  }

  private static void check(String path, String code) {
    int length = code.codePointCount(0, code.length());
    if (!isCode(code)) {
      throw new InvalidCaseException(
          path,
          length > LONGEST ? "a text of " + length + " characters" : "\"" + code + "\"",
          "a text of 1 to " + LONGEST + " characters that is not blank");
    }
  }

  /** Tells no person apart, so that it may be logged. */
  @Override
  public String toString() {
    return "Referral";
  }
}
