package org.spinepain.guideline.tests.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.CaseDocuments;

/** A property that fails tells the case that it fails on as a document. */
class CaseDocumentFormatTest {

  private static final Pattern CASE = Pattern.compile("(?m)^ +clinicalCase:\\s+(\\{.*})$");

  /** Fails on each of its cases, and keeps them. */
  static class Failing {

    private static final List<ClinicalCase> CASES = new ArrayList<>();

    @Property(tries = 1, seed = "388", shrinking = ShrinkingMode.OFF)
    void onEveryCase(@ForAll("any") ClinicalCase clinicalCase) {
      CASES.add(clinicalCase);
      throw new AssertionError("as it should");
    }

    @Provide
    static Arbitrary<ClinicalCase> any() {
      return CaseArbitraries.any();
    }
  }

  @Test
  void theCaseThatAPropertyFailsOnIsToldAsADocumentThatReadsAsThatCase() {
    String told = told(Failing.class);

    assertThat(Failing.CASES).hasSize(1);
    Matcher document = CASE.matcher(told);
    assertThat(document.find()).as(told).isTrue();
    assertThat(CaseDocuments.readJson(document.group(1))).isEqualTo(Failing.CASES.get(0));
  }

  private static String told(Class<?> properties) {
    StringBuilder told = new StringBuilder();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(properties))
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build(),
            new TestExecutionListener() {
              @Override
              public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                entry.getKeyValuePairs().values().forEach(told::append);
              }
            });
    return told.toString();
  }
}
