package org.spinepain.guideline.tests.vignette;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;

/**
 * A vignette.
 *
 * @param id its id
 * @param title what it is about, in a phrase; the name of its test
 * @param kind what it shows
 * @param pair the vignette on the other side of the boundary, with kind boundary only
 * @param story the case as a clinician would tell it
 * @param assume what the host assumes when it asks
 * @param clinicalCase the case
 * @param expect by procedure: by aspect, what the guideline says; what is not stated is not
 *     compared
 * @param reviewedBy who reviewed it; empty when its review is pending
 * @param reviewedOn when it was reviewed
 * @param file the file in which it stands
 */
public record Vignette(
    String id,
    String title,
    VignetteKind kind,
    Optional<String> pair,
    String story,
    Set<Assumption> assume,
    ClinicalCase clinicalCase,
    Map<String, Map<Aspect, Object>> expect,
    Optional<String> reviewedBy,
    Optional<LocalDate> reviewedOn,
    URI file) {

  /** Keeps copies of the collections. */
  public Vignette {
    assume = Set.copyOf(assume);
    Map<String, Map<Aspect, Object>> copy = new LinkedHashMap<>();
    expect.forEach(
        (procedure, aspects) ->
            copy.put(procedure, Collections.unmodifiableMap(new EnumMap<>(aspects))));
    expect = Collections.unmodifiableMap(copy);
  }

  /**
   * Where an assessment of the case says something else than the vignette, in the order of the
   * vignette; empty when it agrees.
   *
   * @throws NoSuchElementException when it has no determination of a procedure of the vignette
   */
  public List<Difference> differences(Assessment assessment) {
    List<Difference> differences = new ArrayList<>();
    expect.forEach(
        (procedure, aspects) -> {
          Determination determination = assessment.determination(procedure);
          aspects.forEach(
              (aspect, expected) -> {
                Object got = aspect.of(determination, expected);
                if (!expected.equals(got)) {
                  differences.add(new Difference(procedure, aspect, expected, got));
                }
              });
        });
    return differences;
  }

  /**
   * A difference between a vignette and an assessment.
   *
   * @param procedure the procedure
   * @param aspect the aspect
   * @param expected what the vignette states
   * @param got what the assessment has
   */
  public record Difference(String procedure, Aspect aspect, Object expected, Object got) {

    /** Procedure, aspect, expected, got. */
    @Override
    public String toString() {
      return procedure
          + ", "
          + aspect.words()
          + "\n    expected: "
          + expected
          + "\n    got:      "
          + got;
    }
  }
}
