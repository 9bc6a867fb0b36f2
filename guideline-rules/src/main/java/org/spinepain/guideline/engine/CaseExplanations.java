package org.spinepain.guideline.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.engine.Variations.Extent;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.engine.explain.Criterion;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.engine.explain.FactChange;
import org.spinepain.guideline.engine.explain.Holding;
import org.spinepain.guideline.engine.explain.Met;
import org.spinepain.guideline.engine.explain.ProcedureExplanation;
import org.spinepain.guideline.engine.explain.Question;
import org.spinepain.guideline.engine.explain.RecommendationExplanation;
import org.spinepain.guideline.engine.explain.SmallestChange;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.model.assessment.TextKind;
import org.spinepain.guideline.rules.conclusion.RecommendationText;

/**
 * Makes the explanations of cases: what would change what the rules say of one, by looking at what
 * they say of all others. Thread-safe.
 */
final class CaseExplanations {

  private final RulePack pack;
  private final Decisions decisions;
  private final Explanation determinations;
  private final boolean keeping;
  private final Answers answers;
  private volatile DecisionSpace kept;

  CaseExplanations(
      RulePack pack, Decisions decisions, Explanation determinations, EngineOptions options) {
    this.pack = pack;
    this.decisions = decisions;
    this.determinations = determinations;
    this.keeping = options.decisionTable();
    this.answers = new Answers(pack.descriptor().boundaries());
  }

  CaseExplanation of(ClinicalCase clinicalCase, Set<Assumption> assuming) {
    DecisionSpace space = space();
    Map<String, RecommendationText> texts = new LinkedHashMap<>();
    space.recommendations().forEach(id -> texts.put(id, determinations.textOf(id)));
    List<ProcedureExplanation> procedures = new ArrayList<>();
    for (int i = 0; i < clinicalCase.procedures().size(); i++) {
      OpenFacts facts =
          OpenFacts.of(
              clinicalCase,
              clinicalCase.procedures().get(i),
              assuming,
              pack.descriptor().boundaries());
      procedures.add(new OneProcedure(space, facts).explain(clinicalCase, i, texts));
    }
    return new CaseExplanation(
        clinicalCase.caseId(),
        clinicalCase.assessedOn(),
        pack.descriptor().guideline(),
        pack.reference(),
        pack.descriptor().standing(),
        procedures,
        pack.overlays());
  }

  private DecisionSpace space() {
    DecisionSpace space = kept;
    if (space == null) {
      space = new DecisionSpace(decisions);
      kept = keeping ? space : null;
    }
    return space;
  }

  private List<String> codes(Fact fact, List<?> of) {
    return of.stream().map(answer -> code(fact, answer)).toList();
  }

  private String code(Fact fact, Object answer) {
    return answer instanceof Coded coded
        ? coded.code()
        : answers.code(fact.caseFact().orElseThrow(), answer);
  }

  /** One procedure of a case, as its facts are. */
  private final class OneProcedure {

    private final DecisionSpace space;
    private final OpenFacts open;
    private final Completions completions;

    OneProcedure(DecisionSpace space, OpenFacts open) {
      this.space = space;
      this.open = open;
      this.completions = new Completions(open, decisions);
    }

    ProcedureExplanation explain(
        ClinicalCase clinicalCase, int procedure, Map<String, RecommendationText> recommendations) {
      Determination determination =
          determinations.of(clinicalCase, procedure, open, Merged.of(completions));
      Variations verdicts = new Variations(open, space::isAgainst);
      List<ReplacedText> replaced = new ArrayList<>();
      List<RecommendationExplanation> explained =
          recommendations.values().stream()
              .map(text -> recommendation(text, clinicalCase.assessedOn(), replaced))
              .toList();
      determination.replaced().stream()
          .filter(text -> text.of() == TextKind.REASON)
          .forEach(replaced::add);
      return new ProcedureExplanation(
          determination.procedureId(),
          determination.verdict(),
          determination.reasons(),
          explained,
          verdicts.smallest(extent -> extent != verdicts.now()).stream()
              .map(this::smallestChange)
              .toList(),
          questions(procedure),
          determination.assumptions(),
          replaced);
    }

    private RecommendationExplanation recommendation(
        RecommendationText text, LocalDate assessedOn, List<ReplacedText> replaced) {
      Variations variations = new Variations(open, number -> space.holds(text.id(), number));
      return new RecommendationExplanation(
          text.id(),
          pack.adaptation().worded(TextKind.RECOMMENDATION, text.id(), text.text(), replaced),
          new Provenance(pack.sourceOf(pack.ruleOf(text)), text.status(), Reading.SOURCE),
          holding(variations.now()),
          basis(text.id()),
          space.criteria(text.id()).entrySet().stream()
              .map(each -> criterion(each.getKey(), each.getValue(), variations))
              .toList(),
          variations.smallest(extent -> extent == Extent.ALL).stream()
              .map(this::smallestChange)
              .toList(),
          pack.adaptation().suppression(text.id(), assessedOn));
    }

    private Optional<Basis> basis(String recommendation) {
      List<Basis> bases =
          completions.decisions().stream()
              .flatMap(decision -> decision.recommendations().stream())
              .filter(each -> each.id().equals(recommendation))
              .map(CompletionDecision.Recommended::basis)
              .distinct()
              .toList();
      return bases.size() > 1 ? Optional.of(Basis.BY_COMPONENT) : bases.stream().findFirst();
    }

    private Criterion criterion(Fact fact, List<?> canHoldWith, Variations variations) {
      List<?> now = FactSpace.possible(open, fact);
      List<?> completing =
          now.stream().filter(answer -> variations.with(fact, answer) != Extent.NO_CASE).toList();
      long can = completing.stream().filter(canHoldWith::contains).count();
      return new Criterion(
          fact,
          known(fact),
          can == completing.size() ? Met.MET : can == 0 ? Met.NOT_MET : Met.OPEN,
          codes(fact, canHoldWith),
          codes(
              fact,
              FactSpace.answers(fact).stream()
                  .filter(answer -> variations.with(fact, answer) == Extent.ALL)
                  .toList()));
    }

    private SmallestChange smallestChange(Map<Fact, Object> changes) {
      Merged merged = Merged.of(new Completions(FactSpace.changed(open, changes), decisions));
      return new SmallestChange(
          changes.entrySet().stream()
              .map(
                  change ->
                      new FactChange(
                          change.getKey(),
                          known(change.getKey()),
                          code(change.getKey(), change.getValue())))
              .toList(),
          merged.verdict(),
          merged.recommendations().stream()
              .map(each -> new SmallestChange.Carried(each.id(), each.basis()))
              .toList());
    }

    private Optional<String> known(Fact fact) {
      List<?> now = FactSpace.possible(open, fact);
      return now.size() == 1 ? Optional.of(code(fact, now.get(0))) : Optional.empty();
    }

    private List<Question> questions(int procedure) {
      return Merged.of(completions).missing().stream()
          .map(missing -> question(missing, procedure))
          .sorted(Comparator.comparingInt(Question::undecided))
          .toList();
    }

    private Question question(Merged.Missing missing, int procedure) {
      return new Question(
          missing.fact(),
          Answers.fields(missing.fact(), procedure),
          missing.outcomes().stream()
              .map(
                  outcome ->
                      new Question.Answer(
                          answers.code(missing.fact(), outcome.answer()),
                          outcome.verdict(),
                          completions.count(missing.fact(), outcome.answer())))
              .toList());
    }
  }

  private static Holding holding(Extent extent) {
    return switch (extent) {
      case ALL -> Holding.HOLDS;
      case SOME -> Holding.DEPENDS_ON_UNKNOWN;
      case NONE -> Holding.DOES_NOT_HOLD;
      case NO_CASE -> throw new IllegalStateException("a case that cannot be");
    };
  }
}
