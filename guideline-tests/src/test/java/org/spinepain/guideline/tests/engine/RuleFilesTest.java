package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.RuleIndex;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.tests.pack.PackSource;

/** The index of the rules; what else their files keep to is held by {@code lint}. */
class RuleFilesTest {

  @Test
  void theIndexOfThePrecompiledPackAgreesWithTheParser() {
    assertThat(RulePack.bundled().rules()).containsExactlyElementsOf(readByTheParser());
  }

  @Test
  void theIndexMadeFromTheFilesAgreesWithTheParser() {
    assertThat(RuleIndex.of(PackSource.bundled().drl()).entries())
        .containsExactlyElementsOf(readByTheParser());
  }

  private static List<RuleIndex.Entry> readByTheParser() {
    List<RuleIndex.Entry> entries = new ArrayList<>();
    for (DrlFile file : DrlFile.ofTheGuideline()) {
      for (RuleDescr rule : file.rules()) {
        entries.add(
            new RuleIndex.Entry(
                entries.size(),
                file.name(),
                rule.getLine(),
                annotation(rule, "id"),
                annotation(rule, "source"),
                rule.getName()));
      }
    }
    return entries;
  }

  private static String annotation(RuleDescr rule, String name) {
    return rule.getAnnotation(name).getSingleValueStripped().toString();
  }
}
