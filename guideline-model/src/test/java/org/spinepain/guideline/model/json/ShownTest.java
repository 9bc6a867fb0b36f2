package org.spinepain.guideline.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void aShortTextIsShownAsItIs() {
    assertThat(Shown.of("Zürich 脊椎 😀 \\ \"")).isEqualTo("Zürich 脊椎 😀 \\ \"");
  }

  @Test
  void oneHundredCharactersAreShownAndOfMoreTheFirst() {
    assertThat(Shown.of("x".repeat(100))).isEqualTo("x".repeat(100));
    assertThat(Shown.of("x".repeat(101))).isEqualTo("x".repeat(99) + "…");
    assertThat(Shown.of("x".repeat(1000))).hasSize(100);
  }

  @Test
  void noCharacterAndNoEscapeIsCutInTwo() {
    assertThat(Shown.of("x".repeat(98) + "😀y")).isEqualTo("x".repeat(98) + "…");
    assertThat(Shown.of("x".repeat(96) + "\nyyy")).isEqualTo("x".repeat(96) + "…");
    assertThat(Shown.of("x".repeat(94) + "\n")).isEqualTo("x".repeat(94) + "\\u000a");
  }

  @Test
  void whatCannotBeSeenIsEscaped() {
    assertThat(Shown.of("\u001b[31m\r\n\u007f\u0085\u202e\u2028\ufeff\ud800\udb40\udc41"))
        .isEqualTo("\\u001b[31m\\u000d\\u000a\\u007f\\u0085\\u202e\\u2028\\ufeff\\ud800\\u{e0041}");
  }
}
