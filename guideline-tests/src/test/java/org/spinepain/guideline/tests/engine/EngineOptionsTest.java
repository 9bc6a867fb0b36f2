package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.json.AssessmentDocuments;

/** No option of an engine, and nothing that it was asked before, changes a byte of an answer. */
class EngineOptionsTest {

  private static final int THREADS = 8;
  private static final EngineOptions DEFAULTS = EngineOptions.defaults();

  private static RulePack pack;
  private static List<Question> questions;

  /** The answers of an engine that has seen no other question. */
  private static List<String> answers;

  @BeforeAll
  static void ask() {
    pack = RulePack.bundled();
    questions = Question.random(20_250_630, 400, 16);
    answers = new ArrayList<>();
    for (Question question : questions) {
      try (GuidelineEngine asked =
          GuidelineEngine.on(pack, DEFAULTS.withoutDecisionTable().withoutSessionPool())) {
        answers.add(answer(question, asked));
      }
    }
  }

  static Stream<Arguments> options() {
    return Stream.of(
        Arguments.of("table and pool", DEFAULTS),
        Arguments.of("table, no pool", DEFAULTS.withoutSessionPool()),
        Arguments.of("no table, pool", DEFAULTS.withoutDecisionTable()),
        Arguments.of("neither", DEFAULTS.withoutDecisionTable().withoutSessionPool()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void everyOptionGivesTheSameBytes(String name, EngineOptions options) {
    try (GuidelineEngine engine = GuidelineEngine.on(pack, options)) {
      assertThat(questions.stream().map(question -> answer(question, engine)).toList())
          .isEqualTo(answers);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void askingInTheReverseOrderGivesTheSameBytes(String name, EngineOptions options) {
    List<Question> reversed = new ArrayList<>(questions);
    Collections.reverse(reversed);
    try (GuidelineEngine engine = GuidelineEngine.on(pack, options)) {
      List<String> given =
          new ArrayList<>(reversed.stream().map(question -> answer(question, engine)).toList());
      Collections.reverse(given);
      assertThat(given).isEqualTo(answers);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void askingTwiceGivesTheSameBytes(String name, EngineOptions options) {
    try (GuidelineEngine engine = GuidelineEngine.on(pack, options)) {
      for (int i = 0; i < questions.size(); i++) {
        assertThat(List.of(answer(questions.get(i), engine), answer(questions.get(i), engine)))
            .containsOnly(answers.get(i));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  @Timeout(120)
  void eightThreadsThatShareAnEngineGetTheSameBytes(String name, EngineOptions options)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (GuidelineEngine engine = GuidelineEngine.on(pack, options)) {
      Callable<List<String>> all =
          () -> questions.stream().map(question -> answer(question, engine)).toList();
      for (Future<List<String>> given : threads.invokeAll(Collections.nCopies(THREADS, all))) {
        assertThat(given.get()).isEqualTo(answers);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFiringLimitBelowOneIsRefused() {
    assertThatThrownBy(() -> DEFAULTS.withFiringLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("firingLimit")
        .hasMessageContaining("at least 1");
  }

  private static String answer(Question question, GuidelineEngine engine) {
    return AssessmentDocuments.toCompactJson(question.askedOf(engine));
  }
}
