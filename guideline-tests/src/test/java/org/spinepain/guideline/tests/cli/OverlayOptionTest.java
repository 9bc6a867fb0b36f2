package org.spinepain.guideline.tests.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.pack.TinyPack;

class OverlayOptionTest {

  private static final String OVERLAY =
      """
      overlay.id = example-hospital
      overlay.owner = Spine service
      overlay.guideline = bmj-2025-e079970
      overlay.edition = 2025
      suppress.axial-epidural.owner = Head of service
      suppress.axial-epidural.reason = Under review.
      suppress.axial-epidural.until = 2026-03-31
      local.consent-form.kind = duty
      local.consent-form.with = recommend-against
      local.consent-form.text = File form 7.
      text.guidance.exercise-therapy = Offer our class.
      """;

  private static final String CASE =
      "{\"caseId\":\"c-1\",\"assessedOn\":\"2025-06-30\",\"patient\":{\"ageYears\":54},"
          + "\"pain\":{\"pattern\":\"axial\",\"duration\":\"P26M\",\"cancer\":\"absent\","
          + "\"inflammatoryArthropathy\":\"absent\"},\"procedures\":[{\"technique\":"
          + "\"epidural-injection\",\"injectate\":\"steroid\"}]}\n";

  @TempDir private Path folder;

  private String overlay(String text) throws IOException {
    return Files.writeString(folder.resolve("site.properties"), text).toString();
  }

  @Test
  void reviewsOfProtocolsTellWhatTheSiteHasAdapted() throws IOException {
    Path page = folder.resolve("page.html");

    CommandRun run =
        CommandRun.of(
            "review-protocol",
            "examples/protocols/back-pain-injections.yaml",
            "--overlay",
            overlay(OVERLAY),
            "--html",
            page.toString());

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "Added by Spine service, not the guideline: - Duty: File form 7.",
            "Adapted by overlay example-hospital of Spine service, sha256:");
    assertThat(page)
        .content()
        .contains("Duty: File form 7.", "Adapted by overlay example-hospital of Spine service");
  }

  @Test
  void reviewsOfReferralsTellByWhatTheRulesAreAdaptedAndWhatIsSuppressed() throws IOException {
    Path page = folder.resolve("page.html");
    Path json = folder.resolve("s.json");
    Path tables = folder.resolve("tables");

    CommandRun run =
        CommandRun.withInput(
            CASE.repeat(6),
            "review",
            "--overlay",
            overlay(OVERLAY.replace("Head of", "=Head of")),
            "--assume",
            "cancer-absent",
            "--html",
            page.toString(),
            "--json",
            json.toString(),
            "--csv",
            tables.toString(),
            "-");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Adapted by overlay example-hospital of Spine service, sha256:")
        .contains("Assumed where unknown, as asked: ")
        .contains(
            "outside a clinical trial. [1] Suppressed by =Head of service until 2026-03-31: Under"
                + " review.");
    assertThat(page)
        .content()
        .contains(
            "overlay example-hospital of Spine service, sha256:",
            "[1] Suppressed by =Head of service until 2026-03-31: Under review.</span>");
    assertThat(json)
        .content()
        .contains("\"assumed\" : [ \"cancer-absent\" ]", "\"id\" : \"example-hospital\"");
    JsonNode suppressed =
        new ObjectMapper().readTree(json.toFile()).at("/recommendations/axial-epidural/suppressed");
    assertThat(suppressed.get("by").asText()).isEqualTo("=Head of service");
    assertThat(suppressed.get("reason").asText()).isEqualTo("Under review.");
    assertThat(suppressed.get("until").asText()).isEqualTo("2026-03-31");
    assertThat(tables.resolve("about.csv"))
        .content()
        .contains(
            "\"recommendation: axial-epidural, suppressed by\",'=Head of service",
            "\"recommendation: axial-epidural, suppressed until\",2026-03-31",
            "\"recommendation: axial-epidural, suppressed because\",Under review.");
  }

  @Test
  void assessTellsWhatTheSiteHasAdapted() throws IOException {
    CommandRun run =
        CommandRun.withInput(CASE, "assess", "--width", "400", "--overlay", overlay(OVERLAY), "-");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains(
            "\nRecommended against.\n",
            " [1] Suppressed by Head of service until 2026-03-31: Under review.\n",
            "\nAdded by Spine service, not the guideline\n  - Duty: File form 7.\n",
            "\nIn the rules' own words, where Spine service has put others\n"
                + "  - Guidance exercise-therapy: Discuss alternatives",
            "] In the words of overlay example-hospital.\n",
            "  - Offer our class. [",
            "\nAdapted by overlay example-hospital of Spine service, sha256:");
  }

  @Test
  void wordsOfASiteHaveNoSayOverTheTerminal() throws IOException {
    String file = overlay(OVERLAY.replace("our class", "our \\u202eclass"));

    assertThat(CommandRun.withInput(CASE, "assess", "--width", "400", "--overlay", file, "-").out())
        .contains("  - Offer our \\u202eclass. [");
  }

  @Test
  void assessTellsProgramsTheSame() throws IOException {
    CommandRun run =
        CommandRun.withInput(
            CASE, "assess", "--format", "ndjson", "--overlay", overlay(OVERLAY), "-");

    JsonNode assessment = new ObjectMapper().readTree(run.out());
    assertThat(assessment.at("/overlays/0/owner").asText()).isEqualTo("Spine service");
    assertThat(assessment.at("/determinations/0/recommendations/0/suppressed/by").asText())
        .isEqualTo("Head of service");
  }

  @Test
  void vignettesAreAskedOfTheAdaptedRules() throws IOException {
    CommandRun run =
        CommandRun.of(
            "vignettes",
            "worked-cases-001",
            "--overlay",
            overlay(OVERLAY.replace("edition = 2025", "edition = 2031")));
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("overlay.edition: found 2031, allowed is 2025");

    assertThat(CommandRun.of("vignettes", "worked-cases-001", "--overlay", overlay(OVERLAY)).out())
        .startsWith("1 vignettes: 1 agree, 0 differ.");
  }

  @Test
  void anOverlayThatIsRefusedIsBadInput() throws IOException {
    String file = overlay(OVERLAY + "verdict = none\n");

    CommandRun run = CommandRun.withInput(CASE, "assess", "--overlay", file, "-");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("guideline: " + file + " has keys that are not known: [verdict]. Allowed are ");
  }

  @Test
  void theVersionTellsTheOverlays() throws IOException {
    CommandRun run = CommandRun.of("assess", "--version", "--overlay", overlay(OVERLAY));

    assertThat(run.outLines())
        .hasSize(4)
        .last()
        .asString()
        .startsWith("overlay example-hospital of Spine service, sha256:");
  }

  @Test
  void overlaysAdaptTheRulesThatAreNamed() throws IOException {
    Path rules = folder.resolve("rules");
    TinyPack.write(TinyPack.source(), rules);
    String file =
        overlay(OVERLAY.lines().filter(line -> !line.startsWith("text.")).collect(joining("\n")));

    CommandRun run =
        CommandRun.withInput(
            CASE, "assess", "--width", "400", "--rules", rules.toString(), "--overlay", file, "-");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Suppressed by Head of service", "Duty: File form 7.");
  }

  @Test
  void anExplanationIsTheSameWithWhatTheSiteHasAdaptedBesides() throws IOException {
    String file =
        overlay(
            OVERLAY
                + "overlay.locale = fr\ntext.recommendation.axial-epidural = Pas de péridurale.\n");
    ObjectNode plain = explained();
    ObjectNode adapted = explained("--overlay", file);

    ObjectNode procedure = (ObjectNode) adapted.at("/procedures/0");
    ObjectNode recommendation = recommendation(procedure);
    assertThat(recommendation.path("text").asText()).isEqualTo("Pas de péridurale.");
    assertThat(recommendation.at("/suppressed/until").asText()).isEqualTo("2026-03-31");
    ObjectNode own = recommendation((ObjectNode) plain.at("/procedures/0"));
    assertThat(procedure.at("/replaced/0/original")).isEqualTo(own.path("text"));
    assertThat(adapted.at("/overlays/0/id").asText()).isEqualTo("example-hospital");

    // And nothing else differs.
    recommendation.set("text", own.path("text"));
    recommendation.set("suppressed", own.path("suppressed"));
    procedure.putArray("replaced");
    adapted.putArray("overlays");
    assertThat(adapted).isEqualTo(plain);

    assertThat(
            CommandRun.withInput(CASE, "explain", "--width", "400", "--overlay", file, "-").out())
        .contains(
            "  Pas de péridurale. [1] In the words of overlay example-hospital. Suppressed by Head of"
                + " service until 2026-03-31: Under"
                + " review.\n",
            "\nIn the rules' own words, where Spine service has put others\n"
                + "  - Recommendation axial-epidural: ",
            "\nAdapted by overlay example-hospital of Spine service, a translation (fr), sha256:");
  }

  private static ObjectNode explained(String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("explain", "--format", "ndjson", "-"));
    args.addAll(List.of(options));
    CommandRun run = CommandRun.withInput(CASE, args.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return (ObjectNode) new ObjectMapper().readTree(run.out());
  }

  private static ObjectNode recommendation(ObjectNode procedure) {
    for (JsonNode recommendation : procedure.path("recommendations")) {
      if (recommendation.path("id").asText().equals("axial-epidural")) {
        return (ObjectNode) recommendation;
      }
    }
    throw new AssertionError("no axial-epidural");
  }

  @Test
  @Tag("thorough")
  void lintTellsWhatIsWrongWithAnOverlay() throws IOException {
    String file = overlay(OVERLAY + "text.caveat.none = Hm.\n");

    CommandRun run = CommandRun.of("lint", "--overlay", file, "--format", "sarif");

    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode result = new ObjectMapper().readTree(run.out()).at("/runs/0/results/0");
    assertThat(result.path("ruleId").asText()).isEqualTo("overlay");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo(Path.of(file).toUri().toString());
    assertThat(CommandRun.of("lint", "--overlay", file + ".no").err())
        .contains("there is no file " + file + ".no");
  }

  @Test
  void diffRefusesAnOverlayThatDoesNotFit() throws IOException {
    CommandRun run =
        CommandRun.of(
            "diff",
            "bundled",
            "bundled",
            "--overlay",
            overlay(OVERLAY.replace("edition = 2025", "edition = 2031")));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("NEW: ", "overlay.edition: found 2031, allowed is 2025");
  }
}
