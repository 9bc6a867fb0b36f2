package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.approved.ApprovedTexts;
import org.spinepain.guideline.tests.mutation.Mutant;
import org.spinepain.guideline.tests.mutation.Mutants;
import org.spinepain.guideline.tests.mutation.MutationRun;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;

class CoverageCommandTest {

  private static final PackSource PACK = PackSource.bundled();

  @TempDir private Path folder;

  @Test
  void whatTheGuidelinesVignettesReachIsToldFromTheResultsOfARun() throws IOException {
    Path results = results(Vignettes.bundled().all());

    CommandRun run = CommandRun.of("coverage", "--results", results.toString());

    int all = Mutants.of(PACK).size();
    assertThat(run.errLines()).containsExactly(all + " of " + all + " mutants were judged before");
    assertThat(run.out())
        .startsWith("# What the vignettes reach\n\n## Vignettes by recommendation and kind\n")
        .contains(
            "\n### decision/1-scope.drl: The guideline is about adults, and the patient is not yet"
                + " one\n\n- the rule: 1: judged-before\n")
        .doesNotContain("None touches");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void rowsThatNoVignetteTouchesAreADifference() throws IOException {
    Path vignettes = folder.resolve("vignettes");
    TinyPack.writeVignette(
        vignettes, "only", TinyPack.ADULT, TinyPack.CHRONIC, "steroid", "recommend-against");
    Path results = results(TinyPack.vignettes(vignettes));

    CommandRun run =
        CommandRun.of(
            "coverage", "--vignettes", vignettes.toString(), "--results", results.toString());

    assertThat(run.out()).contains("\nNone touches:\n\n- Scope: patient.adult\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void rulesThatAreNotThereAreRefused() {
    CommandRun run = CommandRun.of("coverage", "--rules", folder.resolve("nowhere").toString());
    assertThat(run.errLines())
        .satisfiesExactly(
            told -> assertThat(told).contains("nowhere holds no rule pack"),
            help -> assertThat(help).isEqualTo("Try: guideline coverage --help"));
    assertThat(run.exitCode()).isEqualTo(2);
  }

  /** The results of a run in which a vignette noticed every mutant. */
  private Path results(List<Vignette> vignettes) throws IOException {
    Path results = folder.resolve("mutation.ndjson");
    new MutationRun(PACK, vignettes, ApprovedTexts.bundled())
        .judge(List.of(), results, judged -> {});
    try (Writer out = Files.newBufferedWriter(results, StandardOpenOption.APPEND);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      for (Mutant mutant : Mutants.of(PACK)) {
        json.writeStartObject();
        json.writeStringField("mutant", mutant.id());
        json.writeStringField("outcome", "killed-by-vignettes");
        json.writeArrayFieldStart("vignettes");
        json.writeString("judged-before");
        json.writeEndArray();
        json.writeStringField("note", "");
        json.writeEndObject();
        json.writeRaw('\n');
      }
    }
    return results;
  }
}
