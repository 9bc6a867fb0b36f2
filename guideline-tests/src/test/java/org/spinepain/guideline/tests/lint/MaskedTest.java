package org.spinepain.guideline.tests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a // b|a     ",
        "a /* b */ c|a         c",
        "a /* b|a     ",
        "\"a\" b|\" \" b",
        "\"a // b\" c|\"      \" c",
        "\"a\\\"b\" c|\"    \" c",
        "'a\"' \"b\"|'  ' \" \"",
        "\"\"\"a \"b\" c\"\"\" d|\"\"\"       \"\"\" d",
        "\"a|\" "
      })
  void commentsAndWhatStandsInQuotesAreBlanked(String text, String code) {
    assertThat(Masked.of(text)).isEqualTo(code);
  }
}
