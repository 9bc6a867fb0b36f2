package org.spinepain.guideline.tests.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;

/** Runs of many mutants: in parallel, interrupted, gone on with, and on what has changed since. */
@Tag("thorough")
class MutationRunTest {

  private static final PackSource PACK = TinyPack.source();

  /** Judged in a moment: nothing is compiled, and the sheet of texts has all of it. */
  private static final List<Mutant> MUTANTS =
      Mutants.of(PACK).stream()
          .filter(mutant -> mutant.part().text().matches("guideline\\..*|standing\\..*"))
          .toList();

  @TempDir private Path folder;

  private TinyRun tiny;
  private MutationRun run;

  @BeforeEach
  void oneVignetteLooks() throws IOException {
    tiny = new TinyRun(folder).withTypical();
    run = tiny.on(PACK);
  }

  @Test
  void everyMutantIsJudgedAndToldOnce() throws IOException {
    List<Judged> told = new ArrayList<>();
    List<Judged> judged = run.judge(MUTANTS, tiny.results(), told::add);
    assertThat(told).containsExactlyInAnyOrderElementsOf(judged);
    assertThat(judged).extracting(Judged::mutant).isEqualTo(MUTANTS);
  }

  @Test
  void twoRunsGiveTheSameResultsInTheSameOrder() throws IOException {
    List<Mutant> mixed =
        Mutants.of(PACK).stream()
            .filter(
                mutant ->
                    MUTANTS.contains(mutant)
                        || (mutant.operator() == Operator.RULE_DROPPED
                            && mutant.part().text().contains("epidural"))
                        || mutant.operator() == Operator.BOUNDARY_MOVED)
            .toList();
    List<Judged> first = run.judge(mixed, folder.resolve("first"), judged -> {});
    List<Judged> second = run.judge(mixed, folder.resolve("second"), judged -> {});
    assertThat(second).isEqualTo(first);
    assertThat(first)
        .extracting(judged -> judged.result().outcome())
        .contains(Outcome.KILLED_BY_VIGNETTES, Outcome.KILLED_BY_APPROVED_TEXTS, Outcome.SURVIVED);
  }

  // Going on.

  @Test
  void aRunThatWasInterruptedJudgesOnlyWhatIsMissing() throws IOException {
    run.judge(MUTANTS, tiny.results(), judged -> {});
    int whole = cutInTheMiddleOfLine(6);
    assertThat(whole).isEqualTo(5);
    assertThat(judgedBy(run)).isEqualTo(MUTANTS.size() - whole);
  }

  @Test
  void aRunThatWasInterruptedComesToTheSameResults() throws IOException {
    List<Judged> uninterrupted = run.judge(MUTANTS, tiny.results(), judged -> {});
    cutInTheMiddleOfLine(6);
    assertThat(run.judge(MUTANTS, tiny.results(), judged -> {})).isEqualTo(uninterrupted);
  }

  @Test
  void aRunThatWasGoneOnWithLeavesAllResults() throws IOException {
    run.judge(MUTANTS, tiny.results(), judged -> {});
    cutInTheMiddleOfLine(6);
    run.judge(MUTANTS, tiny.results(), judged -> {});
    assertThat(judgedBy(run)).isZero();
  }

  @Test
  void howMuchWasJudgedBeforeIsKnownBeforehand() throws IOException {
    run.judge(MUTANTS.subList(0, 4), tiny.results(), judged -> {});
    assertThat(run.alreadyJudged(MUTANTS, tiny.results())).isEqualTo(4);
  }

  @Test
  void aRunOnFewerMutantsKeepsTheResultsOfTheOthers() throws IOException {
    run.judge(MUTANTS, tiny.results(), judged -> {});
    run.judge(MUTANTS.subList(0, 2), tiny.results(), judged -> {});
    assertThat(run.alreadyJudged(MUTANTS, tiny.results())).isEqualTo(MUTANTS.size());
  }

  @Test
  void resultsOfAnEarlierRunAreWholeInTheFileWhenTheNextBegins() throws IOException {
    run.judge(MUTANTS.subList(0, 6), tiny.results(), judged -> {});
    byte[] before = Files.readAllBytes(tiny.results());
    List<byte[]> atFirst = new ArrayList<>();
    run.judge(
        MUTANTS,
        tiny.results(),
        judged -> {
          if (atFirst.isEmpty()) {
            atFirst.add(read(tiny.results()));
          }
        });
    assertThat(Arrays.copyOf(atFirst.get(0), before.length)).isEqualTo(before);
  }

  // Results of something else.

  @Test
  void resultsOfAnotherPackAreNotUsed() throws IOException {
    run.judge(MUTANTS, tiny.results(), judged -> {});
    PackSource other = PACK.describedWith("# What the evidence", "# Again: what the evidence");
    assertThat(judgedBy(tiny.on(other))).isEqualTo(MUTANTS.size());
  }

  @Test
  void resultsOfOtherVignettesAreNotUsed() throws IOException {
    run.judge(MUTANTS, tiny.results(), judged -> {});
    tiny.with("second", TinyPack.ADULT, TinyPack.CHRONIC, "recommend-against");
    assertThat(judgedBy(tiny.on(PACK))).isEqualTo(MUTANTS.size());
  }

  @Test
  void resultsOfAVignetteThatExpectedSomethingElseAreNotUsed() throws IOException {
    Path vignette = folder.resolve("vignettes/typical.yaml");
    run.judge(MUTANTS, tiny.results(), judged -> {});
    Files.writeString(
        vignette,
        Files.readString(vignette)
            .replace("recommend-against}", "recommend-against, evidence: []}"));
    assertThat(judgedBy(tiny.on(PACK))).isEqualTo(MUTANTS.size());
  }

  @Test
  void resultsOfVignettesThatOnlyReadDifferentlyAreUsed() throws IOException {
    Path vignette = folder.resolve("vignettes/typical.yaml");
    run.judge(MUTANTS, tiny.results(), judged -> {});
    Files.writeString(
        vignette, Files.readString(vignette).replace("Told in a sentence", "Told again"));
    assertThat(judgedBy(tiny.on(PACK))).isZero();
  }

  @Test
  void resultsOfAnotherApprovedSheetAreNotUsed() throws IOException {
    run.judge(MUTANTS, tiny.results(), judged -> {});
    String other = TinyPack.sheet(PACK, tiny.vignettes()) + "\n";
    MutationRun unapproved = new MutationRun(PACK, tiny.vignettes(), other);
    assertThat(unapproved.alreadyJudged(MUTANTS, tiny.results())).isZero();
    assertThatThrownBy(() -> judgedBy(unapproved))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("approve");
  }

  @Test
  void resultsOfOtherCodeAreNotUsed() throws IOException {
    run.judge(MUTANTS, tiny.results(), judged -> {});
    String sheet = TinyPack.sheet(PACK, tiny.vignettes());
    MutationRun ofOtherCode = new MutationRun(PACK, tiny.vignettes(), sheet, "other code");
    assertThat(ofOtherCode.alreadyJudged(MUTANTS, tiny.results())).isZero();
  }

  // What goes wrong.

  @Test
  void nothingIsMutatedWhenThePackFailsAVignette() throws IOException {
    tiny.with("wrong", TinyPack.ADULT, TinyPack.CHRONIC, "no-recommendation");
    AtomicInteger told = new AtomicInteger();
    MutationRun refused = tiny.on(PACK);
    assertThatThrownBy(
            () -> refused.judge(MUTANTS, tiny.results(), judged -> told.incrementAndGet()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[wrong]");
    assertThat(told).hasValue(0);
  }

  @Test
  void aFailureOfOursIsNotToldAsAFaultOfThePack() {
    assertThatThrownBy(
            () ->
                run.judge(
                    MUTANTS,
                    tiny.results(),
                    judged -> {
                      throw new IllegalStateException("nobody listens");
                    }))
        .isNotInstanceOf(IllegalStateException.class)
        .hasStackTraceContaining("nobody listens");
  }

  /** How many mutants a run judges, the others being known. */
  private int judgedBy(MutationRun asked) throws IOException {
    AtomicInteger told = new AtomicInteger();
    asked.judge(MUTANTS, tiny.results(), judged -> told.incrementAndGet());
    return told.get();
  }

  /**
   * Cuts the results off in the middle of this line, from 1 behind the first; tells how many stay.
   */
  private int cutInTheMiddleOfLine(int number) throws IOException {
    List<String> lines = Files.readAllLines(tiny.results());
    String cut = lines.get(number).substring(0, lines.get(number).length() / 2);
    String whole = String.join("\n", lines.subList(0, number)) + "\n" + cut;
    Files.write(tiny.results(), whole.getBytes(UTF_8));
    return number - 1;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
