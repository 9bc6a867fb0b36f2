package org.spinepain.guideline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleIndexTest {

  private static final String SCOPE =
      """
      // rule "No rule" in a comment
      package org.spinepain.guideline.rules.decision;

      rule "First: a rule, with a comma"
        @id( "first" ) @source( "s#one" )
      when
      then
        insertLogical( "rule" );
      end

      rule "Second"
        @source("s#two")
        @id("second")
      when
      then
      end
      """;
  private static final String VERDICT =
      """
      package org.spinepain.guideline.rules.decision;
      rule "Third" @id( "third" ) @source( "s#three" ) when $p : P() then end
      """;

  private static final RuleIndex INDEX =
      RuleIndex.of(
          new TreeMap<>(Map.of("decision/2-verdict.drl", VERDICT, "decision/1-scope.drl", SCOPE)));

  @Test
  void rulesAreInTheOrderOfFilesAndLinesWithWhatTheirHeadsSay() {
    assertThat(INDEX.entries())
        .containsExactly(
            new RuleIndex.Entry(
                0, "decision/1-scope.drl", 4, "first", "s#one", "First: a rule, with a comma"),
            new RuleIndex.Entry(1, "decision/1-scope.drl", 11, "second", "s#two", "Second"),
            new RuleIndex.Entry(2, "decision/2-verdict.drl", 2, "third", "s#three", "Third"));
  }

  @Test
  void linesThatEndAsOnWindowsAreReadTheSame() {
    assertThat(RuleIndex.of(new TreeMap<>(Map.of("f.drl", SCOPE.replace("\n", "\r\n")))).entries())
        .isEqualTo(RuleIndex.of(new TreeMap<>(Map.of("f.drl", SCOPE))).entries());
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    assertThat(RuleIndex.read(INDEX.lines()).entries()).isEqualTo(INDEX.entries());
  }

  @Test
  void aRuleIsFoundByItsName() {
    assertThat(INDEX.find("Second")).contains(INDEX.entries().get(1));
  }

  @Test
  void whatIsNoRuleIsNotFound() {
    assertThat(INDEX.find("No rule")).isEmpty();
  }

  @Test
  void thePlaceOfARuleIsItsFileAndLine() {
    assertThat(INDEX.entries().get(1).place()).isEqualTo("decision/1-scope.drl:11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "decision/1-scope.drl", "f.drl\t1\tid\tsource", "f.drl\tx\tid\tsource\tname"})
  void aDamagedLineIsRefused(String line) {
    assertThatThrownBy(() -> RuleIndex.read(List.of(line)))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("damaged");
  }
}
