package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.review.SharedSummary;

/** How many requests miss which facts together cannot be computed from what is told of each. */
class MissingOverlapTest {

  private static final List<CaseFact> FACTS =
      List.of(CaseFact.PATIENT_AGE, CaseFact.PAIN_DURATION, CaseFact.PAIN_CANCER);

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void noSmallOverlapCanBeComputed(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int facts = 1 + random.nextInt(3);
    // How many requests miss exactly the facts whose bits are set.
    long[] exactly = new long[1 << facts];
    for (int set = 1; set < exactly.length; set++) {
      exactly[set] = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(14);
    }
    SharedSummary shared = summary(exactly, facts);
    Map<String, OptionalLong> published = new HashMap<>();
    Map<String, Long> truth = new HashMap<>();
    for (int set = 1; set < exactly.length; set++) {
      published.put("exactly " + set, OptionalLong.empty());
      truth.put("exactly " + set, exactly[set]);
    }
    published.put("all", shared.requests().insufficient());
    truth.put("all", LongStream.of(exactly).sum());
    for (CaseFact fact : FACTS.subList(0, facts)) {
      if (shared.missing().containsKey(fact)) {
        published.put("missing " + fact, shared.missing().get(fact));
        published.put("settled " + fact, shared.settled().get(fact));
      }
    }
    Attacker attacker = new Attacker(published, LongStream.of(exactly).sum() + 3);
    attacker.sum(sets(exactly.length, 0), "all");
    for (int fact = 0; fact < facts; fact++) {
      if (shared.missing().containsKey(FACTS.get(fact))) {
        attacker.sum(sets(exactly.length, 1 << fact), "missing " + FACTS.get(fact));
        attacker.sum(List.of("exactly " + (1 << fact)), "settled " + FACTS.get(fact));
        truth.put("missing " + FACTS.get(fact), requests(exactly, fact));
        truth.put("settled " + FACTS.get(fact), exactly[1 << fact]);
      } else {
        sets(exactly.length, 1 << fact).forEach(none -> attacker.atLeast(List.of(), List.of(none)));
      }
    }

    assertThat(attacker.unknown().stream().filter(name -> isSmall(truth.get(name))))
        .allMatch(name -> attacker.canBeAnother(name, truth), "could be another number");
  }

  /** By hand: two requests miss exactly what is named, ten each other of these sets of facts. */
  @ParameterizedTest
  @CsvSource({
    "one fact,              3, 1",
    "a fact and another,    2, 3",
    "two facts of three,    3, 6",
    "all three facts,       3, 7"
  })
  void twoAmongManyAreNotTold(String missed, int facts, int few) {
    long[] exactly = new long[1 << facts];
    Arrays.fill(exactly, 1, exactly.length, 10);

    assertThat(summary(exactly, facts).missing().values()).allMatch(OptionalLong::isPresent);

    exactly[few] = 2;

    assertThat(summary(exactly, facts).missing().values())
        .as(missed)
        .isNotEmpty()
        .allMatch(OptionalLong::isEmpty);
  }

  private static boolean isSmall(long count) {
    return count > 0 && count < 5;
  }

  private static SharedSummary summary(long[] exactly, int facts) {
    long all = LongStream.of(exactly).sum();
    List<String> lines = new ArrayList<>();
    lines.add("cases\t" + all);
    if (all > 0) {
      Stream.of(
              "total",
              "technique\tnot stated",
              "pattern\taxial",
              "level\tlumbar",
              "referrer\tR",
              "clinic\tA",
              "month\t2025-06",
              "month-and-clinic\t2025-06\tA")
          .forEach(row -> lines.add("row\t" + row + "\t0\t0\t" + all));
      lines.add("kind\tinsufficient-information\tnot stated\taxial");
    }
    for (int fact = 0; fact < facts; fact++) {
      if (requests(exactly, fact) > 0) {
        lines.add(
            "missing\t%s\t%s\t%s"
                .formatted(FACTS.get(fact).code(), requests(exactly, fact), exactly[1 << fact]));
      }
    }
    String text = Engines.REVIEW.write(Engines.summaryOf(List.of()));
    return SharedSummary.of(
        Engines.REVIEW.read(text.replaceFirst("cases\t0", String.join("\n", lines))), 5);
  }

  private static long requests(long[] exactly, int fact) {
    return IntStream.range(0, exactly.length)
        .filter(set -> (set & (1 << fact)) != 0)
        .mapToLong(set -> exactly[set])
        .sum();
  }

  private static List<String> sets(int all, int with) {
    return IntStream.range(1, all)
        .filter(set -> (set & with) == with)
        .mapToObj(set -> "exactly " + set)
        .toList();
  }
}
