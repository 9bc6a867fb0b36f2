package org.spinepain.guideline.tests.neutral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.vignette.Aspect;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.VignetteKind;
import org.spinepain.guideline.tests.vignette.Vignettes;

/**
 * The JSON that the build wrote: the vignettes are all in it, it keeps to its schema, and it says
 * what they say.
 */
class NeutralVignettesTest {

  private static final Map<String, Vignette> BUNDLED =
      Vignettes.bundled().all().stream()
          .collect(Collectors.toMap(Vignette::id, Function.identity()));

  private static final String TEXT = resource("vignettes.json");
  private static final Map<String, Object> DOCUMENT = JsonTree.read(TEXT);

  /** By the id of the vignette, the engine's assessment of the case in the document. */
  private static final Map<String, Assessment> ASSESSMENTS = new LinkedHashMap<>();

  private static final Map<String, Map<String, Object>> AS_JSON = new LinkedHashMap<>();

  @TempDir private static Path built;
  private static Map<String, String> archive;
  private static NeutralSchema schema;

  @BeforeAll
  static void assessTheCasesAndBuildTheArchive() throws IOException {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      for (Map<String, Object> vignette : vignettes()) {
        Assessment assessment =
            engine
                .assuming(assumptions(vignette))
                .assess(CaseDocuments.readJson(JsonTree.write(vignette.get("case"))));
        ASSESSMENTS.put(id(vignette), assessment);
        AS_JSON.put(id(vignette), JsonTree.read(AssessmentDocuments.toCompactJson(assessment)));
      }
    }
    archive = unzip(build("once"));
    schema = new NeutralSchema(archive);
  }

  private static String resource(String name) {
    try (InputStream in = NeutralVignettes.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Map<String, Object>> vignettes() {
    return JsonTree.list(DOCUMENT.get("vignettes")).stream().map(JsonTree::object).toList();
  }

  private static String id(Map<String, Object> vignette) {
    return (String) vignette.get("id");
  }

  private static Map<String, Object> expect(Map<String, Object> vignette) {
    return JsonTree.object(vignette.get("expect"));
  }

  private static Assumption[] assumptions(Map<String, Object> vignette) {
    return JsonTree.list(vignette.get("assume")).stream()
        .map(code -> Coded.of(Assumption.class, (String) code).orElseThrow())
        .toArray(Assumption[]::new);
  }

  private static Path build(String name) throws IOException {
    Path archiveFile = built.resolve(name + ".zip");
    NeutralVignettes.main(
        new String[] {
          built.resolve(name).toString(),
          archiveFile.toString(),
          (String) DOCUMENT.get("coordinates")
        });
    return archiveFile;
  }

  private static Map<String, String> unzip(Path archiveFile) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archiveFile))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void itSaysWhichGuidelineItIsAbout() {
    assertThat(DOCUMENT).containsEntry("formatVersion", "1.0");
    assertThat((String) DOCUMENT.get("coordinates"))
        .matches("org\\.spinepain:guideline-tests:2025\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(JsonTree.object(DOCUMENT.get("guideline")))
        .containsExactly(
            Map.entry("id", "bmj-2025-e079970"),
            Map.entry("edition", "2025"),
            Map.entry("doi", "10.1136/bmj-2024-079970"));
  }

  @Test
  void everyVignetteIsInItOnceInTheOrderOfTheIds() {
    assertThat(vignettes())
        .extracting(NeutralVignettesTest::id)
        .containsExactlyElementsOf(BUNDLED.keySet().stream().sorted().toList());
  }

  @Test
  void aVignetteStandsInItAsItsFileHasIt() {
    assertThat(vignettes())
        .allSatisfy(
            neutral -> {
              Vignette vignette = BUNDLED.get(id(neutral));
              assertThat(neutral)
                  .containsEntry("title", vignette.title())
                  .containsEntry("kind", vignette.kind().code())
                  .containsEntry("story", vignette.story());
              assertThat(neutral.get("pair")).isEqualTo(vignette.pair().orElse(null));
              assertThat(assumptions(neutral))
                  .containsExactlyInAnyOrderElementsOf(vignette.assume());
              assertThat(CaseDocuments.readJson(JsonTree.write(neutral.get("case"))))
                  .isEqualTo(vignette.clinicalCase());
              assertThat(JsonTree.object(neutral.get("reviewed")))
                  .containsEntry("by", vignette.reviewedBy().orElse("pending"))
                  .containsEntry("on", vignette.reviewedOn().map(Object::toString).orElse(null));
            });
  }

  @Test
  void aCaseKeepsWhatItsFileSaysIsUnknown() {
    Map<String, Object> form =
        vignettes().stream()
            .filter(v -> id(v).equals("age-boundary-017"))
            .findFirst()
            .orElseThrow();

    assertThat(JsonTree.write(form.get("case")))
        .contains("\"patient\":{\"ageYears\":0}", "\"cancer\":\"unknown\"")
        .contains("\"setting\":\"unspecified\"");
  }

  @Test
  void everyAspectOfEveryProcedureIsStated() {
    assertThat(vignettes())
        .allSatisfy(
            vignette ->
                assertThat(expect(vignette).values())
                    .hasSameSizeAs(BUNDLED.get(id(vignette)).expect().keySet())
                    .allSatisfy(
                        stated ->
                            assertThat(JsonTree.object(stated))
                                .containsOnlyKeys(Coded.codes(Aspect.class))));
  }

  @Test
  void theEngineAgreesWithEachOfThem() {
    assertThat(vignettes())
        .allSatisfy(
            vignette ->
                assertThat(Comparison.agrees(expect(vignette), AS_JSON.get(id(vignette))))
                    .as(id(vignette))
                    .isTrue());
  }

  /** What is stated is changed in every place, one at a time. */
  @ParameterizedTest
  @EnumSource
  void theEngineDisagreesWhereverAnExpectationIsChanged(Aspect aspect) {
    int changes = 0;
    for (Map<String, Object> vignette : vignettes()) {
      for (Map.Entry<String, Object> procedure : expect(vignette).entrySet()) {
        Object stated = JsonTree.object(procedure.getValue()).get(aspect.code());
        for (Object changed : changed(stated)) {
          changes++;
          assertThat(
                  Comparison.agrees(
                      Map.of(procedure.getKey(), Map.of(aspect.code(), changed)),
                      AS_JSON.get(id(vignette))))
              .as("%s, %s, %s", id(vignette), procedure.getKey(), JsonTree.write(changed))
              .isFalse();
        }
      }
    }
    assertThat(changes).isGreaterThanOrEqualTo(vignettes().size());
  }

  private static List<Object> changed(Object value) {
    List<Object> all = new ArrayList<>();
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (name, field) -> {
            Map<String, Object> renamed = new LinkedHashMap<>(JsonTree.object(object));
            renamed.put(name + "-changed", renamed.remove(name));
            all.add(renamed);
            for (Object other : changed(field)) {
              Map<String, Object> copy = new LinkedHashMap<>(JsonTree.object(object));
              copy.put((String) name, other);
              all.add(copy);
            }
          });
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        List<Object> without = new ArrayList<>(list);
        without.remove(i);
        all.add(without);
        if (!without.isEmpty()) {
          List<Object> twice = new ArrayList<>(without);
          twice.add(without.get(0));
          all.add(twice);
        }
        for (Object other : changed(list.get(i))) {
          List<Object> copy = new ArrayList<>(list);
          copy.set(i, other);
          all.add(copy);
        }
      }
      List<Object> more = new ArrayList<>(list);
      more.add(list.isEmpty() ? "one-more" : list.get(0));
      all.add(more);
    } else if (value instanceof BigDecimal number) {
      all.add(number.add(new BigDecimal("0.01")));
      all.add(null);
    } else {
      all.add(value == null ? BigDecimal.ZERO : value + "-changed");
    }
    return all;
  }

  @Test
  void itTellsAssessmentsApartAsTheVignettesDo() {
    for (Map<String, Object> neutral : vignettes()) {
      Vignette vignette = BUNDLED.get(id(neutral));
      ASSESSMENTS.forEach(
          (of, assessment) -> {
            boolean determined =
                assessment.determinations().stream()
                    .map(determination -> determination.procedureId())
                    .toList()
                    .containsAll(vignette.expect().keySet());
            assertThat(Comparison.agrees(expect(neutral), AS_JSON.get(of)))
                .as("what %s expects, and the assessment of %s", vignette.id(), of)
                .isEqualTo(determined && vignette.differences(assessment).isEmpty());
          });
    }
  }

  @Test
  void itKeepsToItsSchemaAndTheSchemaToItsSpecification() {
    assertThat(schema.errors(TEXT)).isEmpty();
    assertThat(schema.errorsOfItsOwn()).isEmpty();
  }

  /** Fields of another kind, or missing, or too many, in every place of a vignette. */
  @Test
  void theSchemaRefusesWhatAVignetteCannotSay() {
    Map<String, Object> full =
        vignettes().stream()
            .filter(v -> id(v).equals("evidence-table-001"))
            .findFirst()
            .orElseThrow();
    String json = JsonTree.write(alone(full));
    assertThat(schema.errors(json)).isEmpty();
    List<String> faults =
        List.of(
            "'verdict':'recommend-against'->'verdict':'recommend'",
            "'verdict':'recommend-against'->'decision':'recommend-against'",
            "'basis':'direct'->'basis':'indirect'",
            "'dependingOn':[]}],'reasons'->'dependingOn':['pain']}],'reasons'",
            ",'dependingOn':[]}],'reasons'->}],'reasons'",
            "'reasons':[]->'reasons':[{'text':'acute'}]",
            "'reasons':[]->'reasons':['acute-pain']",
            "'missing':[]->'missing':[{'fact':'pain','outcomes':[]}]",
            "'missing':[]->'missing':[{'fact':'pain.cancer','outcomes':[]}]",
            "'pattern':'axial','technique'->'pattern':'diffuse','technique'",
            "'estimate':0.28,->",
            "'estimate':0.28->'estimate':'0.28'",
            "'low':-1.18,->",
            "'certainty':'moderate',->",
            "'certainty':'moderate'->'certainty':'fair'",
            "'status':'checked',->",
            "'caveats':[]->'caveats':[{'code':'a'},{'code':'a'}]",
            "{'code':'benefit'}->{'code':'Benefit'}",
            "'assume':[]->'assume':['rich']",
            "'kind':'typical'->'kind':'odd'",
            "'kind':'typical'->'kind':'boundary'",
            "'by':'pending'->'by':'Dr A'",
            "'assessedOn':->'assessed':",
            "'doi':->'DOI':",
            "'formatVersion':'1.0'->'formatVersion':'2.0'");
    assertThat(faults)
        .allSatisfy(
            fault -> {
              String[] change = fault.replace('\'', '"').split("->", -1);
              assertThat(json).contains(change[0]);
              assertThat(schema.errors(json.replace(change[0], change[1]))).as(fault).isNotEmpty();
            });
  }

  private static Map<String, Object> alone(Map<String, Object> vignette) {
    Map<String, Object> copy = new LinkedHashMap<>(DOCUMENT);
    copy.put("vignettes", List.of(vignette));
    return copy;
  }

  @Test
  void theSchemaNamesTheKindsAndTheAssumptions() {
    Map<String, Object> fields =
        at(
            JsonTree.read(archive.get("neutral-vignettes.schema.json")),
            "$defs",
            "vignette",
            "properties");
    assertThat(at(fields, "kind")).containsEntry("enum", Coded.codes(VignetteKind.class));
    assertThat(at(fields, "assume", "items")).containsEntry("enum", Coded.codes(Assumption.class));
  }

  private static Map<String, Object> at(Map<String, Object> tree, String... path) {
    return Arrays.stream(path).reduce(tree, (t, name) -> JsonTree.object(t.get(name)), (a, b) -> b);
  }

  @Test
  void theArchiveHoldsTheDocumentItsSchemasAndWhatToDoWithThem() {
    assertThat(archive)
        .containsOnlyKeys(
            "README.md",
            "vignettes.json",
            "neutral-vignettes.schema.json",
            "case.schema.json",
            "assessment.schema.json")
        .containsEntry("vignettes.json", TEXT);
  }

  @Test
  void theReadmeOfTheModuleSaysTheSameAsTheOneInTheArchive() throws IOException {
    String readme = archive.get("README.md");
    assertThat(Files.readString(Path.of("README.md"))).contains("\n#" + readme + "\n");
    assertThat(readme)
        .contains(archive.keySet().stream().filter(name -> !name.equals("README.md")).toList())
        .contains("guideline-tests-" + version() + "-vignettes.zip");
  }

  private static String version() {
    String coordinates = (String) DOCUMENT.get("coordinates");
    return coordinates.substring(coordinates.lastIndexOf(':') + 1);
  }

  @Test
  void itHasTheSameBytesWheneverAndWhereverItIsBuilt() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(Files.mismatch(build("again"), built.resolve("once.zip"))).isEqualTo(-1);
    } finally {
      TimeZone.setDefault(zone);
    }
  }
}
