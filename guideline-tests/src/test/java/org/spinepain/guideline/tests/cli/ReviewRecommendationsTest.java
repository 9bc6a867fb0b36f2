package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;

/** Every form of a review tells of each recommendation what stands behind it. */
class ReviewRecommendationsTest {

  private static final String CITATION =
      "Busse JW et al. Commonly used interventional procedures for non-cancer chronic spine pain: a"
          + " clinical practice guideline. BMJ 2025;388:e079970";

  private static final String TEXT =
      "Axial spine pain: do not offer epidural injection of local anaesthetic, steroid or both"
          + " outside a clinical trial.";

  private static final String BY_COMPONENT =
      "Combinations of which the guideline names a part only are counted too: that is our reading.";

  @TempDir private Path folder;

  @Test
  void theTextTellsWhichGuidelineAnsweredAndTheStrengthAndSourceOfEachRecommendation()
      throws IOException {
    String text = review().out().replaceAll("\\s+", " ");

    assertThat(text)
        .startsWith(
            "Referrals, 2025-06 What this guideline says of them: "
                + CITATION
                + ", doi 10.1136/bmj-2024-079970, edition 2025. 6 cases")
        .contains(
            "axial-epidural: Strong recommendation against: " + TEXT + " [1] " + BY_COMPONENT,
            "Sources [1] " + CITATION + ", doi 10.1136/bmj-2024-079970. Counts from 1 to 4")
        .doesNotContain("Suppressed");
  }

  @Test
  void thePageTellsTheSame() throws IOException {
    Path html = folder.resolve("s.html");
    review("--html", html.toString());

    PageDocument page = PageDocument.of(Files.readString(html));

    assertThat(page.text())
        .contains(
            "by month of assessment: "
                + CITATION
                + ", doi 10.1136/bmj-2024-079970, edition 2025. Its standing: contested",
            BY_COMPONENT,
            "[1] " + CITATION + ", doi 10.1136/bmj-2024-079970. What is missing")
        .doesNotContain("Suppressed");
    assertThat(page.table("recommendation"))
        .containsExactly("axial epidural Strong recommendation against: " + TEXT + " [1] 6");
  }

  @Test
  void theJsonTellsTheSame() throws IOException {
    Path json = folder.resolve("s.json");
    review("--json", json.toString());

    DocumentNode summary = summary(json);
    DocumentNode told = summary.requiredField("recommendations").requiredField("axial-epidural");
    DocumentNode source = told.requiredField("source");

    assertThat(summary.requiredField("guideline").requiredField("citation").text())
        .isEqualTo(CITATION);
    assertThat(told.requiredField("direction").text()).isEqualTo("against");
    assertThat(told.requiredField("strength").text()).isEqualTo("strong");
    assertThat(told.requiredField("text").text()).isEqualTo(TEXT);
    assertThat(told.requiredField("status").text()).isEqualTo("checked");
    assertThat(told.requiredField("reading").text()).isEqualTo("source");
    assertThat(source.requiredField("id").text()).isEqualTo("bmj-e079970");
    assertThat(source.requiredField("section").text()).isEqualTo("recommendations");
    assertThat(source.requiredField("citation").text()).isEqualTo(CITATION);
    assertThat(source.requiredField("doi").text()).isEqualTo("10.1136/bmj-2024-079970");
    assertThat(told.requiredField("suppressed").isNull()).isTrue();
  }

  @Test
  void theTablesTellTheSame() throws IOException {
    Path tables = folder.resolve("tables");
    review("--csv", tables.toString());

    assertThat(Files.readString(tables.resolve("about.csv")))
        .contains(
            "\"guideline, citation\"," + CITATION + "\r\n",
            "\"guideline, DOI\",10.1136/bmj-2024-079970\r\n",
            "recommendation: axial-epidural,\"" + TEXT + "\"\r\n",
            "\"recommendation: axial-epidural, direction\",against\r\n",
            "\"recommendation: axial-epidural, strength\",strong\r\n",
            "\"recommendation: axial-epidural, status\",checked\r\n",
            "\"recommendation: axial-epidural, reading\",source\r\n",
            "\"recommendation: axial-epidural, source\"," + CITATION + "\r\n")
        .doesNotContain("suppressed");
  }

  private CommandRun review(String... options) throws IOException {
    String file = new ReferralLines().and(6, "clinic-1", "2025-06").to(folder.resolve("r.ndjson"));
    String[] args = new String[options.length + 2];
    args[0] = "review";
    args[1] = file;
    System.arraycopy(options, 0, args, 2, options.length);
    CommandRun run = CommandRun.of(args);
    assertThat(run.exitCode()).isZero();
    return run;
  }

  private static DocumentNode summary(Path json) throws IOException {
    return DocumentParser.json("summary").parse(Files.readAllBytes(json));
  }
}
