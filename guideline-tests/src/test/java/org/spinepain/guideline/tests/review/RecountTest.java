package org.spinepain.guideline.tests.review;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.MissingCount;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.Repeats;

/** The summary against a recount of the same assessments, question by question. */
class RecountTest {

  private record Asked(Referral referral, ProcedureRequest request, Determination determination) {}

  private static final List<Referral> REFERRALS = Referrals.anyOf(11, 150);

  private static final List<Asked> ASKED =
      REFERRALS.stream()
          .flatMap(
              referral -> {
                List<Determination> said =
                    Engines.BUNDLED.assess(referral.clinicalCase()).determinations();
                return IntStream.range(0, said.size())
                    .mapToObj(
                        i ->
                            new Asked(
                                referral,
                                referral.clinicalCase().procedures().get(i),
                                said.get(i)));
              })
          .toList();

  private static final ReferralSummary SUMMARY = Engines.summaryOf(REFERRALS);

  @Test
  void casesAndRequests() {
    assertThat(SUMMARY.cases()).isEqualTo(150);
    assertThat(SUMMARY.requests().total()).isEqualTo(ASKED.size());
    for (Verdict verdict : Verdict.values()) {
      assertThat(SUMMARY.requests().of(verdict))
          .isPositive()
          .isEqualTo(ASKED.stream().filter(a -> a.determination().verdict() == verdict).count());
    }
  }

  @Test
  void byTechnique() {
    assertTable(Breakdown.TECHNIQUE, a -> Stream.of(List.of(code(a.request().technique()))));
  }

  @Test
  void byPattern() {
    assertTable(
        Breakdown.PATTERN,
        a -> Stream.of(List.of(code(a.referral().clinicalCase().pain().pattern()))));
  }

  @Test
  void byLevel() {
    assertTable(
        Breakdown.LEVEL, a -> Stream.of(List.of(code(a.referral().clinicalCase().pain().level()))));
  }

  @Test
  void byReferrer() {
    assertTable(
        Breakdown.REFERRER, a -> Stream.of(List.of(a.referral().referrer().orElse("not stated"))));
  }

  @Test
  void byClinic() {
    assertTable(Breakdown.CLINIC, a -> Stream.of(List.of(clinic(a))));
  }

  @Test
  void byMonth() {
    assertTable(Breakdown.MONTH, a -> Stream.of(List.of(month(a))));
  }

  @Test
  void byMonthAndClinic() {
    assertTable(Breakdown.MONTH_AND_CLINIC, a -> Stream.of(List.of(month(a), clinic(a))));
  }

  @Test
  void byRecommendation() {
    assertTable(
        Breakdown.RECOMMENDATION,
        a -> a.determination().recommendations().stream().map(r -> List.of(r.id())));
  }

  @Test
  void byClinicAndRecommendation() {
    assertTable(
        Breakdown.CLINIC_AND_RECOMMENDATION,
        a ->
            a.determination().recommendations().stream()
                .map(Recommendation::id)
                .map(id -> List.of(clinic(a), id)));
  }

  @Test
  void whatWasMissingAndWhatOneAnswerSettles() {
    Map<CaseFact, MissingCount> expected = new HashMap<>();
    for (CaseFact fact : CaseFact.values()) {
      List<MissingFact> missing =
          ASKED.stream()
              .flatMap(a -> a.determination().missing().stream())
              .filter(m -> m.fact() == fact)
              .toList();
      long settled =
          missing.stream()
              .filter(
                  m ->
                      m.outcomes().stream()
                          .map(MissingFact.Outcome::verdict)
                          .allMatch(
                              v ->
                                  v == Verdict.RECOMMEND_AGAINST || v == Verdict.NO_RECOMMENDATION))
              .count();
      if (!missing.isEmpty()) {
        expected.put(fact, new MissingCount(missing.size(), settled));
      }
    }

    assertThat(SUMMARY.missing()).isNotEmpty().isEqualTo(expected);
    assertThat(SUMMARY.missing().values()).anyMatch(count -> count.settled() > 0);
  }

  @Test
  void assumptions() {
    assertThat(SUMMARY.assumptions())
        .isNotEmpty()
        .isEqualTo(
            ASKED.stream()
                .flatMap(a -> a.determination().assumptions().stream())
                .collect(groupingBy(AppliedAssumption::code, counting())));
  }

  @Test
  void repeatedProceduresOfAPerson() {
    Map<String, Map<List<Object>, Long>> byPerson = new HashMap<>();
    for (Referral referral : REFERRALS) {
      referral.person().ifPresent(person -> byPerson.putIfAbsent(person, new HashMap<>()));
      for (Technique technique : Technique.values()) {
        ClinicalCase asked = referral.clinicalCase();
        boolean requested =
            asked.procedures().stream()
                .anyMatch(request -> request.technique().equals(Optional.of(technique)));
        if (requested && referral.person().isPresent() && asked.pain().pattern().isPresent()) {
          byPerson
              .get(referral.person().get())
              .merge(List.of(technique, asked.pain().pattern().get()), 1L, Long::sum);
        }
      }
    }

    assertThat(SUMMARY.repeats())
        .isEqualTo(
            new Repeats(
                byPerson.size(),
                byPerson.values().stream()
                    .filter(counts -> counts.values().stream().anyMatch(n -> n > 1))
                    .count(),
                byPerson.values().stream()
                    .flatMap(counts -> counts.values().stream())
                    .filter(n -> n > 1)
                    .mapToLong(n -> n)
                    .sum()));
    assertThat(SUMMARY.repeats().repeatedPersons()).isBetween(1L, SUMMARY.repeats().persons() - 1);
  }

  @Test
  void whatIsUnknownIsNoRepeatAndNeitherIsWhatOneCaseRequestsTwice() {
    ProcedureRequest epidural = ProcedureRequest.epidural("p1");
    List<Referral> referrals = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      PainHistory axial = PainHistory.axial();
      PainHistory ofAnyPattern = PainHistory.ofUnknownPattern();
      referrals.add(ofPerson("technique", axial, ProcedureRequest.ofUnknownTechnique("p1")));
      referrals.add(ofPerson("pattern", ofAnyPattern, epidural));
      referrals.add(ofPerson("repeated", axial, epidural));
    }
    referrals.add(ofPerson("case", PainHistory.axial(), epidural, ProcedureRequest.epidural("p2")));

    assertThat(Engines.summaryOf(referrals).repeats()).isEqualTo(new Repeats(4, 1, 2));
  }

  private static Referral ofPerson(String person, PainHistory pain, ProcedureRequest... requests) {
    ClinicalCase.Builder asked = ClinicalCase.of("c", Referrals.JUNE).pain(pain);
    for (ProcedureRequest request : requests) {
      asked.procedure(request);
    }
    return new Referral(asked.build(), Optional.empty(), Optional.empty(), Optional.of(person));
  }

  @Test
  void onlyGuidanceThatNeverVariesIsHeld() {
    Map<String, List<Guidance>> guidance =
        ASKED.stream()
            .map(Asked::determination)
            .filter(determination -> determination.verdict() == Verdict.RECOMMEND_AGAINST)
            .flatMap(determination -> determination.guidance().stream())
            .collect(groupingBy(Guidance::code));
    guidance.values().removeIf(each -> each.stream().distinct().count() > 1);

    assertThat(SUMMARY.guidance())
        .containsKey("harms")
        .doesNotContainKeys("benefit", "not-an-endorsement")
        .containsExactlyInAnyOrderEntriesOf(
            guidance.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0))));
  }

  private static void assertTable(Breakdown table, Function<Asked, Stream<List<String>>> labels) {
    Map<List<String>, Map<Verdict, Long>> expected =
        ASKED.stream()
            .flatMap(a -> labels.apply(a).map(l -> Map.entry(l, a.determination().verdict())))
            .collect(groupingBy(Map.Entry::getKey, groupingBy(Map.Entry::getValue, counting())));

    assertThat(SUMMARY.rows(table).keySet())
        .hasSizeGreaterThan(1)
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
    SUMMARY
        .rows(table)
        .forEach(
            (row, counts) -> {
              for (Verdict verdict : Verdict.values()) {
                assertThat(counts.of(verdict))
                    .as("%s %s", row, verdict)
                    .isEqualTo(expected.get(row).getOrDefault(verdict, 0L));
              }
            });
  }

  private static String clinic(Asked asked) {
    return asked.referral().clinic().orElse("not stated");
  }

  private static String month(Asked asked) {
    return asked.referral().clinicalCase().assessedOn().toString().substring(0, 7);
  }

  private static String code(Optional<? extends Coded> stated) {
    return stated.map(Coded::code).orElse("not stated");
  }
}
