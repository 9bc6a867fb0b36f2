package org.spinepain.guideline.tests.assertion;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.TraceEntry;
import org.spinepain.guideline.model.assessment.Verdict;

/** Assertions for a determination. Lists are exact, and in the order of the guideline's tables. */
public final class DeterminationAssert extends AbstractAssert<DeterminationAssert, Determination> {

  DeterminationAssert(Determination actual) {
    super(actual, DeterminationAssert.class);
  }

  /** That the guideline recommends against the procedure. */
  public DeterminationAssert recommendsAgainst() {
    return hasVerdict(Verdict.RECOMMEND_AGAINST);
  }

  /** That the guideline makes no recommendation on the procedure. */
  public DeterminationAssert makesNoRecommendation() {
    return hasVerdict(Verdict.NO_RECOMMENDATION);
  }

  /** That what is unknown could change the verdict. */
  public DeterminationAssert lacksInformation() {
    return hasVerdict(Verdict.INSUFFICIENT_INFORMATION);
  }

  /** That it has this verdict. */
  public DeterminationAssert hasVerdict(Verdict verdict) {
    isNotNull();
    if (actual.verdict() != verdict) {
      throw failure(
          "Expected %s to be <%s> but it is <%s>: recommendations %s, reasons %s, missing %s",
          descriptionText(),
          verdict.code(),
          actual.verdict().code(),
          of(actual.recommendations(), Recommendation::id),
          of(actual.reasons(), Reason::code),
          of(actual.missing(), m -> m.fact().code()));
    }
    return this;
  }

  /** That it carries exactly the recommendations with these ids. */
  public DeterminationAssert hasRecommendations(String... ids) {
    return has("recommendations", Determination::recommendations, Recommendation::id, List.of(ids));
  }

  /** That it carries this recommendation, on this basis. */
  public DeterminationAssert hasRecommendation(String id, Basis basis) {
    isNotNull();
    Assertions.assertThat(actual.recommendations())
        .as("%s, recommendations with their bases", descriptionText())
        .extracting(Recommendation::id, Recommendation::basis)
        .contains(Assertions.tuple(id, basis));
    return this;
  }

  /** That it carries exactly the reasons with these codes. */
  public DeterminationAssert hasReasons(String... codes) {
    return has("reasons", Determination::reasons, Reason::code, List.of(codes));
  }

  /** That exactly these unknown facts could change the verdict. */
  public DeterminationAssert misses(CaseFact... facts) {
    return has("missing facts", Determination::missing, MissingFact::fact, List.of(facts));
  }

  /** That this answer to a missing fact leads to this verdict. */
  public DeterminationAssert wouldBe(Verdict verdict, CaseFact fact, String answer) {
    isNotNull();
    Assertions.assertThat(actual.missing())
        .as("%s, what %s %s leads to", descriptionText(), fact.code(), answer)
        .filteredOn(missing -> missing.fact() == fact)
        .flatExtracting(MissingFact::outcomes)
        .contains(new MissingFact.Outcome(answer, verdict));
    return this;
  }

  /** That it carries evidence behind exactly the recommendations with these ids, a row each. */
  public DeterminationAssert hasEvidenceBehind(String... recommendations) {
    return has(
        "evidence", Determination::evidence, Evidence::recommendation, List.of(recommendations));
  }

  /** That it gives exactly the guidance with these codes. */
  public DeterminationAssert hasGuidance(String... codes) {
    return has("guidance", Determination::guidance, Guidance::code, List.of(codes));
  }

  /** That it has exactly the caveats with these codes. */
  public DeterminationAssert hasCaveats(String... codes) {
    return has("caveats", Determination::caveats, Caveat::code, List.of(codes));
  }

  /** That it rests on exactly the assumptions with these codes. */
  public DeterminationAssert hasAssumptions(String... codes) {
    return has("assumptions", Determination::assumptions, AppliedAssumption::code, List.of(codes));
  }

  /** That the rules with these ids are among those that made it. */
  public DeterminationAssert wasMadeBy(String... ruleIds) {
    isNotNull();
    Assertions.assertThat(actual.trace())
        .as("%s, the rules that made it", descriptionText())
        .extracting(TraceEntry::id)
        .contains(ruleIds);
    return this;
  }

  private <T, C> DeterminationAssert has(
      String what, Function<Determination, List<T>> part, Function<T, C> code, List<C> expected) {
    isNotNull();
    Assertions.assertThat(of(part.apply(actual), code))
        .as("%s, %s", descriptionText(), what)
        .isEqualTo(expected);
    return this;
  }

  private static <T, C> List<C> of(List<T> items, Function<T, C> code) {
    return items.stream().map(code).toList();
  }
}
