package org.spinepain.guideline.tests.space;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Determination;

/**
 * Procedures that are asked about together are each answered once, in their places, under their ids
 * and as if asked alone: for every patient and pain all procedures, in as few cases as can be.
 */
class ManyProceduresTest {

  /** 2 ages and 2 x 4 x 2 x 2 x 2 x 2 pains, for each 27 x 2 x 2 procedures, at most 100 a case. */
  private static final int CASES = 2 * 128 * 2;

  private static final int MOST_PROCEDURES = 100;

  /** An id belongs to a procedure, whatever its place and whatever it looks like. */
  private static final List<String> IDS =
      List.of("p%d", "%d", "procedures[%d]", " %d\t", "\"p%d\"\n", "P\u0301%d", "\uD83E\uDDB4%d");

  @Test
  void eachIsAnsweredOnceInItsPlaceUnderItsIdAndAsIfAskedAlone() {
    Random random = new Random(7);
    int asked = 0;
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      for (List<Combination> all : ofEachPatientAndPain()) {
        List<Combination> together = new ArrayList<>(all);
        Collections.shuffle(together, random);
        for (int from = 0; from < together.size(); from += MOST_PROCEDURES) {
          int end = Math.min(from + MOST_PROCEDURES, together.size());
          assertAnsweredAsIfAlone(engine, together.subList(from, end), random);
          asked++;
        }
      }
    }
    assertThat(asked).isEqualTo(CASES);
  }

  private static Collection<List<Combination>> ofEachPatientAndPain() {
    return CaseSpace.completeInOneContext()
        .collect(
            groupingBy(
                combination -> List.of(combination.patient(), combination.pain()),
                LinkedHashMap::new,
                toList()))
        .values();
  }

  private static void assertAnsweredAsIfAlone(
      GuidelineEngine engine, List<Combination> combinations, Random random) {
    List<String> ids = ids(combinations.size(), random);
    List<ProcedureRequest> procedures = new ArrayList<>();
    List<Determination> alone = new ArrayList<>();
    for (int i = 0; i < combinations.size(); i++) {
      ClinicalCase single = combinations.get(i).toCase();
      procedures.add(named(single.procedures().get(0), ids.get(i)));
      alone.add(named(engine.assess(single).determinations().get(0), ids.get(i)));
    }
    ClinicalCase first = combinations.get(0).toCase();
    assertThat(engine.assess(about(first, procedures)).determinations()).isEqualTo(alone);
  }

  private static List<String> ids(int many, Random random) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      ids.add(IDS.get(i % IDS.size()).formatted(i));
    }
    Collections.shuffle(ids, random);
    return ids;
  }

  private static ProcedureRequest named(ProcedureRequest p, String id) {
    return new ProcedureRequest(id, p.technique(), p.injectate(), p.intent(), p.setting());
  }

  private static Determination named(Determination d, String id) {
    return new Determination(
        id,
        d.verdict(),
        d.recommendations(),
        d.reasons(),
        d.missing(),
        d.evidence(),
        d.guidance(),
        d.caveats(),
        d.assumptions(),
        d.trace());
  }

  private static ClinicalCase about(ClinicalCase one, List<ProcedureRequest> procedures) {
    return new ClinicalCase(
        one.caseId(), one.assessedOn(), one.patient(), one.pain(), procedures, one.practice());
  }
}
