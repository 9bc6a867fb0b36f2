package org.spinepain.guideline.tests.editions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.TrustedDigests;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;

/** Packs that are loaded from a jar, beside each other and the one on the classpath. */
@Tag("thorough")
class LoadedPackTest {

  private static final List<ClinicalCase> CASES =
      Vignettes.bundled().all().stream().map(Vignette::clinicalCase).toList();

  @TempDir Path folder;

  @Test
  void aPackFromAJarAnswersAsTheSamePackOnTheClasspath() {
    try (GuidelineEngine bundled = GuidelineEngine.bundled();
        GuidelineEngine loaded = open(EditionJars.write(jar(), EditionJars.bundled()))) {
      assertThat(CASES)
          .isNotEmpty()
          .allSatisfy(
              clinicalCase -> {
                Assessment expected = bundled.assess(clinicalCase);
                Assessment answer = loaded.assess(clinicalCase);
                assertThat(answer.determinations()).isEqualTo(expected.determinations());
                assertThat(answer.standing()).isEqualTo(expected.standing());
                assertThat(answer.guideline()).isEqualTo(expected.guideline());
              });
    }
  }

  @Test
  void anAssessmentTellsCoordinatesDigestAndJarOfItsPack()
      throws IOException, NoSuchAlgorithmException {
    Path jar = EditionJars.write(jar(), EditionJars.bundled("2025.7.0"));
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
    try (GuidelineEngine loaded = open(jar)) {
      Assessment answer = loaded.assess(CASES.get(0));
      assertThat(answer.rules().coordinates()).isEqualTo("org.spinepain:guideline-rules:2025.7.0");
      assertThat(answer.rules().digest()).isEqualTo(RulePack.bundled().reference().digest());
      assertThat(answer.rules().jar()).contains("sha256:" + HexFormat.of().formatHex(sha));
    }
  }

  @Test
  void aPackOnTheClasspathTellsNoJar() {
    assertThat(RulePack.bundled().reference().jar()).isEmpty();
  }

  @Test
  void aPackGoesOnWhenItsFileIsOverwrittenAndDeleted() throws IOException {
    Path jar = EditionJars.write(jar(), EditionJars.bundled());
    try (GuidelineEngine bundled = GuidelineEngine.bundled();
        GuidelineEngine loaded = open(jar)) {
      Files.writeString(jar, "no jar any more");
      Files.delete(jar);
      assertThat(CASES)
          .allSatisfy(
              clinicalCase ->
                  assertThat(loaded.assess(clinicalCase).determinations())
                      .isEqualTo(bundled.assess(clinicalCase).determinations()));
    }
  }

  @Test
  void editionsSideBySideEachSayAllInTheirOwnWords() {
    PackSource source = PackSource.bundled();
    try (GuidelineEngine first = open(EditionJars.jar(folder, marked(source, "one"), "2025.8.0"));
        GuidelineEngine second = open(EditionJars.jar(folder, marked(source, "two"), "2025.9.0"))) {
      assertThat(CASES)
          .allSatisfy(
              clinicalCase -> {
                assertThat(words(first.assess(clinicalCase))).allMatch(w -> w.contains("[one] "));
                assertThat(words(second.assess(clinicalCase))).allMatch(w -> w.contains("[two] "));
              });
    }
  }

  private static PackSource marked(PackSource source, String mark) {
    return EditionJars.marked(source, mark);
  }

  private static List<String> words(Assessment assessment) {
    List<String> words = new ArrayList<>(List.of(assessment.standing().text()));
    for (Determination d : assessment.determinations()) {
      d.recommendations().stream().map(Recommendation::text).forEach(words::add);
      d.reasons().stream().map(Reason::text).forEach(words::add);
      d.evidence().stream().map(Evidence::plain).forEach(words::add);
      d.guidance().stream().map(Guidance::text).forEach(words::add);
      d.caveats().stream().map(Caveat::text).forEach(words::add);
    }
    return words;
  }

  @Test
  void classesOfOneNameInTwoPacksAreEachPacksOwn() {
    String words = "All or nearly all people who are well informed";
    SortedMap<String, byte[]> files = EditionJars.bundled();
    // The same class names, and a constant of the same length, so that the classes stay whole.
    files.replaceAll((name, bytes) -> name.endsWith(".class") ? louder(bytes, words) : bytes);
    try (GuidelineEngine bundled = GuidelineEngine.bundled();
        GuidelineEngine loaded = open(EditionJars.write(jar(), files))) {
      assertThat(saying(bundled, words)).isPositive();
      assertThat(saying(bundled, words.toUpperCase(Locale.ROOT))).isZero();
      assertThat(saying(loaded, words.toUpperCase(Locale.ROOT))).isEqualTo(saying(bundled, words));
      assertThat(saying(loaded, words)).isZero();
    }
  }

  private static byte[] louder(byte[] bytes, String words) {
    return new String(bytes, ISO_8859_1)
        .replace(words, words.toUpperCase(Locale.ROOT))
        .getBytes(ISO_8859_1);
  }

  private static long saying(GuidelineEngine engine, String words) {
    return CASES.stream()
        .flatMap(clinicalCase -> words(engine.assess(clinicalCase)).stream())
        .filter(text -> text.startsWith(words))
        .count();
  }

  @Test
  void aWithdrawnEditionLoadsAndSaysSo() {
    Path jar =
        EditionJars.write(
            jar(),
            EditionJars.replacing(
                EditionJars.bundled(),
                EditionJars.DESCRIPTOR,
                "standing.state = .*",
                "standing.state = withdrawn"));
    RulePack pack = load(jar);
    assertThat(pack.withdrawn()).isTrue();
    assertThat(RulePack.bundled().withdrawn()).isFalse();
    try (GuidelineEngine engine = GuidelineEngine.on(pack, EngineOptions.defaults())) {
      assertThat(engine.assess(CASES.get(0)).standing().state()).isEqualTo(EditionState.WITHDRAWN);
    }
  }

  @Test
  void theVignettesThatAPackBringsAreThoseInItsFolder() {
    SortedMap<String, byte[]> files = EditionJars.bundled();
    files.put("META-INF/spinepain/vignettes/site/a.yaml", "id: ä".getBytes(UTF_8));
    files.put("META-INF/spinepain/vignettes/readme.md", "none".getBytes(UTF_8));
    files.put("vignettes/b.yaml", "none".getBytes(UTF_8));
    assertThat(load(EditionJars.write(jar(), files)).vignettes())
        .containsOnlyKeys("site/a.yaml")
        .containsValue("id: ä");
    assertThat(RulePack.bundled().vignettes()).isEmpty();
  }

  private Path jar() {
    return folder.resolve("pack.jar");
  }

  private static RulePack load(Path jar) {
    return RulePack.load(PackOrigin.jar(jar), TrustedDigests.of(EditionJars.digest(jar)));
  }

  private static GuidelineEngine open(Path jar) {
    return GuidelineEngine.on(load(jar), EngineOptions.defaults());
  }
}
