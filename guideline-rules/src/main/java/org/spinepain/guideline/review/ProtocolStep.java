package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.ProcedureRequest;

/**
 * A step of a clinic's protocol: what is done, for whom.
 *
 * @param wording what the protocol says, in the clinic's own words; 1 to 2000 characters, not blank
 * @param population for whom it is
 * @param procedure what is done, in which setting, with which intent; its id is that of the step
 */
public record ProtocolStep(String wording, Population population, ProcedureRequest procedure) {

  private static final int LONGEST_WORDING = 2000;

  /**
   * Refuses null with a {@link NullPointerException}; with an {@link InvalidCaseException} a blank
   * or longer wording, and an id or procedure that no case can have.
   */
  public ProtocolStep {
    requireNonNull(wording, "wording");
    requireNonNull(population, "population");
    requireNonNull(procedure, "procedure");
    int length = wording.codePointCount(0, wording.length());
    if (wording.isBlank() || length > LONGEST_WORDING) {
      throw new InvalidCaseException(
          "wording",
          length > LONGEST_WORDING ? "a text of " + length + " characters" : "a blank text",
          "a text of 1 to " + LONGEST_WORDING + " characters that is not blank");
    }
    check(procedure);
  }

  /** A procedure must be one that a case takes. */
  private static void check(ProcedureRequest procedure) {
    try {
      ClinicalCase.of("step", LocalDate.EPOCH).procedure(procedure).build();
    } catch (InvalidCaseException refused) {
      String path = refused.path().replace("procedures[0].", "");
      throw new InvalidCaseException(
          path.equals("id") ? path : "procedure." + path, refused.found(), refused.allowed());
    }
  }

  /** What the step is found by. */
  public String id() {
    return procedure.id();
  }
}
