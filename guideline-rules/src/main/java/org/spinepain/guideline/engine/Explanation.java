package org.spinepain.guideline.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.TraceEntry;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Practice;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Presentation;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.rules.conclusion.ReasonText;
import org.spinepain.guideline.rules.conclusion.RecommendationText;
import org.spinepain.guideline.rules.merged.CarriedEvidence;
import org.spinepain.guideline.rules.merged.CarriedReason;
import org.spinepain.guideline.rules.merged.CarriedRecommendation;
import org.spinepain.guideline.rules.merged.ComputedOnset;
import org.spinepain.guideline.rules.merged.Determined;
import org.spinepain.guideline.rules.merged.Edition;

/**
 * Makes the determination of a procedure from its merged decision: fires the guidance rules on it,
 * and puts words, sources and the trace to what is carried.
 */
final class Explanation {

  private final RulePack pack;
  private final RuleSessions guidance;
  private final Answers answers;

  Explanation(RulePack pack, RuleSessions guidance) {
    this.pack = pack;
    this.guidance = guidance;
    this.answers = new Answers(pack.descriptor().boundaries());
  }

  Determination of(ClinicalCase clinicalCase, int procedure, OpenFacts open, Merged merged) {
    List<Conclusion> conclusions = guidance.fire(facts(clinicalCase, merged));
    Map<String, RecommendationText> recommendationTexts =
        index(RecommendationText.class, conclusions, RecommendationText::id);
    Map<String, ReasonText> reasonTexts = index(ReasonText.class, conclusions, ReasonText::code);
    refuseOthers(recommendationTexts, merged.recommendations(), Merged.Carried::id);
    refuseOthers(reasonTexts, merged.reasons(), CompletionDecision.Reasoned::code);
    Determination made =
        new Determination(
            clinicalCase.procedures().get(procedure).id(),
            merged.verdict(),
            merged.recommendations().stream()
                .map(r -> recommendation(r, text(recommendationTexts, r.id())))
                .toList(),
            merged.reasons().stream().map(r -> reason(r, text(reasonTexts, r.code()))).toList(),
            merged.missing().stream().map(m -> missing(m, procedure)).toList(),
            merged.evidence().stream().map(this::evidence).toList(),
            all(
                org.spinepain.guideline.rules.conclusion.Guidance.class,
                conclusions,
                org.spinepain.guideline.rules.conclusion.Guidance::code,
                this::guidance),
            all(
                org.spinepain.guideline.rules.conclusion.Caveat.class,
                conclusions,
                org.spinepain.guideline.rules.conclusion.Caveat::code,
                this::caveat),
            open.assumptions(),
            trace(merged, conclusions));
    return pack.adaptation().of(made, clinicalCase.assessedOn());
  }

  /** The words of a recommendation, whether or not a case carries it. */
  RecommendationText textOf(String recommendation) {
    List<Conclusion> conclusions =
        guidance.fire(
            List.of(
                new Edition(pack.descriptor().standing().state()),
                new Determined(Verdict.RECOMMEND_AGAINST),
                new CarriedRecommendation(recommendation, Basis.DIRECT),
                new CarriedEvidence(List.of()),
                new Presentation(false, false),
                new Practice(false, PracticeUse.PATIENT_CARE)));
    return text(
        index(RecommendationText.class, conclusions, RecommendationText::id), recommendation);
  }

  private List<Object> facts(ClinicalCase clinicalCase, Merged merged) {
    List<Object> facts = new ArrayList<>();
    facts.add(new Edition(pack.descriptor().standing().state()));
    facts.add(new Determined(merged.verdict()));
    merged.recommendations().forEach(r -> facts.add(new CarriedRecommendation(r.id(), r.basis())));
    merged.reasons().forEach(r -> facts.add(new CarriedReason(r.code())));
    facts.add(
        new CarriedEvidence(merged.evidence().stream().map(e -> e.row().evidence()).toList()));
    Optional<LocalDate> onset = Onsets.computed(clinicalCase);
    facts.add(
        new Presentation(
            clinicalCase.pain().level().filter(SpinalLevel.THORACIC::equals).isPresent(),
            onset
                .filter(
                    date ->
                        pack.descriptor()
                            .boundaries()
                            .isNearChronic(date, clinicalCase.assessedOn()))
                .isPresent()));
    onset.ifPresent(date -> facts.add(new ComputedOnset(date)));
    PracticeContext practice = clinicalCase.practice();
    facts.add(
        new Practice(
            practice.proceduresRemainCommon().orElse(false),
            practice.use().orElse(PracticeUse.PATIENT_CARE)));
    return facts;
  }

  private Recommendation recommendation(Merged.Carried carried, RecommendationText text) {
    return new Recommendation(
        carried.id(),
        text.direction(),
        text.strength(),
        carried.basis(),
        carried.dependingOn(),
        text.text(),
        provenance(
            carried.rule(),
            text.status(),
            carried.basis() == Basis.DIRECT ? Reading.SOURCE : Reading.OURS));
  }

  private Reason reason(CompletionDecision.Reasoned reason, ReasonText text) {
    return new Reason(
        reason.code(), text.text(), provenance(reason.rule(), text.status(), text.reading()));
  }

  private MissingFact missing(Merged.Missing missing, int procedure) {
    return new MissingFact(
        missing.fact(),
        Answers.fields(missing.fact(), procedure),
        missing.outcomes().stream()
            .map(
                outcome ->
                    new MissingFact.Outcome(
                        answers.code(missing.fact(), outcome.answer()), outcome.verdict()))
            .toList());
  }

  private Evidence evidence(Merged.CarriedRow carried) {
    org.spinepain.guideline.rules.conclusion.Evidence row = carried.row().evidence();
    PackDescriptor.EvidenceTable table = pack.descriptor().evidence();
    return new Evidence(
        row.recommendation(),
        row.pattern(),
        row.technique(),
        row.injectate(),
        table.outcome(),
        row.estimate(),
        table.unit(),
        table.smallestImportantDifference(),
        table.comparator(),
        row.certainty(),
        row.plain(),
        carried.dependingOn(),
        provenance(carried.row().rule(), row.status(), Reading.SOURCE));
  }

  private Guidance guidance(org.spinepain.guideline.rules.conclusion.Guidance item) {
    return new Guidance(
        item.code(),
        item.kind(),
        item.text(),
        provenance(pack.ruleOf(item), item.status(), item.reading()));
  }

  private Caveat caveat(org.spinepain.guideline.rules.conclusion.Caveat item) {
    return new Caveat(
        item.code(), item.text(), provenance(pack.ruleOf(item), item.status(), item.reading()));
  }

  private Provenance provenance(RuleIndex.Entry rule, Status status, Reading reading) {
    return new Provenance(pack.sourceOf(rule), status, reading);
  }

  private List<TraceEntry> trace(Merged merged, List<Conclusion> conclusions) {
    Set<RuleIndex.Entry> rules = new TreeSet<>(Comparator.comparingInt(RuleIndex.Entry::rank));
    rules.addAll(merged.rules());
    conclusions.forEach(conclusion -> rules.add(pack.ruleOf(conclusion)));
    return rules.stream().map(r -> new TraceEntry(r.rule(), r.id(), r.file())).toList();
  }

  private static <T extends Conclusion> Map<String, T> index(
      Class<T> type, List<Conclusion> conclusions, Function<T, String> key) {
    return conclusions.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .collect(
            Collectors.toMap(
                key,
                Function.identity(),
                (a, b) -> {
                  throw new RuleExecutionException(
                      "the guidance rules have two texts for " + key.apply(a));
                },
                LinkedHashMap::new));
  }

  private static <T> void refuseOthers(
      Map<String, ?> texts, List<T> carried, Function<T, String> key) {
    Set<String> others = new TreeSet<>(texts.keySet());
    carried.forEach(each -> others.remove(key.apply(each)));
    if (!others.isEmpty()) {
      throw new RuleExecutionException(
          "the guidance rules have a text for what is not carried: " + String.join(", ", others));
    }
  }

  private static <T> T text(Map<String, T> texts, String key) {
    T text = texts.get(key);
    if (text == null) {
      throw new RuleExecutionException("the guidance rules have no text for " + key);
    }
    return text;
  }

  private static <C extends Conclusion, T> List<T> all(
      Class<C> type, List<Conclusion> conclusions, Function<C, String> code, Function<C, T> made) {
    return index(type, conclusions, code).values().stream().map(made).toList();
  }
}
