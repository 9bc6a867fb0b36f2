package org.spinepain.guideline.tests.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;

/**
 * Overlays over the case space: every complete combination of what decides, and some of those in
 * which something is unknown, and some in every context.
 */
@Tag("thorough")
class OverlaidSpaceTest {

  /** One in so many of those with something unknown, and of those in every context. */
  private static final int UNKNOWN = 211;

  private static final int IN_CONTEXTS = 53;

  private static final Package PACKAGE = Determination.class.getPackage();

  /** Where the guideline has words of its own; all else of a record is decided. */
  private static final Set<String> OF_A_SITE = Set.of("text", "suppressed", "local", "replaced");

  private static Stream<Combination> combinations() {
    AtomicInteger unknown = new AtomicInteger();
    AtomicInteger inContexts = new AtomicInteger();
    return Stream.of(
            CaseSpace.completeInOneContext(),
            CaseSpace.all().filter(each -> unknown.getAndIncrement() % UNKNOWN == 0),
            CaseSpace.completeInOneContext()
                .filter(each -> inContexts.getAndIncrement() % IN_CONTEXTS == 0)
                .flatMap(CaseSpace::contexts))
        .flatMap(all -> all);
  }

  private static void forEach(RulePack pack, Consumer<Determination> answers) {
    try (GuidelineEngine engine = GuidelineEngine.on(pack, EngineOptions.defaults())) {
      combinations().toList().parallelStream()
          .forEach(each -> answers.accept(engine.assess(each.toCase()).determination("p1")));
    }
  }

  private static void forEach(
      RulePack pack, RulePack other, BiConsumer<Determination, Determination> answers) {
    try (GuidelineEngine engine = GuidelineEngine.on(pack, EngineOptions.defaults());
        GuidelineEngine otherEngine = GuidelineEngine.on(other, EngineOptions.defaults())) {
      combinations().toList().parallelStream()
          .map(Combination::toCase)
          .forEach(
              each ->
                  answers.accept(
                      engine.assess(each).determination("p1"),
                      otherEngine.assess(each).determination("p1")));
    }
  }

  @Test
  void anOverlayThatDoesAllItCanLeavesWhatIsDecided() {
    Collection<String> differences = new ConcurrentLinkedQueue<>();
    Set<Verdict> verdicts = new ConcurrentSkipListSet<>();
    forEach(
        Site.PACK,
        Site.PACK.adaptedBy(PseudoLocale.overlay(), everythingElse()),
        (plain, adapted) -> {
          verdicts.add(plain.verdict());
          if (!decided(plain).equals(decided(adapted))
              || !adapted.recommendations().stream().allMatch(r -> r.suppressed().isPresent())
              || adapted.local().isEmpty()) {
            differences.add(plain + "\n" + adapted);
          }
        });
    assertThat(verdicts).containsExactly(Verdict.values());
    assertThat(differences.stream().limit(3)).isEmpty();
  }

  /** All of a determination but what a site may adapt, read from its records. */
  private static Object decided(Object part) {
    if (part instanceof List<?> list) {
      return list.stream().map(OverlaidSpaceTest::decided).toList();
    }
    if (!(part instanceof Record) || !part.getClass().getPackage().equals(PACKAGE)) {
      return part;
    }
    List<Object> decided = new ArrayList<>();
    try {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        if (!OF_A_SITE.contains(component.getName())) {
          decided.add(decided(component.getAccessor().invoke(part)));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return decided;
  }

  private static Overlay everythingElse() {
    StringBuilder lines = new StringBuilder();
    for (String id : PseudoLocale.codes("Recommendations")) {
      lines.append("suppress." + id + ".owner = Site\n");
      lines.append("suppress." + id + ".reason = Reason\n");
      lines.append("suppress." + id + ".until = 2026-03-31\n");
    }
    for (Verdict verdict : Verdict.values()) {
      lines.append("local." + verdict.code() + "-item.kind = duty\n");
      lines.append("local." + verdict.code() + "-item.with = " + verdict.code() + "\n");
      lines.append("local." + verdict.code() + "-item.text = Text\n");
    }
    return Site.overlay(lines.toString());
  }

  @Test
  void everyTextOfEveryAnswerIsTranslatedAndNoOther() {
    Collection<String> notTranslated = new ConcurrentLinkedQueue<>();
    Set<String> translated = new ConcurrentSkipListSet<>();
    forEach(
        Site.PACK,
        Site.PACK.adaptedBy(PseudoLocale.overlay()),
        (plain, adapted) -> {
          List<String> texts = texts(adapted);
          texts.stream()
              .filter(text -> !PseudoLocale.isTranslated(text))
              .forEach(notTranslated::add);
          if (!adapted.replaced().stream()
              .map(ReplacedText::original)
              .toList()
              .equals(texts(plain))) {
            notTranslated.add("other originals: " + adapted);
          }
          adapted.replaced().forEach(text -> translated.add(text.code()));
        });
    assertThat(notTranslated.stream().limit(3)).isEmpty();
    Set<String> all = new TreeSet<>(PseudoLocale.codes("Recommendations"));
    all.addAll(PseudoLocale.codes("Reasons"));
    all.addAll(PseudoLocale.codes("Guidance"));
    all.addAll(PseudoLocale.codes("Caveats"));
    all.remove("edition-withdrawn");
    assertThat(translated).isEqualTo(all);
  }

  private static List<String> texts(Determination d) {
    return Stream.of(
            d.recommendations().stream().map(r -> r.text()),
            d.reasons().stream().map(r -> r.text()),
            d.guidance().stream().map(g -> g.text()),
            d.caveats().stream().map(c -> c.text()))
        .flatMap(texts -> texts)
        .toList();
  }

  /** The edition is withdrawn here, so that all that it can say is said. */
  @Test
  void theDescriptorNamesWhatHasFiguresAndLetsNothingBeRewordedThatIsSaidInSilence() {
    Map<String, Set<String>> texts = new ConcurrentSkipListMap<>();
    Set<String> inSilence = new ConcurrentSkipListSet<>();
    RulePack withdrawn = PackSource.bundled().build().inState("withdrawn").load();
    forEach(
        withdrawn,
        made -> {
          made.guidance().forEach(g -> add(texts, g.code(), g.text()));
          made.caveats().forEach(c -> add(texts, c.code(), c.text()));
          made.recommendations().forEach(r -> add(texts, r.id(), r.text()));
          made.reasons().forEach(r -> add(texts, r.code(), r.text()));
          if (made.verdict() != Verdict.RECOMMEND_AGAINST) {
            made.guidance().forEach(g -> inSilence.add(g.code()));
            made.caveats().forEach(c -> inSilence.add(c.code()));
          }
        });
    Set<String> quoted = new TreeSet<>(texts.keySet());
    quoted.removeIf(
        code ->
            texts.get(code).size() == 1
                && texts.get(code).stream().noneMatch(text -> text.matches("(?s).*\\d.*")));

    assertThat(withdrawn.quotedTexts()).isEqualTo(quoted);
    assertThat(inSilence).isNotEmpty().doesNotContainAnyElementsOf(withdrawn.rewordableTexts());
    assertThat(withdrawn.rewordableTexts())
        .isSubsetOf(texts.keySet())
        .doesNotContainAnyElementsOf(quoted);
  }

  private static void add(Map<String, Set<String>> texts, String code, String text) {
    texts.computeIfAbsent(code, each -> new ConcurrentSkipListSet<>()).add(text);
  }
}
