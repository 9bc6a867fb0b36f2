package org.spinepain.guideline.tests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.pack.MadeUpRules;
import org.spinepain.guideline.tests.pack.PackSource;

@Tag("thorough")
class OverlayLintTest {

  private static final String HEAD =
      """
      overlay.id = NAME
      overlay.owner = Spine service
      overlay.guideline = bmj-2025-e079970
      overlay.edition = 2025
      """;

  @TempDir private Path folder;

  private Path overlay(String name, String lines) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".properties"), HEAD.replace("NAME", name) + lines);
  }

  private static List<String> told(Path... overlays) {
    return told(PackSource.bundled(), overlays);
  }

  private static List<String> told(PackSource pack, Path... overlays) {
    return OverlayLint.of(pack, List.of(overlays)).stream()
        .map(
            finding ->
                Path.of(finding.file()).getFileName()
                    + ":"
                    + finding.line()
                    + " "
                    + finding.code().code()
                    + ", "
                    + finding.message()
                    + ", write "
                    + finding.instead())
        .toList();
  }

  @Test
  void whatAnEngineRefusesIsToldWithTheLineOfTheKey() throws IOException {
    Path unknown = overlay("unknown", "text.caveat.none = Hm.\nlocal.a.kind = duty\n");
    assertThat(told(unknown))
        .singleElement()
        .asString()
        .startsWith("unknown.properties:1 overlay, has no value for local.a.with, write ");

    Path code = overlay("code", "\ntext.caveat.none = Hm.\n");
    assertThat(told(code))
        .singleElement()
        .asString()
        .startsWith("code.properties:6 overlay, text.caveat.none: found none, write one of ");

    assertThat(told(overlay("keys", "verdict = none\n")))
        .singleElement()
        .asString()
        .startsWith("keys.properties:1 overlay, has keys that are not known: [verdict], write ");
  }

  @Test
  void aPackThatProtectsATextThatIsNotThereIsTold() throws IOException {
    PackSource pack =
        PackSource.bundled()
            .describedWith("texts.quoted = acute-pain", "texts.quoted = acute-pian");

    assertThat(told(pack, overlay("site", "")))
        .singleElement()
        .asString()
        .startsWith(
            "site.properties:1 overlay, the descriptor of the pack, texts.quoted: found acute-pian,"
                + " write one of ");
  }

  @Tag("thorough")
  @Test
  void rulesThatFailOnSomeCasesHideNothing() throws IOException {
    PackSource pack =
        MadeUpRules.added(
            PackSource.bundled(),
            "decision",
            """
            rule "No answer on epidural injections"
              @id( "no-answer" ) @source( "bmj-e079970#scope" )
            when
              Procedure( technique == Technique.EPIDURAL_INJECTION )
            then
              throw new IllegalStateException( "no answer" );
            end
            """);
    Path site =
        overlay(
            "site",
            "local.a.kind = duty\nlocal.a.with = recommend-against\nlocal.a.text = "
                + "x".repeat(301));

    assertThat(told(pack, site))
        .containsExactly(
            "site.properties:7 overlay, local.a.text: the text has 301 characters, write at most"
                + " 300");
  }

  @Test
  void whatTwoOverlaysBothDoIsToldOfTheLater() throws IOException {
    String duty =
        "local.a.kind = duty\nlocal.a.with = no-recommendation\nlocal.a.text = File it.\n";
    assertThat(told(overlay("first", duty), overlay("second", duty)))
        .singleElement()
        .asString()
        .startsWith("second.properties:5 overlay, local.a: ");
  }

  @Test
  void wordsThatAreTooLongOrThoseOfTheRulesAreTold() throws IOException {
    Path site =
        overlay(
            "site",
            "local.a.kind = duty\nlocal.a.with = recommend-against\nlocal.a.text = "
                + "x".repeat(301)
                + "\ntext.guidance.exercise-therapy = "
                + "Discuss alternatives that evidence supports, such as exercise therapy.\n");

    assertThat(told(site))
        .containsExactly(
            "site.properties:7 overlay, local.a.text: the text has 301 characters, write at most"
                + " 300",
            "site.properties:8 overlay, text.guidance.exercise-therapy: these are the rules' own"
                + " words, write nothing, or other words");
  }
}
