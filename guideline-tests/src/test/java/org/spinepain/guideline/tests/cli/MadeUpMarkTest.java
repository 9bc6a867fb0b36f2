package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.json.DocumentParser;

/** Whatever is made of made-up referrals says that they are. */
class MadeUpMarkTest {

  private static final String MARK =
      "These referrals were made up by a program, to try the review. They are no data";

  @TempDir private Path folder;

  /** The columns that the mapping leaves out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "clinic|referrer",
        "clinic|referrer|person",
        "caseId|clinic|referrer",
        "caseId|clinic|referrer|person"
      })
  void aTableOfMadeUpReferralsIsMarkedWhateverColumnsAreMapped(String left) throws IOException {
    String mapping =
        Files.readString(Path.of("examples/referrals/mapping.yaml"))
            .replaceAll("(?m)^  (" + left + "): .*\\n", "");
    assertThat(mapping).doesNotContain("SITE", "REFERRER").contains("REF_DATE");

    assertMarked(
        true,
        "examples/referrals/export.csv",
        "--mapping",
        Files.writeString(folder.resolve("mapping.yaml"), mapping).toString());
  }

  @Test
  void aLineIsMarkedByTheCodeOfItsCaseOrOfItsPerson() throws IOException {
    assertMarked(true, lines("made-up-7", "p"));
    assertMarked(true, lines("c", "made-up-person-7"));
  }

  @Test
  void aTableOfMadeUpReferralsIsMarkedWhenTheColumnsThatAreMappedHoldNoneOfTheirCodes()
      throws IOException {
    assertMarked(true, table("7,2025-06-30,made-up-7"));
    assertMarked(false, table("7,2025-06-30,not made-up-7"));
  }

  @Test
  void madeUpReferralsThatAreAllRefusedAreMarked() throws IOException {
    assertMarked(true, table("7,30.6.2025,\n8,30.6.2025, made-up-7"));
    assertMarked(true, bad(Cases.badLine("c") + "\n" + Cases.badLine("made-up-7")));
    assertMarked(true, bad("{\"referral\":{\"clinic\":\"made-up-clinic-A\",\"refer"));
  }

  @Test
  void whatNoProgramMadeUpIsNotMarkedWhenItIsRefused() throws IOException {
    assertMarked(false, table("7,30.6.2025,not made-up-7"));
    assertMarked(false, bad(Cases.badLine("not-made-up-7")));
  }

  @Test
  void whatNoProgramMadeUpIsNotMarked() throws IOException {
    assertMarked(false, lines("c", "p"));
    assertMarked(false, lines("not-made-up-7", "made up by hand"));
    assertMarked(
        false,
        Files.writeString(
                folder.resolve("r.csv"), "DATE,PAIN,PROC,NOTE\n2025-06-30,AX,EPI,not made-up-7\n")
            .toString(),
        "--mapping",
        Files.writeString(
                folder.resolve("m.yaml"),
                """
                columns:
                  assessedOn: {column: DATE, format: yyyy-MM-dd}
                  pain.pattern: {column: PAIN, codes: {AX: axial}}
                  procedure.technique: {column: PROC, codes: {EPI: epidural-injection}}
                """)
            .toString());
  }

  @Test
  void countsKeepTheMarkWhereTheyAreMerged() throws IOException {
    String real = folder.resolve("real.counts").toString();
    String madeUp = folder.resolve("made-up.counts").toString();
    String both = folder.resolve("both.counts").toString();
    CommandRun.of("review", lines("c", "p"), "--counts", real);
    CommandRun.of("review", lines("made-up-7", "p"), "--counts", madeUp);

    assertMarked(false, real);
    assertMarked(true, real, madeUp, "--counts", both);
    assertMarked(true, both);
    assertThat(Files.readString(Path.of(madeUp))).doesNotContain("made-up-7");
  }

  private String[] table(String rows) throws IOException {
    return new String[] {
      Files.writeString(folder.resolve("r.csv"), "REF,DATE,NOTE\n" + rows + "\n").toString(),
      "--mapping",
      Files.writeString(
              folder.resolve("m.yaml"),
              """
              columns: {caseId: REF, assessedOn: DATE}
              constants: {procedure.technique: epidural-injection}
              """)
          .toString()
    };
  }

  private String bad(String lines) throws IOException {
    return Files.writeString(folder.resolve("bad.ndjson"), lines + "\n").toString();
  }

  private String lines(String caseId, String person) throws IOException {
    return Files.writeString(
            folder.resolve("r.ndjson"),
            ("{\"referral\": {\"person\": \"%s\"}, \"case\": %s}\n" + Cases.line("other") + "\n")
                .formatted(person, Cases.line(caseId)))
        .toString();
  }

  /** Whether text, JSON, tables and page of a review have the mark, and a later comparison. */
  private void assertMarked(boolean marked, String... args) throws IOException {
    Path json = folder.resolve("s.json");
    Path html = folder.resolve("s.html");
    Path csv = Files.createTempDirectory(folder, "tables");
    List<String> all = new ArrayList<>(List.of("review"));
    all.addAll(List.of(args));
    all.addAll(List.of("--json", json.toString(), "--html", html.toString(), "--csv", "" + csv));

    CommandRun run = CommandRun.of(all.toArray(String[]::new));

    assertThat(run.out()).contains(" cases with ");
    assertThat(run.out().replaceAll("\\s+", " ").contains(MARK)).isEqualTo(marked);
    assertThat(
            DocumentParser.json("summary")
                .parse(Files.readAllBytes(json))
                .requiredField("madeUp")
                .bool())
        .isEqualTo(marked);
    assertThat(run.outLines().get(0).startsWith("Made up. ")).isEqualTo(marked);
    PageDocument page = PageDocument.of(Files.readString(html));
    assertThat(page.text().contains(MARK)).isEqualTo(marked);
    assertThat(page.title().startsWith("Made up, no data: ")).isEqualTo(marked);
    assertThat(page.heading()).isEqualTo(page.title());
    assertThat(page.onEverySheet()).hasSize(marked ? 1 : 0);
    String prefix = marked ? "made-up-" : "";
    assertThat(Files.readString(csv.resolve(prefix + "about.csv")).contains(MARK))
        .isEqualTo(marked);
    try (Stream<Path> tables = Files.list(csv)) {
      assertThat(tables)
          .hasSizeGreaterThan(10)
          .allMatch(table -> table.getFileName().toString().startsWith("made-up-") == marked);
    }
    assertThat(
            CommandRun.of("review", lines("c", "p"), "--against", json.toString())
                .out()
                .replaceAll("\\s+", " ")
                .contains("the referrals with which it is compared were made up"))
        .isEqualTo(marked);
  }
}
