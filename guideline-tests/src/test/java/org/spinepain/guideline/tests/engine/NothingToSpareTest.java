package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;

/**
 * Each rule deleted, and each figure of the evidence changed, fails a vignette. Each change is a
 * compilation, so this runs in the profile {@code thorough}.
 */
@Tag("thorough")
class NothingToSpareTest {

  private static final PackSource PACK = PackSource.bundled();
  private static final String EVIDENCE = "decision/5-evidence.drl";

  private static final Pattern RULE =
      Pattern.compile(
          "^rule \"[^\"]*\"\\n  @id\\( \"([^\"]*)\".*?^end\\n", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern FIGURE = Pattern.compile("\"(-?\\d+\\.\\d+)\"");

  /** It answers for no edition that vignettes could be about; a test of its own withdraws one. */
  private static final String WITHDRAWN = "edition-withdrawn";

  @TestFactory
  Stream<DynamicTest> eachRuleIsNeededByAVignette() {
    List<DynamicTest> tests = new ArrayList<>();
    PACK.drl()
        .forEach(
            (file, drl) -> {
              Matcher rule = RULE.matcher(drl);
              while (rule.find()) {
                MatchResult found = rule.toMatchResult();
                if (!found.group(1).equals(WITHDRAWN)) {
                  tests.add(
                      change(
                          "without " + found.group(1),
                          PACK.with(file, cut(drl, found.start(), found.end(), ""))));
                }
              }
            });
    assertThat(tests).hasSize(PACK.load().rules().size() - 1);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> eachFigureOfTheEvidenceIsStatedByAVignette() {
    List<DynamicTest> tests = new ArrayList<>();
    String drl = PACK.drl().get(EVIDENCE);
    Matcher figure = FIGURE.matcher(drl);
    while (figure.find()) {
      String changed = new BigDecimal(figure.group(1)).add(new BigDecimal("0.01")).toPlainString();
      int line = (int) drl.substring(0, figure.start()).lines().count();
      tests.add(
          change(
              EVIDENCE + ":" + line + " " + figure.group(1) + " -> " + changed,
              PACK.with(EVIDENCE, cut(drl, figure.start(1), figure.end(1), changed))));
    }
    // 12 of the 16 rows hold a figure, with its interval.
    assertThat(tests).hasSize(36);
    return tests.stream();
  }

  private static String cut(String text, int from, int to, String instead) {
    return text.substring(0, from) + instead + text.substring(to);
  }

  private static DynamicTest change(String name, PackSource changed) {
    return dynamicTest(
        name,
        () -> {
          assertThat(failedVignettes(changed)).as("vignettes that fail").isNotEmpty();
        });
  }

  private static List<String> failedVignettes(PackSource changed) {
    try (GuidelineEngine engine = changed.open()) {
      return Vignettes.bundled().all().stream()
          .filter(vignette -> fails(vignette, engine))
          .map(Vignette::id)
          .toList();
    }
  }

  private static boolean fails(Vignette vignette, GuidelineEngine engine) {
    try {
      return !vignette
          .differences(Vignettes.asking(engine).apply(vignette.clinicalCase(), vignette.assume()))
          .isEmpty();
    } catch (RuleExecutionException noAnswer) {
      return true;
    }
  }
}
