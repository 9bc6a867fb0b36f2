package org.spinepain.guideline.tests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.tests.lint.Expression.Comparison;
import org.spinepain.guideline.tests.lint.Expression.Term;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "adult; adult",
        "!adult; not(adult)",
        "infection || fracture; infection & fracture",
        "a == B.C; a == B.C",
        "a == B.C || == B.D; a == B.C & a == B.D",
        "a in ( B.C, \"d\" ); a in B.C \"d\"",
        "a not in ( B.C ); a not in B.C",
        "!( a == B.C || b ); not(a == B.C) & not(b)",
        "$x : a.b() != c; a.b() != c",
        "rows.size() > 1; rows.size() > 1",
        "a.startsWith( \"b, (c\" ), d; a.startsWith( \"b, (c\" ) & d",
        "a str[startsWith] \"b\"; a str[startsWith] \"b\"",
        "a matches \"b.*\" && !c; a matches \"b.*\" & not(c)"
      })
  void comparisonsAreTakenFromAConstraint(String constraint, String comparisons) {
    assertThat(
            Expression.comparisons(constraint, 0).stream()
                .map(ExpressionTest::words)
                .collect(Collectors.joining(" & ")))
        .isEqualTo(comparisons);
  }

  private static String words(Comparison comparison) {
    String words =
        (comparison.left().text()
                + " "
                + comparison.operator()
                + " "
                + comparison.right().stream().map(Term::text).collect(Collectors.joining(" ")))
            .strip();
    return comparison.isNegated() ? "not(" + words + ")" : words;
  }
}
