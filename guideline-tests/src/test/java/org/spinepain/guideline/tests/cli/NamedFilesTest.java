package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command writes replaces nothing that it reads, and nothing else that it writes. */
class NamedFilesTest {

  private static final List<String> READ =
      List.of("r.ndjson", "a.counts", "m.yaml", "key", "s.json", "o.yaml", "p.yaml");

  @TempDir private Path folder;

  /** Files that nothing could be read from: they are refused before. */
  @BeforeEach
  void write() throws IOException {
    for (String name : READ) {
      Files.writeString(folder.resolve(name), "as before");
    }
    Files.createDirectory(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("r.ndjson"));
    Files.createSymbolicLink(folder.resolve("here"), Path.of("."));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          review r.ndjson --json @r.ndjson,                        FILE @r.ndjson
          review r.ndjson --html @./r.ndjson,                      FILE @r.ndjson
          review r.ndjson --html @sub/../r.ndjson,                 FILE @r.ndjson
          review r.ndjson --json @link.json,                       FILE @r.ndjson
          review here/r.ndjson --json @r.ndjson,                   FILE @here/r.ndjson
          review r.ndjson --json @here/r.ndjson,                   FILE @r.ndjson
          review a.counts r.ndjson --counts @a.counts,             FILE @a.counts
          review r.ndjson --mapping m.yaml --json @m.yaml,         --mapping @m.yaml
          review r.ndjson --person-key key --json @key,            --person-key @key
          review r.ndjson --against s.json --json @s.json,         --against @s.json
          review r.ndjson --overlay o.yaml --html @o.yaml,         --overlay @o.yaml
          review r.ndjson --rules p.yaml --html @p.yaml,           --rules @p.yaml
          review r.ndjson --against-rules key --html @key,         --against-rules @key
          review r.ndjson --json new --html @new,                  --json @new
          review r.ndjson --json new --html @here/./new,           --json @new
          review r.ndjson --json here/x.counts --counts @x.counts, --json @here/x.counts
          review r.ndjson --csv new --html @new,                   --csv @new
          review-protocol p.yaml --html @p.yaml,                   FILE @p.yaml
          review-protocol p.yaml --html @here/p.yaml,              FILE @p.yaml
          review-protocol p.yaml --overlay o.yaml --html @o.yaml,  --overlay @o.yaml
          """)
  void aFileThatIsNamedTwiceIsNotWritten(String command, String other) throws IOException {
    List<String> words = List.of(command.split(" "));
    String option = words.get(words.size() - 2);
    String found = inFolder(words.get(words.size() - 1));

    CommandRun run = CommandRun.of(words.stream().map(this::argument).toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines().get(0))
        .isEqualTo(
            "guideline: %s: found %s, the same file as %s; allowed is a file of its own"
                .formatted(option, found, inFolder(other)));
    for (String name : READ) {
      assertThat(folder.resolve(name)).hasContent("as before");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(READ.size() + 3);
    }
  }

  @Test
  void filesOfTheSameNameInOtherFoldersAreOthers() throws IOException {
    String referrals = new ReferralLines().and(6, "A", "2025-06").to(folder.resolve("r.ndjson"));
    Path json = folder.resolve("sub/r.ndjson");

    CommandRun run = CommandRun.of("review", referrals, "--json", json.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("6 cases");
    assertThat(json).content().startsWith("{");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          review r.ndjson --csv @sub --html @here/sub/page.html,       --csv @sub
          review r.ndjson --rules @sub --json @sub/s.json,             --rules @sub
          review r.ndjson --against-rules @sub --csv @sub/tables,      --against-rules @sub
          review-protocol p.yaml --rules @here/sub --html @sub/p.html, --rules @here/sub
          """)
  void anOutputWithinAFolderThatIsReadOrWrittenIsRefused(String command, String other) {
    List<String> words = List.of(command.split(" "));

    CommandRun run = CommandRun.of(words.stream().map(this::argument).toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errLines().get(0))
        .isEqualTo(
            "guideline: %s: found %s within %s, allowed is outside it"
                .formatted(
                    words.get(words.size() - 2),
                    inFolder(words.get(words.size() - 1)),
                    inFolder(other)));
    assertThat(folder.resolve("sub")).isEmptyDirectory();
  }

  private String argument(String word) {
    return word.startsWith("review") || word.startsWith("--") ? word : inFolder("@" + word);
  }

  /** With this folder for the sign before a file. */
  private String inFolder(String text) {
    return text.replaceFirst("@+", folder + "/");
  }
}
