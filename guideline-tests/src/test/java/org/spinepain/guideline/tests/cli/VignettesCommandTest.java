package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.vignette.Vignettes;

class VignettesCommandTest {

  private static final String AGREES =
      """
      id: own-001
      title: A child
      kind: exclusion
      story: Told in a sentence.
      assume: []
      case:
        caseId: own-001
        assessedOn: 2025-06-30
        patient: {ageYears: 9}
        procedures: [{technique: other}]
      expect:
        p1:
          verdict: no-recommendation
          reasons: [not-adult, not-addressed]
      reviewed: {by: A. Clinician, on: 2026-01-31}
      """;

  @TempDir private Path folder;

  private String write(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml).toString();
  }

  @Test
  void allOfTheGuidelinesVignettesRunWhenNothingIsNamed() {
    CommandRun run = CommandRun.of("vignettes");

    int all = Vignettes.bundled().all().size();
    assertThat(run.out())
        .isEqualTo(
            all + " vignettes: " + all + " agree, 0 differ. " + all + " await clinical review.\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aFolderOfTheGuidelinesVignettesAndOneByItsIdRun() {
    CommandRun run = CommandRun.of("vignettes", "worked-cases", "evidence-table-001");

    assertThat(run.out()).startsWith("17 vignettes: 17 agree, 0 differ.");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aVignetteNamedTwiceRunsOnce() {
    CommandRun run = CommandRun.of("vignettes", "worked-cases", "worked-cases-001");

    assertThat(run.out()).startsWith("16 vignettes:");
  }

  @Test
  void aReviewedVignetteAwaitsNoReview() throws IOException {
    CommandRun run = CommandRun.of("vignettes", write("own.yaml", AGREES));

    assertThat(run.out()).isEqualTo("1 vignettes: 1 agree, 0 differ. 0 await clinical review.\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aVignetteThatDiffersIsToldAndTheOthersRun() throws IOException {
    write("a.yaml", AGREES.replace("[not-adult, not-addressed]", "[acute-pain]"));
    write("b.yaml", AGREES);

    CommandRun run = CommandRun.of("vignettes", folder.toString());

    assertThat(run.out())
        .contains(
            """
            own-001: A child (a.yaml)
              p1, reasons
                expected: [acute-pain]
                got:      [not-adult, not-addressed]
                made by:  "The guideline is about adults, and the patient is not yet one" decision/1-scope.drl:12
                          "The guideline does not address this procedure for this pain" decision/4-verdict.drl:13
                not made: "The guideline is about chronic pain, and this pain is still acute" decision/1-scope.drl:20
            """)
        .endsWith("2 vignettes: 1 agree, 1 differ. 0 await clinical review.\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aFileThatHoldsNoVignetteIsToldWithItsLineAndTheOthersRun() throws IOException {
    write("a.yaml", AGREES.replace("kind: exclusion", "kind: odd"));
    write("b.yaml", AGREES);

    CommandRun run = CommandRun.of("vignettes", folder.toString());

    assertThat(run.out())
        .contains("a.yaml:3: kind: found \"odd\", allowed is one of typical,")
        .endsWith(
            "1 vignettes: 1 agree, 0 differ. 0 await clinical review."
                + " 1 files hold no vignette.\n");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void whatNamesNoVignettesIsRefused() {
    CommandRun unknown = CommandRun.of("vignettes", "axial-epidural-999");
    CommandRun empty = CommandRun.of("vignettes", folder.toString());

    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.errLines())
        .first()
        .asString()
        .contains("found no vignettes at axial-epidural-999", "allowed is");
    assertThat(empty.exitCode()).isEqualTo(2);
    assertThat(empty.errLines()).first().asString().contains("allowed is a folder or file");
  }
}
