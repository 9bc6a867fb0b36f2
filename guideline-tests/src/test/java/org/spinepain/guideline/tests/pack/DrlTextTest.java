package org.spinepain.guideline.tests.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Where the parts of rules stand that are laid out in unusual ways. */
class DrlTextTest {

  private static final String TWO_RULES =
      """
      package p;
      rule "A"
        @id( "a" )
        when
          // insert( 1 );
          Patient()
        then
          insert( 1 );
      end
      rule "B"
      when
        Patient()
      then
        insert( 1 );
      end
      """;

  @Test
  void aHeadEndsWhereItsOwnRuleBeginsItsConditionHoweverIndented() {
    assertThat(headOf("A", TWO_RULES)).isEqualTo("rule \"A\"\n  @id( \"a\" )\n");
    assertThat(headOf("B", TWO_RULES)).isEqualTo("rule \"B\"\n");
  }

  @Test
  void aWordThatBeginsLikeWhenBeginsNoCondition() {
    assertThat(headOf("A", TWO_RULES.replace("@id( \"a\" )", "@id(\nwhenever )")))
        .contains("whenever");
  }

  @Test
  void aConsequenceIsFoundInItsOwnRuleAndBehindItsCondition() {
    assertThat(lineOfConsequence("A")).isEqualTo(8);
    assertThat(lineOfConsequence("B")).isEqualTo(14);
  }

  @Test
  void aRuleWhoseConditionBeginsOnNoLineOfItsOwnIsRefusedWithItsPlace() {
    String text = TWO_RULES.replace("  @id( \"a\" )\n  when\n", "  @id( \"a\" ) when\n");
    assertThatThrownBy(() -> headOf("A", text))
        .isInstanceOf(CompilationException.class)
        .hasMessageContaining("decision/1.drl:2: ")
        .hasMessageContaining("begins with when");
  }

  private static int lineOfConsequence(String rule) {
    DrlText drl = DrlText.of("decision/1.drl", TWO_RULES);
    return drl.rules().stream()
        .filter(r -> r.getName().equals(rule))
        .mapToInt(r -> drl.line(drl.consequence(r).from()))
        .findFirst()
        .orElseThrow();
  }

  private static String headOf(String rule, String text) {
    DrlText drl = DrlText.of("decision/1.drl", text);
    return drl.rules().stream()
        .filter(r -> r.getName().equals(rule))
        .map(r -> drl.of(drl.head(r)))
        .findFirst()
        .orElseThrow();
  }
}
