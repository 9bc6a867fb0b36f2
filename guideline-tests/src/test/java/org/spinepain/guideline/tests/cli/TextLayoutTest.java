package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLayoutTest {

  @Test
  void aParagraphIsBrokenBetweenWordsAtTheWidth() {
    assertThat(plain(10).paragraph(0, "one two three four").toString())
        .isEqualTo("one two\nthree four\n");
  }

  @Test
  void theLinesOfAParagraphBeginAtItsIndent() {
    assertThat(plain(10).paragraph(2, "one two three").toString())
        .isEqualTo("  one two\n  three\n");
  }

  @Test
  void theLinesOfAnItemBeginToTheRightOfItsMark() {
    assertThat(plain(12).item(2, "-", "one two three").toString())
        .isEqualTo("  - one two\n    three\n");
  }

  @Test
  void aWordThatIsLongerThanTheWidthStandsAloneAndWhole() {
    assertThat(plain(10).item(0, "-", "a incomprehensibilities b").toString())
        .isEqualTo("- a\n  incomprehensibilities\n  b\n");
  }

  @Test
  void aLongFirstWordLeavesNoEmptyLineBeforeIt() {
    assertThat(plain(10).item(0, "-", "incomprehensibilities b").toString())
        .isEqualTo("- incomprehensibilities\n  b\n");
  }

  @Test
  void charactersAreCountedAsAPersonDoes() {
    assertThat(
            plain(5).paragraph(0, "\uD83D\uDC8A\uD83D\uDC8A \uD83D\uDC8A\uD83D\uDC8A").toString())
        .isEqualTo("\uD83D\uDC8A\uD83D\uDC8A \uD83D\uDC8A\uD83D\uDC8A\n");
  }

  @Test
  void eachLineOfATitleIsBoldOnATerminal() {
    assertThat(new TextLayout(10, true).title("one two three").paragraph(0, "four").toString())
        .isEqualTo("\u001B[1mone two\u001B[0m\n\u001B[1mthree\u001B[0m\nfour\n");
  }

  @Test
  void aTitleIsPlainElsewhere() {
    assertThat(plain(10).title("one").blank().title("two").toString()).isEqualTo("one\n\ntwo\n");
  }

  private static TextLayout plain(int width) {
    return new TextLayout(width, false);
  }
}
