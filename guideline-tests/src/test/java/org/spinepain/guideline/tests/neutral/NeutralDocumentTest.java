package org.spinepain.guideline.tests.neutral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/** How what a vignette states is written, and what is refused, with its line. */
class NeutralDocumentTest {

  private static final GuidelineReference GUIDELINE =
      new GuidelineReference("g-1", "2025", "10.1/g", "trials");

  private static String neutral(String aspect) {
    String vignette = "id: a-001\nexpect:\n  p1:\n    " + aspect + "\n";
    String document =
        NeutralDocument.of(
            GUIDELINE, "g:a:1", List.of(DocumentParser.yaml("vignette").parse(vignette)));
    String written = JsonTree.write(JsonTree.read(document));
    return written.substring(
        written.indexOf("{\"p1\":{") + "{\"p1\":{".length(), written.length() - "}}}]}".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "verdict: no-recommendation | \"verdict\":\"no-recommendation\"",
        "reasons: [] | \"reasons\":[]",
        "caveats: [read-by-component] | \"caveats\":[{\"code\":\"read-by-component\"}]",
        "recommendations: {a-b: direct} |"
            + " \"recommendations\":[{\"id\":\"a-b\",\"basis\":\"direct\",\"dependingOn\":[]}]",
        "recommendations: {a: by-component depending-on pain.pattern procedure.injectate} |"
            + " \"recommendations\":[{\"id\":\"a\",\"basis\":\"by-component\","
            + "\"dependingOn\":[\"pain.pattern\",\"procedure.injectate\"]}]",
        "missing: {pain.cancer: {present: no-recommendation, absent: recommend-against}} |"
            + " \"missing\":[{\"fact\":\"pain.cancer\",\"outcomes\":["
            + "{\"value\":\"present\",\"verdict\":\"no-recommendation\"},"
            + "{\"value\":\"absent\",\"verdict\":\"recommend-against\"}]}]",
      })
  void whatIsStatedIsWrittenInTheFieldsOfAssessments(String stated, String written) {
    assertThat(neutral(stated)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0.20 | \"estimate\":0.20,\"status\":\"checked\",\"dependingOn\":[]",
        "not-held pending | \"estimate\":null,\"status\":\"pending\",\"dependingOn\":[]",
        "-0.56 digest-only depending-on pain.pattern |"
            + " \"estimate\":-0.56,\"status\":\"digest-only\",\"dependingOn\":[\"pain.pattern\"]",
        "-0.56 (-1.30 to 0.17) very-low-certainty pending |"
            + " \"estimate\":-0.56,\"low\":-1.30,\"high\":0.17,\"certainty\":\"very-low\","
            + "\"status\":\"pending\",\"dependingOn\":[]",
        "not-held no-certainty | \"estimate\":null,\"low\":null,\"high\":null,\"certainty\":null,"
            + "\"status\":\"checked\",\"dependingOn\":[]",
        "not-held low-certainty | \"estimate\":null,\"low\":null,\"high\":null,\"certainty\":\"low\","
            + "\"status\":\"checked\",\"dependingOn\":[]",
      })
  void aRowIsWrittenWithWhatItStatesAndNoMore(String figures, String written) {
    assertThat(neutral("evidence: [axial epidural-injection steroid " + figures + "]"))
        .isEqualTo(
            "\"evidence\":[{\"pattern\":\"axial\",\"technique\":\"epidural-injection\","
                + "\"injectate\":\"steroid\","
                + written
                + "}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "axial epidural-injection steroid",
        "diffuse epidural-injection steroid 0.39",
        "axial epidural steroid 0.39",
        "axial epidural-injection saline 0.39",
        "axial epidural-injection steroid .39",
        "axial epidural-injection steroid 00.39",
        "axial epidural-injection steroid unknown",
        "axial epidural-injection steroid 0.39 (-0.94 to 1.71)",
        "axial epidural-injection steroid 0.39 low-certainty",
        "axial epidural-injection steroid not-held (-0.94 to 1.71) low-certainty",
        "axial epidural-injection steroid 0.39 (-0.94 to 1.71) some-certainty",
        "axial epidural-injection steroid 0.39 maybe",
        "axial epidural-injection steroid 0.39 depending-on pain",
        "axial epidural-injection steroid 0.39 depending-on",
      })
  void aRowThatNoAssessmentCouldHaveIsRefused(String row) {
    refused("evidence: [" + row + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recommendations: {a: indirect}",
        "recommendations: {a: direct depending-on pain}",
        "missing: {pain: {present: no-recommendation}}",
        "reasons: [Acute pain]",
        "guidance: [benefit harms]",
      })
  void whatNoAssessmentCouldHaveIsRefused(String stated) {
    refused(stated);
  }

  private static void refused(String stated) {
    assertThatThrownBy(() -> neutral(stated))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            refusal -> {
              assertThat(refusal.line()).isEqualTo(4);
              assertThat(refusal.path()).startsWith("expect.p1.");
            });
  }

  @Test
  void itEndsWithALineEnd() {
    assertThat(NeutralDocument.of(GUIDELINE, "g:a:1", List.of())).endsWith("]\n}\n");
  }
}
