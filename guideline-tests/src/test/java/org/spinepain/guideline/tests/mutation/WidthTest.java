package org.spinepain.guideline.tests.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;
import org.spinepain.guideline.tests.vignette.Vignette;

/** How wide cases are, and that vignettes on the widest notice what no other does. */
class WidthTest {

  private static final PackSource PACK = TinyPack.source();

  private static final String KNOWN_PAIN =
      "pattern: axial, onset: 2023-04-01, cancer: absent, inflammatoryArthropathy: absent";

  @TempDir private Path folder;

  private TinyRun run;

  @BeforeEach
  void oneNarrowVignetteLooks() throws IOException {
    run = new TinyRun(folder).withTypical();
  }

  // Pain patterns are 4, techniques 6, injectates 5; everything else that can be unknown is either
  // of 2. Setting and intent are only unknown when the case says so.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ageYears: 54         | KNOWN                                | technique: epidural-injection, injectate: steroid  | 1
          birthDate: 1971-02-11| KNOWN                                | technique: epidural-injection, injectate: steroid  | 1
                               | KNOWN                                | technique: epidural-injection, injectate: steroid  | 2
          ageYears: 54         | pattern: axial, cancer: absent, inflammatoryArthropathy: absent | technique: epidural-injection, injectate: steroid | 2
          ageYears: 54         | pattern: axial, duration: P1Y, inflammatoryArthropathy: absent  | technique: epidural-injection, injectate: steroid | 2
          ageYears: 54         | pattern: axial, duration: P1Y, cancer: present                  | technique: epidural-injection, injectate: steroid | 2
          ageYears: 54         | duration: P1Y, cancer: absent, inflammatoryArthropathy: absent  | technique: epidural-injection, injectate: steroid | 4
          ageYears: 54         | KNOWN                                | injectate: steroid                                 | 6
          ageYears: 54         | KNOWN                                | technique: epidural-injection                      | 5
          ageYears: 54         | KNOWN                                | technique: joint-radiofrequency-ablation           | 1
          ageYears: 54         | KNOWN                                | technique: joint-radiofrequency-ablation, injectate: unspecified | 5
          ageYears: 54         | KNOWN                                | technique: other, injectate: none, intent: unspecified           | 2
          ageYears: 54         | KNOWN                                | technique: other, injectate: none, setting: unspecified          | 2
                               |                                      | intent: unspecified, setting: unspecified          | 7680
          """)
  void aCaseIsAsWideAsItsUnknownFactsHaveAnswers(
      String patient, String pain, String procedure, int width) {
    assertThat(widthOf(patient, pain, "{" + procedure + "}")).isEqualTo(width);
  }

  @Test
  void theWidestProcedureCounts() {
    String known = "technique: epidural-injection, injectate: steroid";
    String procedures = "{id: a, " + known + "}, {id: b}, {id: c, " + known + "}";
    assertThat(widthOf("ageYears: 54", "KNOWN", procedures)).isEqualTo(30);
  }

  @Test
  void aWideVignetteKillsWhatNoOtherNotices() throws IOException {
    write(
        "all-unknown",
        "{}",
        "insufficient-information, missing: {"
            + "patient.age: {below-18: no-recommendation, at-least-18: insufficient-information},"
            + "pain.duration: {below-3-months: no-recommendation,"
            + " at-least-3-months: insufficient-information},"
            + "pain.pattern: {axial: insufficient-information, radicular: no-recommendation,"
            + " axial-and-radicular: insufficient-information, other: no-recommendation},"
            + "procedure.technique: {epidural-injection: insufficient-information,"
            + " joint-targeted-injection: no-recommendation,"
            + " intramuscular-injection: no-recommendation,"
            + " joint-radiofrequency-ablation: no-recommendation,"
            + " dorsal-root-ganglion-radiofrequency: no-recommendation,"
            + " other: no-recommendation},"
            + "procedure.injectate: {none: no-recommendation,"
            + " local-anaesthetic: insufficient-information,"
            + " steroid: insufficient-information,"
            + " local-anaesthetic-and-steroid: no-recommendation, other: no-recommendation}}");
    MutantResult result = judge(Operator.VALUE_DROPPED, ", Injectate.STEROID");
    assertThat(result.outcome()).isEqualTo(Outcome.KILLED_BY_VIGNETTES);
    assertThat(result.vignettes()).containsExactly("all-unknown");
  }

  @Test
  void aTextThatOnlyAWideVignetteBringsAboutIsNoticedByTheApprovedSheet() throws IOException {
    write("child", "{ageYears: 12}", "no-recommendation, reasons: [not-adult]");
    MutantResult result = judge(Operator.TEXT_CHANGED, "is");
    assertThat(result.outcome()).isEqualTo(Outcome.KILLED_BY_APPROVED_TEXTS);
  }

  private static int widthOf(String patient, String pain, String procedures) {
    return Width.of(
        CaseDocuments.readYaml(
            "{caseId: c, assessedOn: 2025-06-30, patient: {"
                + (patient == null ? "" : patient)
                + "}, pain: {"
                + (pain == null ? "" : pain.replace("KNOWN", KNOWN_PAIN))
                + "}, procedures: ["
                + procedures
                + "]}"));
  }

  /** A vignette of a case of which hardly anything is known. */
  private void write(String id, String patient, String verdict) throws IOException {
    Files.writeString(
        folder.resolve("vignettes/" + id + ".yaml"),
        """
        id: ID
        title: ID
        kind: unknown
        story: Told in a sentence.
        assume: []
        case: {caseId: ID, assessedOn: 2025-06-30, patient: PATIENT, procedures: [{}]}
        expect: {p1: {verdict: VERDICT}}
        reviewed: {by: pending, on: null}
        """
            .replace("ID", id)
            .replace("PATIENT", patient)
            .replace("VERDICT", verdict));
  }

  private MutantResult judge(Operator operator, String before) {
    Mutant mutant =
        Mutants.of(PACK).stream()
            .filter(m -> m.operator() == operator && m.change().before().startsWith(before))
            .findFirst()
            .orElseThrow();
    List<Vignette> vignettes = run.vignettes();
    return new Judge(PACK.build(), vignettes, TinyPack.sheet(PACK, vignettes)).judge(mutant);
  }
}
