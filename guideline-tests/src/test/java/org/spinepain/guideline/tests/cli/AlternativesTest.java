package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.engine.explain.FactChange;
import org.spinepain.guideline.engine.explain.SmallestChange;
import org.spinepain.guideline.model.assessment.Verdict;

class AlternativesTest {

  @Test
  void changesThatDifferInTheAnswersToOneFactAreOne() {
    assertThat(words(changed("axial", "steroid"), changed("axial", "other")))
        .containsExactly(
            "the pain pattern from unknown to axial; and the injectate from none to steroid, or"
                + " other");
  }

  @Test
  void changesThatDifferInTheAnswersToTwoFactsStayApart() {
    assertThat(words(changed("axial", "steroid"), changed("radicular", "other")))
        .containsExactly(
            "the pain pattern from unknown to axial; and the injectate from none to steroid",
            "the pain pattern from unknown to radicular; and the injectate from none to other");
  }

  @Test
  void changesThatComeToSomethingElseStayApart() {
    List<SmallestChange> changes = List.of(changed("axial", "steroid"), changed("axial", "other"));

    assertThat(Alternatives.of(changes, change -> change.changes().get(1).to())).hasSize(2);
  }

  private static List<String> words(SmallestChange... changes) {
    return Alternatives.of(List.of(changes), change -> "").stream()
        .map(Alternatives::words)
        .toList();
  }

  private static SmallestChange changed(String pattern, String injectate) {
    return new SmallestChange(
        List.of(
            new FactChange(Fact.PAIN_PATTERN, Optional.empty(), pattern),
            new FactChange(Fact.PROCEDURE_INJECTATE, Optional.of("none"), injectate)),
        Verdict.NO_RECOMMENDATION,
        List.of());
  }
}
