package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewProgressTest {

  @Test
  void aTerminalIsShownHowFarAReviewIsWithColourOrWithout() {
    assertThat(shown(false, true)).contains("Reviewing", "100%");
    assertThat(shown(true, true)).contains("Reviewing", "100%");
  }

  @Test
  void elsewhereNothingIsWrittenAlsoWhereColourIsForced() {
    assertThat(shown(false, false)).isEmpty();
    assertThat(shown(true, false)).isEmpty();
  }

  private static String shown(boolean styled, boolean terminal) {
    StringWriter err = new StringWriter();
    Shell shell =
        new Shell(
            InputStream.nullInputStream(),
            Writer.nullWriter(),
            new PrintWriter(err, true),
            80,
            styled,
            terminal);
    try (ReviewProgress progress = new ReviewProgress(shell, Optional.of(2_000_000L))) {
      progress.at(2_000_000, 3);
    }
    return err.toString();
  }
}
