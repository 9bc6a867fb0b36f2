package org.spinepain.guideline.tests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.tests.pack.PackSource;

/** Variants of the guideline's pack, each a file in {@code src/test/resources/lint}. */
@Tag("thorough")
class LintTest {

  private static final int LEAST_WRONG = 60;
  private static final int LEAST_VALID = 30;

  static List<LintCase> wrong() {
    return LintCase.in("wrong");
  }

  static List<LintCase> valid() {
    return LintCase.in("valid");
  }

  @Test
  void theGuidelinesPackHasNoFinding() {
    assertThat(Lint.of(PackSource.bundled(), PackSource.bundled())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void wrong(LintCase variant) {
    assertThat(variant.findings()).isNotEmpty();
    assertThat(LintCase.words(variant.lint())).containsExactlyElementsOf(variant.findings());
  }

  @ParameterizedTest
  @MethodSource
  void valid(LintCase variant) {
    assertThat(variant.findings()).isEmpty();
    assertThat(variant.lint()).isEmpty();
  }

  @Test
  void thereAreEnoughOfBoth() {
    assertThat(wrong()).hasSizeGreaterThanOrEqualTo(LEAST_WRONG);
    assertThat(valid()).hasSizeGreaterThanOrEqualTo(LEAST_VALID);
  }

  @Test
  void everyCodeIsFoundInSomeVariant() {
    Set<String> found =
        wrong().stream()
            .flatMap(variant -> variant.findings().stream())
            .map(finding -> finding.split("[ ,]", 3)[1])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> codes = new TreeSet<>(Coded.codes(FindingCode.class));
    // Not of rules; OverlayLintTest has its variants.
    codes.remove(FindingCode.OVERLAY.code());
    assertThat(found).isEqualTo(codes);
  }

  @Test
  void everyCodeHasASentence() {
    assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::sentence))
        .doesNotHaveDuplicates()
        .allMatch(sentence -> sentence.matches("[A-Z@].*\\."));
  }

  @Test
  void filesThatAreNotPartOfThePackAreTold(@TempDir Path resources) throws IOException {
    Path rules = Files.createDirectories(resources.resolve("org/spinepain/guideline/rules"));
    Files.createDirectory(rules.resolve("decision"));
    Files.writeString(rules.resolve("decision/1-scope.drl"), "");
    Files.writeString(rules.resolve("decision/2-LOUD.DRL"), "");
    Files.createDirectory(resources.resolve("rules"));
    Files.writeString(resources.resolve("rules/3-elsewhere.drl"), "");

    assertThat(LintCase.words(Lint.notInThePack(resources)))
        .containsExactly(
            "decision/2-LOUD.DRL:1 folder-not-loaded, write a name that ends in .drl",
            "../../../../rules/3-elsewhere.drl:1 folder-not-loaded, write"
                + " org/spinepain/guideline/rules/decision or …/guidance as its folder");
  }
}
