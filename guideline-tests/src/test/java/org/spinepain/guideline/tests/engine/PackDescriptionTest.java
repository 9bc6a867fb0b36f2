package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.pack.PackSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What every assessment says of the guideline and of the pack stands in the descriptor or POM. */
class PackDescriptionTest {

  private static final ProcedureRequest EPIDURAL =
      ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC);

  private static final Map<Verdict, ClinicalCase> ONE_OF_EACH_VERDICT =
      Map.of(
          Verdict.RECOMMEND_AGAINST,
          Cases.of(Cases.chronic(PainHistory.axial()), EPIDURAL),
          Verdict.NO_RECOMMENDATION,
          Cases.of(Cases.chronic(PainHistory.axial()).cancer(Presence.PRESENT), EPIDURAL),
          Verdict.INSUFFICIENT_INFORMATION,
          Cases.of(Cases.withoutOnset(PainHistory.axial()).at(SpinalLevel.THORACIC), EPIDURAL));

  private static Properties descriptor;
  private static GuidelineEngine engine;
  private static Assessment assessment;

  @BeforeAll
  static void open() throws IOException {
    descriptor = new Properties();
    Path file =
        repository()
            .resolve("guideline-rules/src/main/resources/org/spinepain/guideline/rules")
            .resolve(PackSource.DESCRIPTOR);
    descriptor.load(new StringReader(Files.readString(file)));
    engine = GuidelineEngine.bundled();
    assessment = engine.assess(ONE_OF_EACH_VERDICT.get(Verdict.RECOMMEND_AGAINST));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void theGuidelineIsThatOfTheDescriptor() {
    assertThat(assessment.guideline())
        .isEqualTo(
            new GuidelineReference(
                descriptor.getProperty("guideline.id"),
                descriptor.getProperty("guideline.edition"),
                descriptor.getProperty("guideline.doi"),
                descriptor.getProperty("evidence.base")));
  }

  @Test
  void theGuidelineIsTheOneOfTheSpecification() {
    assertThat(assessment.guideline())
        .extracting(GuidelineReference::id, GuidelineReference::edition, GuidelineReference::doi)
        .containsExactly("bmj-2025-e079970", "2025", "10.1136/bmj-2024-079970");
  }

  @Test
  void theStandingIsThatOfTheDescriptor() {
    assertThat(assessment.standing())
        .isEqualTo(
            new Standing(
                EditionState.valueOf(
                    descriptor.getProperty("standing.state").toUpperCase(Locale.ROOT)),
                descriptor.getProperty("standing.text"),
                YearMonth.parse(descriptor.getProperty("standing.checkedTo"))));
  }

  @Test
  void theEngineTellsTheSameAsItsAssessments() {
    assertThat(List.of(engine.guideline(), engine.standing(), engine.rules()))
        .containsExactly(assessment.guideline(), assessment.standing(), assessment.rules());
  }

  @Test
  void theCoordinatesAreThoseOfThePom() throws Exception {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(repository().resolve("guideline-rules/pom.xml").toFile())
            .getDocumentElement();
    Element parent = child(project, "parent");
    assertThat(assessment.rules().coordinates())
        .isEqualTo(
            String.join(
                ":",
                child(parent, "groupId").getTextContent(),
                child(project, "artifactId").getTextContent(),
                child(project, "version").getTextContent()));
  }

  @Test
  void theDigestIsThatOfTheSortedPathsAndContents() throws Exception {
    PackSource pack = PackSource.bundled();
    Map<String, String> files = new TreeMap<>(pack.drl());
    files.put(PackSource.DESCRIPTOR, pack.descriptor());
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Map.Entry<String, String> file : files.entrySet()) {
      for (String part : List.of(file.getKey(), file.getValue())) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
    }
    assertThat(assessment.rules())
        .extracting(RulePackReference::digest)
        .isEqualTo("sha256:" + HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void everyRowOfEvidenceMeasuresWhatTheDescriptorSays() {
    assertThat(assessment.determination("p1").evidence())
        .extracting(Evidence::outcome, Evidence::unit, Evidence::comparator)
        .containsExactly(
            tuple(
                descriptor.getProperty("evidence.outcome"),
                descriptor.getProperty("evidence.unit"),
                descriptor.getProperty("evidence.comparator")));
  }

  @ParameterizedTest
  @EnumSource
  void thereIsACaseOfEachVerdict(Verdict verdict) {
    assertThat(engine.assess(ONE_OF_EACH_VERDICT.get(verdict)).determination("p1").verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource
  void aWithdrawnEditionSaysSoLastWithEveryVerdict(Verdict verdict) {
    try (GuidelineEngine withdrawn = in("withdrawn").open()) {
      Determination determination =
          withdrawn.assess(ONE_OF_EACH_VERDICT.get(verdict)).determination("p1");
      assertThat(determination.caveats())
          .as("the caveats of %s", determination.verdict().code())
          .extracting(Caveat::code)
          .endsWith("edition-withdrawn");
    }
  }

  @Test
  void aWithdrawnEditionAnswersOtherwiseAsBefore() {
    ClinicalCase clinicalCase = ONE_OF_EACH_VERDICT.get(Verdict.RECOMMEND_AGAINST);
    try (GuidelineEngine withdrawn = in("withdrawn").open()) {
      assertThat(withdrawn.assess(clinicalCase).determination("p1"))
          .usingRecursiveComparison()
          .ignoringFields("caveats", "trace")
          .isEqualTo(assessment.determination("p1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "contested", "superseded"})
  void anEditionThatIsNotWithdrawnDoesNotSaySo(String state) {
    try (GuidelineEngine other = in(state).open()) {
      assertThat(
              other
                  .assess(ONE_OF_EACH_VERDICT.get(Verdict.RECOMMEND_AGAINST))
                  .determination("p1")
                  .caveats())
          .extracting(Caveat::code)
          .doesNotContain("edition-withdrawn");
    }
  }

  private static PackSource in(String state) {
    return PackSource.bundled()
        .describedWith("standing.state = contested", "standing.state = " + state);
  }

  private static Path repository() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
  }

  private static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    throw new IllegalStateException("the POM has no " + name);
  }
}
