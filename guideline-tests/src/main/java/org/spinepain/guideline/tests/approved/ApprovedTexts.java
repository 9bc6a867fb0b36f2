package org.spinepain.guideline.tests.approved;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.TraceEntry;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.pack.BuiltPack;

/**
 * The texts and figures of a pack as its vignettes bring them about, and the sheet of them that was
 * read and approved.
 */
public final class ApprovedTexts {

  private static final String BUNDLED = "/approved/texts.md";

  private ApprovedTexts() {}

  /** The sheet that was approved for the guideline's pack. */
  public static String bundled() {
    try (InputStream in = ApprovedTexts.class.getResourceAsStream(BUNDLED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The sheet of a pack.
   *
   * @param pack the pack
   * @param assessments the assessments of its vignettes by it
   */
  public static String sheet(BuiltPack pack, List<Assessment> assessments) {
    return TextSheet.of(pack.load(), assessments, List.of(withdrawn(pack)));
  }

  /** The names of the rules that the sheet shows although no vignette of the edition can. */
  public static Set<String> rulesOfWithdrawnOnly(BuiltPack pack) {
    Set<String> rules = rules(withdrawn(pack));
    rules.removeAll(rules(plain(pack)));
    return rules;
  }

  private static Set<String> rules(Assessment assessment) {
    return assessment.determinations().stream()
        .flatMap(determination -> determination.trace().stream())
        .map(TraceEntry::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is said only of an edition that was withdrawn. */
  private static Assessment withdrawn(BuiltPack pack) {
    return plain(pack.inState(EditionState.WITHDRAWN.code()));
  }

  private static Assessment plain(BuiltPack pack) {
    try (GuidelineEngine engine = pack.open()) {
      return engine.assess(
          ClinicalCase.of("withdrawn", LocalDate.of(2025, 6, 30))
              .procedure(ProcedureRequest.of("p1", Technique.OTHER))
              .build());
    }
  }
}
