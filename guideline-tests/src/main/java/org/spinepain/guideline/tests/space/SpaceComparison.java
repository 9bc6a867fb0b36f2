package org.spinepain.guideline.tests.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.tests.pack.BuiltPack;

/**
 * Whether another pack answers as a pack does, over the whole case space.
 *
 * <p>Two packs whose decisions are the same on every complete combination decide the same on every
 * incomplete one, since what is unknown is completed. So decisions are compared on the complete
 * combinations, and guidance on every distinct merged decision that any combination leads to, under
 * whatever the host assumes, in every context and for every state of the edition. The cases lie
 * where the boundaries of the pack put them.
 */
public final class SpaceComparison {

  private static final int AROUND = 60;

  private final BuiltPack pack;
  private final Boundaries boundaries;
  private List<AskedCombination> merged;

  /** A case, and what the host assumes when it asks. */
  private record Question(ClinicalCase clinicalCase, List<Assumption> assume) {

    Question(ClinicalCase clinicalCase) {
      this(clinicalCase, List.of());
    }

    static Stream<Question> of(AskedCombination asked, Boundaries boundaries) {
      return asked.cases(boundaries).map(c -> new Question(c, asked.assume()));
    }
  }

  /** Compares with this pack. */
  public SpaceComparison(BuiltPack pack) {
    this.pack = pack;
    this.boundaries = Boundaries.of(pack.source());
  }

  /**
   * What came of a comparison.
   *
   * @param asked how many cases both packs were asked, in words
   * @param difference the smallest case to which they answer differently, if any
   */
  public record Result(String asked, Optional<Difference> difference) {}

  /**
   * A case to which two packs answer differently.
   *
   * @param clinicalCase the case
   * @param answer what the pack answers
   * @param otherAnswer what the other answers
   */
  public record Difference(ClinicalCase clinicalCase, String answer, String otherAnswer) {

    private Difference inState(String state) {
      return told("in an edition that is " + state + ", ");
    }

    private Difference assuming(List<Assumption> assume) {
      return assume.isEmpty()
          ? this
          : told("assuming " + String.join(", ", assume.stream().map(Coded::code).toList()) + ", ");
    }

    private Difference told(String first) {
      return new Difference(clinicalCase, first + answer, first + otherAnswer);
    }
  }

  /** Compares the decisions of another pack, and what follows from them in one context. */
  public Result compareDecisions(BuiltPack other) {
    List<Question> cases =
        CaseSpace.completeInOneContext()
            .sorted(Comparator.comparingInt(Combination::oddness))
            .map(combination -> combination.toCase(boundaries))
            .map(Question::new)
            .toList();
    return new Result(
        cases.size() + " complete combinations",
        difference(pack, other, cases, Function.identity()));
  }

  /** Compares the guidance of another pack whose decisions are those of the pack. */
  public Result compareGuidance(BuiltPack other) {
    List<Question> cases =
        merged().stream()
            .flatMap(asked -> asked.inEveryContext(boundaries))
            .sorted(Comparator.comparingInt(AskedCombination::oddness))
            .flatMap(asked -> Question.of(asked, boundaries))
            .toList();
    List<String> states = new ArrayList<>(Coded.codes(EditionState.class));
    states.sort(Comparator.comparing(state -> !isState(state)));
    return new Result(
        merged().size()
            + " merged decisions in every context and state of the edition, "
            + cases.size() * states.size()
            + " cases",
        states.stream()
            .flatMap(
                state ->
                    difference(
                        pack.inState(state), other.inState(state), cases, Function.identity())
                        .map(found -> isState(state) ? found : found.inState(state))
                        .stream())
            .findFirst());
  }

  /** Whether the edition of the pack is in this state. */
  private boolean isState(String state) {
    return pack.source().described("standing.state").equals(Optional.of(state));
  }

  /**
   * Compares the answers of two packs near the boundaries.
   *
   * @param asOther what the other pack is asked instead of a case
   */
  public Result compareBoundaries(BuiltPack other, UnaryOperator<ClinicalCase> asOther) {
    List<Question> cases =
        BoundaryCases.of(pack.source(), other.source()).stream().map(Question::new).toList();
    return new Result(
        cases.size() + " cases near the boundaries", difference(pack, other, cases, asOther));
  }

  /** The first of these cases to which two packs answer differently. */
  private static Optional<Difference> difference(
      BuiltPack pack,
      BuiltPack other,
      List<Question> cases,
      Function<ClinicalCase, ClinicalCase> asOther) {
    try (GuidelineEngine engine = pack.open();
        GuidelineEngine otherEngine = other.open()) {
      for (Question question : cases) {
        ClinicalCase clinicalCase = question.clinicalCase();
        List<Assumption> assume = question.assume();
        Object answer = answer(engine, clinicalCase, assume);
        Object otherAnswer = answer(otherEngine, asOther.apply(clinicalCase), assume);
        if (!answer.equals(otherAnswer)) {
          return Optional.of(difference(clinicalCase, answer, otherAnswer).assuming(assume));
        }
      }
    }
    return Optional.empty();
  }

  /** In few words; where these are the same, in those that are not. */
  private static Difference difference(ClinicalCase clinicalCase, Object a, Object b) {
    String words = words(a);
    String otherWords = words(b);
    return words.equals(otherWords)
        ? new Difference(clinicalCase, wordsAt(a, b), wordsAt(b, a))
        : new Difference(clinicalCase, words, otherWords);
  }

  /** The words of an answer around the first letter that another does not have. */
  private static String wordsAt(Object answer, Object other) {
    String all = answer.toString();
    String others = other.toString();
    int at = 0;
    while (at < Math.min(all.length(), others.length()) && all.charAt(at) == others.charAt(at)) {
      at++;
    }
    return words(answer)
        + "; in full … "
        + all.substring(Math.max(0, at - AROUND), Math.min(all.length(), at + AROUND))
        + " …";
  }

  /** All of an answer but who gave it. */
  private record Answer(Object guideline, Object standing, List<Determination> determinations) {}

  private static Object answer(
      GuidelineEngine engine, ClinicalCase clinicalCase, List<Assumption> assume) {
    try {
      Assessment assessment = assess(engine, clinicalCase, assume);
      return new Answer(assessment.guideline(), assessment.standing(), assessment.determinations());
    } catch (RuleExecutionException failed) {
      return "no answer: " + failed.getMessage();
    }
  }

  private static Assessment assess(
      GuidelineEngine engine, ClinicalCase clinicalCase, List<Assumption> assume) {
    return engine.assuming(assume.toArray(Assumption[]::new)).assess(clinicalCase);
  }

  private static String words(Object answer) {
    return answer instanceof Answer given
        ? String.join(" ", given.determinations().stream().map(SpaceComparison::words).toList())
        : String.valueOf(answer);
  }

  private static String words(Determination d) {
    return d.verdict().code()
        + codes(" of ", d.recommendations().stream().map(r -> r.id() + " " + r.basis().code()))
        + codes(" because of ", d.reasons().stream().map(r -> r.code()))
        + codes("; missing ", d.missing().stream().map(m -> m.fact().code()))
        + codes(
            "; evidence ",
            d.evidence().stream()
                .map(
                    e ->
                        e.pattern().code()
                            + " "
                            + e.technique().code()
                            + " "
                            + e.injectate().code()
                            + e.estimate().map(f -> " " + f.value().toPlainString()).orElse("")))
        + codes("; guidance ", d.guidance().stream().map(g -> g.code()))
        + codes("; caveats ", d.caveats().stream().map(c -> c.code()))
        + codes("; by ", d.trace().stream().map(t -> t.id()));
  }

  private static String codes(String words, Stream<String> codes) {
    String all = String.join(", ", codes.toList());
    return all.isEmpty() ? "" : words + all;
  }

  /** Of each merged decision that guidance rules can see, the plainest that leads to it. */
  private synchronized List<AskedCombination> merged() {
    if (merged == null) {
      Map<Integer, AskedCombination> alike = new ConcurrentHashMap<>();
      Map<Object, AskedCombination> plainest = new ConcurrentHashMap<>();
      try (GuidelineEngine engine = pack.open()) {
        CellNumbers cells =
            CellNumbers.bySetOfAnswers(
                complete -> determination(engine, new AskedCombination(complete)));
        CaseSpace.all()
            .parallel()
            .flatMap(AskedCombination::of)
            .forEach(asked -> alike.merge(cells.of(asked), asked, SpaceComparison::plainer));
        alike.values().parallelStream()
            .forEach(
                asked ->
                    plainest.merge(
                        seenByGuidance(determination(engine, asked)),
                        asked,
                        SpaceComparison::plainer));
      }
      // The hash codes of constants differ from run to run, and with them the order of the map.
      merged = plainest.values().stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
    return merged;
  }

  private Determination determination(GuidelineEngine engine, AskedCombination asked) {
    return assess(engine, asked.combination().toCase(boundaries), asked.assume())
        .determinations()
        .get(0);
  }

  private static AskedCombination plainer(AskedCombination a, AskedCombination b) {
    return b.isPlainerThan(a) ? b : a;
  }

  private record Seen(Object verdict, List<?> recommendations, List<?> reasons, List<?> evidence) {}

  private static Object seenByGuidance(Determination d) {
    return new Seen(
        d.verdict(),
        d.recommendations().stream().map(r -> r.id() + r.basis()).toList(),
        d.reasons().stream().map(r -> r.code()).toList(),
        d.evidence().stream()
            .map(e -> List.of(e.recommendation(), e.pattern(), e.technique(), e.injectate()))
            .toList());
  }
}
