package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;

/**
 * The answers of two engines on one case.
 *
 * @param here the answer of the engine that was asked to compare
 * @param there the answer of the other one
 */
public record CaseComparison(Assessment here, Assessment there) {

  /** What is equal in both or compared by procedure, and which rules made the answers. */
  private static final Set<String> NOT_COMPARED_HERE =
      Set.of("caseId", "assessedOn", "procedureId", "determinations", "rules", "trace");

  /**
   * Refuses null with a {@link NullPointerException}.
   *
   * @throws IllegalArgumentException when they are not about one case
   */
  public CaseComparison {
    requireNonNull(here, "here");
    requireNonNull(there, "there");
    if (!here.caseId().equals(there.caseId())
        || !here.assessedOn().equals(there.assessedOn())
        || !procedures(here).equals(procedures(there))) {
      throw new IllegalArgumentException(
          "found assessments of two cases, allowed are those of one");
    }
  }

  private static List<String> procedures(Assessment assessment) {
    return assessment.determinations().stream().map(Determination::procedureId).toList();
  }

  /**
   * Where they differ: first in what is said once per assessment, then by procedure, in the order
   * of the case. Which rules made it is left out: {@link Assessment#rules} and {@link
   * Determination#trace} may differ where nothing else does.
   */
  public List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    compare(Optional.empty(), here, there, differences);
    for (int i = 0; i < here.determinations().size(); i++) {
      Determination one = here.determinations().get(i);
      compare(Optional.of(one.procedureId()), one, there.determinations().get(i), differences);
    }
    return List.copyOf(differences);
  }

  /** All parts, so that none is forgotten when one is added. */
  private static void compare(
      Optional<String> procedure, Record one, Record other, List<Difference> differences) {
    for (RecordComponent part : one.getClass().getRecordComponents()) {
      String name = part.getName();
      if (!NOT_COMPARED_HERE.contains(name)) {
        Object value = value(part, one);
        Object otherValue = value(part, other);
        if (!Objects.equals(value, otherValue)) {
          differences.add(new Difference(procedure, name, value, otherValue));
        }
      }
    }
  }

  private static Object value(RecordComponent part, Record of) {
    try {
      return part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Something that the two say differently.
   *
   * @param procedureId the procedure; empty when it is said once per assessment
   * @param part the part of the {@link Determination}, or of the {@link Assessment}, by the name of
   *     its record component
   * @param here what the engine says that was asked to compare
   * @param there what the other one says
   */
  public record Difference(Optional<String> procedureId, String part, Object here, Object there) {

    /** Refuses null with a {@link NullPointerException}. */
    public Difference {
      requireNonNull(procedureId, "procedureId");
      requireNonNull(part, "part");
      requireNonNull(here, "here");
      requireNonNull(there, "there");
    }
  }
}
