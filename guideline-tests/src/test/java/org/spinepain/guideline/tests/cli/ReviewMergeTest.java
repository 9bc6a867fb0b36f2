package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code review --counts}, and counts of several sites as its files. */
class ReviewMergeTest {

  @TempDir private Path folder;

  private String north;
  private String south;

  /** Each site has counts too small to be shown; a person is at both. */
  @BeforeEach
  void twoSites() throws IOException {
    north =
        new ReferralLines()
            .and(3, "A", "2025-06")
            .and(9, "B", "2025-07")
            .person("both", "B", "2025-07")
            .to(folder.resolve("north.ndjson"));
    south =
        new ReferralLines()
            .and(4, "A", "2025-06")
            .person("both", "A", "2025-06")
            .to(folder.resolve("south.ndjson"));
    Files.writeString(folder.resolve("key"), "a secret of 16 bytes or more");
  }

  @Test
  void theCountsOfTwoSitesGiveTheSummaryOfAllReferrals() throws IOException {
    assertThat(run(true, north, "--counts", path("north.counts")).exitCode()).isZero();
    assertThat(run(true, south, "--counts", path("south.counts")).exitCode()).isZero();

    CommandRun merged =
        run(true, path("north.counts"), path("south.counts"), "--json", path("merged.json"));
    CommandRun whole = run(true, north, south, "--json", path("whole.json"));

    assertThat(merged).isEqualTo(whole);
    assertThat(folder.resolve("merged.json")).hasSameTextualContentAs(folder.resolve("whole.json"));
    assertThat(merged.out()).contains("18 cases with 18 requests");
  }

  @Test
  void countsAndReferralsGoTogether() throws IOException {
    run(true, north, "--counts", path("north.counts"));

    assertThat(run(true, path("north.counts"), south)).isEqualTo(run(true, north, south));
  }

  @Test
  void countsKnowOfPersonsOnlyWithAKey() throws IOException {
    run(false, north, "--counts", path("without.counts"));
    run(true, north, "--counts", path("with.counts"));

    assertThat(folder.resolve("without.counts")).content().doesNotContain("\nperson\t");
    assertThat(folder.resolve("with.counts")).content().contains("\nperson\t");
    assertThat(run(false, path("without.counts")).out()).doesNotContain(" persons, ");
    assertThat(run(false, path("with.counts")).err())
        .contains("told apart by the key of this review");
  }

  @Test
  void countsThatKnowOfNoPersonsAreNotMergedWithWhatDoes() throws IOException {
    run(false, north, "--counts", path("without.counts"));

    assertThat(run(true, path("without.counts"), south).err())
        .contains("without.counts: summary, line ", "it was written without a key");
    assertThat(run(false, path("without.counts"), south).err())
        .contains("Counts know of no persons without --person-key, the referrals do");
  }

  @Test
  void aSummaryInJsonCannotBeMerged() throws IOException {
    run(false, north, "--json", path("north.json"));

    assertThat(run(false, path("north.json"), south).err())
        .contains(
            "north.json: a summary in JSON cannot be merged, since small counts are withheld in it;"
                + " merge what --counts wrote");
  }

  @Test
  void countsThatAreDamagedOrOfOtherRulesAreTold() throws IOException {
    run(false, north, "--counts", path("north.counts"));
    String counts = Files.readString(folder.resolve("north.counts"));
    Files.writeString(folder.resolve("cut.counts"), counts.substring(0, counts.length() - 4));
    Files.writeString(folder.resolve("other.counts"), counts.replaceFirst("sha256:.", "sha256:x"));

    assertThat(run(false, path("cut.counts")).err())
        .contains("cut.counts: summary, line ", "found no end, allowed is a whole summary");
    assertThat(run(false, path("other.counts")).err())
        .contains(
            "other.counts: summary, line 2: found sha256:x",
            "allowed is a summary of the same rules");
  }

  @Test
  void countsThatCannotBeMergedAreToldBeforeReferralsAreRead() throws IOException {
    Files.writeString(folder.resolve("no.ndjson.gz"), "no gzip");
    Files.writeString(folder.resolve("no.counts"), "no counts");

    assertThat(run(false, path("no.ndjson.gz"), path("no.counts")).err())
        .contains("no.counts: summary, line 1: found another first line, allowed is a summary");
  }

  @Test
  void badUsageIsTold() throws IOException {
    assertThat(run(false, north, "--counts", path("north.txt")).err())
        .contains("allowed is a file that ends in .counts");
    assertThat(run(false, "none.counts").err())
        .contains("none.counts cannot be read: there is no such file");
    Files.writeString(folder.resolve("key"), "short");
    assertThat(run(true, north).err()).contains("key: allowed is a key of at least 16 bytes");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private CommandRun run(boolean withKey, String... args) {
    List<String> all = new ArrayList<>(List.of("review"));
    all.addAll(List.of(args));
    if (withKey) {
      all.addAll(List.of("--person-key", path("key")));
    }
    return CommandRun.of(all.toArray(String[]::new));
  }
}
