package org.spinepain.guideline.tests.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of results, as an interrupt may leave it. */
class ResultsFileTest {

  private static final String OF = "sha256:0";

  private static final List<MutantResult> RESULTS =
      List.of(
          new MutantResult("a.drl@1-2:x", Outcome.KILLED_BY_VIGNETTES, List.of("v-1", "v-2"), ""),
          new MutantResult("a.drl@3-4:\"é\"", Outcome.SURVIVED, List.of(), "schön\n\"größer\" ≥ 3"),
          new MutantResult("a.drl@5-6:", Outcome.EQUIVALENT, List.of(), "the same"));

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("in/a/folder/mutation.ndjson");
  }

  private byte[] written() throws IOException {
    try (ResultsFile results = ResultsFile.goOn(file(), OF)) {
      RESULTS.forEach(results::add);
    }
    return Files.readAllBytes(file());
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    written();
    assertThat(ResultsFile.read(file(), OF).values()).containsExactlyElementsOf(RESULTS);
  }

  @Test
  void aResultStandsInTheFileAsSoonAsItIsAdded() throws IOException {
    try (ResultsFile results = ResultsFile.goOn(file(), OF)) {
      results.add(RESULTS.get(0));
      assertThat(ResultsFile.read(file(), OF).values()).containsExactly(RESULTS.get(0));
    }
  }

  @Test
  void thereAreNoResultsWhereThereIsNoFile() throws IOException {
    assertThat(ResultsFile.read(file(), OF)).isEmpty();
  }

  @Test
  void resultsOfSomethingElseAreNotRead() throws IOException {
    written();
    assertThat(ResultsFile.read(file(), "sha256:1")).isEmpty();
  }

  @Test
  void resultsOfSomethingElseAreNotGoneOnWith() throws IOException {
    written();
    ResultsFile.goOn(file(), "sha256:1").close();
    assertThat(Files.readString(file())).isEqualTo("{\"of\":\"sha256:1\"}\n");
  }

  @Test
  void whereverAFileWasCutTheLinesThatAreWholeAreGoneOnWith() throws IOException {
    byte[] all = written();
    for (int cut = 0; cut < all.length; cut++) {
      Files.write(file(), Arrays.copyOf(all, cut));
      ResultsFile.goOn(file(), OF).close();
      assertThat(ResultsFile.read(file(), OF).values())
          .as("cut at %d", cut)
          .containsExactlyElementsOf(RESULTS.subList(0, wholeResults(all, cut)));
    }
  }

  @Test
  void whatWasCutShortIsNotAddedTo() throws IOException {
    byte[] all = written();
    Files.write(file(), Arrays.copyOf(all, all.length - 5));
    try (ResultsFile results = ResultsFile.goOn(file(), OF)) {
      results.add(RESULTS.get(2));
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(all);
  }

  @Test
  void aFileThatCannotBeWrittenAnewStaysAsItWas() throws IOException {
    byte[] all = written();
    Files.createDirectory(file().resolveSibling("mutation.ndjson.new"));
    assertThatThrownBy(() -> ResultsFile.goOn(file(), OF)).isInstanceOf(IOException.class);
    assertThat(Files.readAllBytes(file())).isEqualTo(all);
  }

  @Test
  void nothingButTheFileIsLeft() throws IOException {
    written();
    written();
    try (var files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  /** How many results stand whole before this place, be it without the end of their line. */
  private static int wholeResults(byte[] all, int cut) {
    int lines = 0;
    for (int i = 0; i <= cut; i++) {
      lines += all[i] == '\n' ? 1 : 0;
    }
    return Math.max(0, lines - 1);
  }

  @Test
  void theTestCutsWithinLettersOfSeveralBytes() throws IOException {
    assertThat(new String(written(), UTF_8).length()).isLessThan(written().length);
  }
}
