package org.spinepain.guideline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spinepain.guideline.model.json.Refusals.refusalOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/** Holds the schema of cases and the code that reads them to each other. */
class CaseSchemaTest {

  /** A value of each kind, by the name of the kind. */
  private static final Map<String, String> KINDS =
      Map.of("a text", "\"x\"", "a number", "1", "true", "true", "an object", "{}", "a list", "[]");

  private static JsonNode full() {
    return Schemas.tree(SampleCases.FULL);
  }

  private static void put(JsonNode document, String pointer, JsonNode value) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = document.at(pointer.substring(0, slash));
    String name = pointer.substring(slash + 1);
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(name), value);
    } else {
      ((ObjectNode) parent).set(name, value);
    }
  }

  private static Arguments changed(String name, Consumer<JsonNode> change) {
    JsonNode document = full();
    change.accept(document);
    return Arguments.of(name, document.toString());
  }

  private static Arguments changed(String pointer, String json) {
    return changed(
        pointer + " is " + (json.length() < 60 ? json : "a text of " + (json.length() - 2)),
        document -> put(document, pointer, Schemas.tree(json)));
  }

  /** The full document with one field in place of another, with which it cannot stand. */
  private static Arguments instead(String pointer, String other, String json) {
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    return changed(
        parent + "/" + other + " is " + json,
        document -> {
          remove(document, pointer);
          put(document, parent + "/" + other, Schemas.tree(json));
        });
  }

  private static void remove(JsonNode document, String pointer) {
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) document.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
  }

  /** The pointers of all values of the document. */
  private static Map<String, JsonNode> values(JsonNode document) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    collect("", document, values);
    return values;
  }

  private static void collect(String pointer, JsonNode value, Map<String, JsonNode> into) {
    into.put(pointer, value);
    value
        .properties()
        .forEach(entry -> collect(pointer + "/" + entry.getKey(), entry.getValue(), into));
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      collect(pointer + "/" + i, value.get(i), into);
    }
  }

  static Stream<Arguments> validDocuments() {
    List<Arguments> documents = new ArrayList<>();
    documents.add(Arguments.of("the full document", SampleCases.FULL));
    documents.add(Arguments.of("the least document", SampleCases.LEAST));
    values(full()).keySet().stream()
        .filter(pointer -> !pointer.isEmpty() && !pointer.matches(".*/[0-9]+"))
        .filter(pointer -> !List.of("/caseId", "/assessedOn", "/procedures").contains(pointer))
        .forEach(
            pointer ->
                documents.add(changed("no " + pointer, document -> remove(document, pointer))));
    for (String empty : List.of("/patient", "/pain", "/practice", "/procedures/0")) {
      documents.add(changed(empty, "{}"));
    }
    Map.of(
            "/pain/pattern", withWord(Coded.codes(PainPattern.class), "unspecified"),
            "/pain/level", withWord(Coded.codes(SpinalLevel.class), "unspecified"),
            "/pain/cancer", withWord(Coded.codes(Presence.class), "unknown"),
            "/pain/inflammatoryArthropathy", withWord(Coded.codes(Presence.class), "unknown"),
            "/procedures/0/technique", withWord(Coded.codes(Technique.class), "unspecified"),
            "/procedures/1/injectate", withWord(Coded.codes(Injectate.class), "unspecified"),
            "/procedures/0/setting", withWord(Coded.codes(Setting.class), "unspecified"),
            "/procedures/0/intent", withWord(Coded.codes(Intent.class), "unspecified"),
            "/practice/use", Coded.codes(PracticeUse.class))
        .forEach(
            (pointer, codes) ->
                codes.forEach(code -> documents.add(changed(pointer, "\"" + code + "\""))));
    documents.addAll(
        List.of(
            changed("/caseId", "\"" + "x".repeat(200) + "\""),
            changed("/caseId", "\"" + "😀".repeat(200) + "\""),
            changed("/caseId", "\" x \""),
            changed("/caseId", "\"\\u00a0\""),
            changed("/practice/jurisdiction", "\"" + "x".repeat(200) + "\""),
            changed("/procedures/0/id", "\"x\""),
            changed("/assessedOn", "\"2025-07-01\""),
            changed("/patient/birthDate", "\"2025-03-30\""),
            changed("/pain/onset", "\"2024-02-29\""),
            changed("/pain/otherCauses", "[]"),
            changed("/pain/otherCauses", "[\"fracture\"]"),
            changed("/practice/proceduresRemainCommon", "false"),
            instead("/patient/birthDate", "ageYears", "53"),
            instead("/pain/onset", "duration", "\"P3M\""),
            instead("/pain/onset", "duration", "\"P12W\""),
            instead("/pain/onset", "duration", "\"P1Y2M3W4D\""),
            instead("/pain/onset", "duration", "\"P0Y0M1D\""),
            instead("/pain/onset", "duration", "\"P03M\"")));
    for (int age : new int[] {1, 130}) {
      documents.add(
          changed(
              "age " + age,
              document -> {
                put(document, "/patient", Schemas.tree("{\"ageYears\": " + age + "}"));
              }));
    }
    documents.add(
        changed(
            "age 0",
            document -> {
              put(document, "/patient", Schemas.tree("{\"ageYears\": 0}"));
              remove(document, "/pain/onset");
            }));
    return documents.stream();
  }

  private static List<String> withWord(List<String> codes, String word) {
    return Stream.concat(codes.stream(), Stream.of(word)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("validDocuments")
  void schemaAndCodeTakeAValidDocument(String name, String document) {
    assertThat(Schemas.caseErrors(document)).isEmpty();
    assertThat(CaseDocuments.readYaml(document)).isEqualTo(CaseDocuments.readJson(document));
  }

  /** Single faults in a full document. */
  static Stream<Arguments> faults() {
    List<Arguments> faults = new ArrayList<>();
    values(full())
        .forEach(
            (pointer, value) -> {
              if (value.isObject()) {
                faults.add(
                    changed(
                        "an unknown field in " + pointer,
                        document -> put(document, pointer + "/comment", Schemas.tree("\"x\""))));
              }
              if (!pointer.isEmpty()) {
                faults.add(changed(pointer, "null"));
                KINDS.forEach(
                    (kind, json) -> {
                      if (Schemas.tree(json).getNodeType() != value.getNodeType()) {
                        faults.add(changed(pointer, json));
                      }
                    });
              }
              boolean coded =
                  value.isTextual() && !pointer.matches(".*(Id|id|jurisdiction|On|Date|onset)");
              if (coded) {
                String code = value.asText();
                faults.add(changed(pointer, "\"" + code.toUpperCase(Locale.ROOT) + "\""));
                faults.add(changed(pointer, "\"" + code + " \""));
                faults.add(changed(pointer, "\"" + code.replace('-', '_') + "_\""));
                faults.add(changed(pointer, "\"\""));
                faults.add(
                    changed(
                        pointer,
                        pointer.matches(".*(cancer|Arthropathy)")
                            ? "\"unspecified\""
                            : "\"unknown\""));
              }
              if (pointer.matches(".*/(caseId|id|jurisdiction)")) {
                for (String text : List.of("", " ", "\\t\\n", "\\u2003", "\\u001c")) {
                  faults.add(changed(pointer, "\"" + text + "\""));
                }
                faults.add(changed(pointer, "\"" + "x".repeat(201) + "\""));
                faults.add(changed(pointer, "\"" + "😀".repeat(201) + "\""));
              }
              if (pointer.matches(".*(assessedOn|birthDate|onset)")) {
                for (String date :
                    List.of(
                        "",
                        "today",
                        "2025-02-29",
                        "1900-02-29",
                        "2024-02-30",
                        "2024-04-31",
                        "2024-13-01",
                        "2024-00-01",
                        "2024-01-00",
                        "2024-1-1",
                        "20240101",
                        "2024/01/01",
                        "+2024-01-01",
                        "-2024-01-01",
                        "12024-01-01",
                        "2024-01-01T00:00",
                        "2024-01-01Z",
                        " 2024-01-01",
                        "2024-01-01\\n",
                        "٢٠٢٤-٠١-٠١")) {
                  faults.add(changed(pointer, "\"" + date + "\""));
                }
              }
            });
    for (String required : List.of("/caseId", "/assessedOn", "/procedures")) {
      faults.add(changed("no " + required, document -> remove(document, required)));
    }
    for (String age : List.of("-1", "131", "53.5", "\"53\"", "null", "true", "1e3")) {
      faults.add(instead("/patient/birthDate", "ageYears", age));
    }
    for (String duration :
        List.of(
            "",
            "P",
            "P0D",
            "P0Y0M0W0D",
            "p3m",
            "P3m",
            "-P3M",
            "P-3M",
            "P+3M",
            "+P3M",
            "3M",
            "PT3H",
            "P3MT1H",
            "P1.5M",
            "P3M2Y",
            "P3W2M",
            "P3M ",
            "P3M\\n",
            "P٣M",
            "three months")) {
      faults.add(instead("/pain/onset", "duration", "\"" + duration + "\""));
    }
    faults.add(instead("/pain/onset", "duration", "90"));
    for (String injection :
        List.of("epidural-injection", "joint-targeted-injection", "intramuscular-injection")) {
      faults.add(changed("/procedures/1/technique", "\"" + injection + "\""));
    }
    faults.addAll(
        List.of(
            changed("/assessedOn", "\"1899-12-31\""),
            changed("/patient/ageYears", "53"),
            changed("/pain/duration", "\"P3M\""),
            changed("/pain/otherCauses", "[\"infection\", \"infection\"]"),
            changed("/pain/otherCauses", "[\"unknown\"]"),
            changed("/procedures", "[]"),
            changed("/procedures/0/injectate", "\"none\""),
            changed("/practice/use", "\"unspecified\""),
            Arguments.of("a list", "[" + SampleCases.FULL + "]"),
            Arguments.of("a text", "\"c-1\""),
            Arguments.of("a number", "5"),
            Arguments.of("nothing", "{}")));
    return faults.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void schemaAndCodeRefuseASingleFault(String name, String document) {
    assertThat(Schemas.caseErrors(document)).as("what the schema says").isNotEmpty();
    refusalOf(() -> CaseDocuments.readJson(document));
    refusalOf(() -> CaseDocuments.readYaml(document));
  }

  @Test
  void everyFieldOfTheDocumentHasFaults() {
    List<String> names = faults().map(fault -> (String) fault.get()[0]).toList();

    assertThat(names).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    for (String pointer : values(full()).keySet()) {
      assertThat(names).anyMatch(name -> name.contains(pointer + " is"));
    }
  }

  /** Every fault that a schema cannot tell. */
  static Stream<Arguments> faultsThatASchemaCannotTell() {
    String full = SampleCases.FULL;
    String age = "\"ageYears\": 54";
    return Stream.of(
        Arguments.of("a birth after the assessment", full.replace("1972-02-29", "2025-07-01")),
        Arguments.of("a birth over 130 years ago", full.replace("1972-02-29", "1894-06-30")),
        Arguments.of("an onset after the assessment", full.replace("2025-03-30", "2025-07-01")),
        Arguments.of("an onset before birth", full.replace("2025-03-30", "1972-02-28")),
        Arguments.of(
            "an onset before any birth that the age allows",
            full.replace("\"birthDate\": \"1972-02-29\"", age).replace("2025-03-30", "1970-06-30")),
        Arguments.of(
            "a duration longer than the life",
            full.replace("\"onset\": \"2025-03-30\"", "\"duration\": \"P54Y\"")),
        Arguments.of(
            "a duration that no period can hold",
            full.replace("\"onset\": \"2025-03-30\"", "\"duration\": \"P99999999999D\"")),
        Arguments.of("two procedures with one id", full.replace("\"rfa\"", "\"p1\"")),
        Arguments.of(
            "an id that another procedure gets by its position",
            full.replace("\"id\": \"p1\",", "").replace("\"rfa\"", "\"p1\"")),
        Arguments.of(
            "a whole number with a fraction of zero",
            full.replace("\"birthDate\": \"1972-02-29\"", "\"ageYears\": 54.0")),
        Arguments.of(
            "a whole number with an exponent",
            full.replace("\"birthDate\": \"1972-02-29\"", "\"ageYears\": 5.4e1")),
        Arguments.of(
            "a field twice", full.replace("\"pattern\"", "\"pattern\": \"axial\", \"pattern\"")),
        Arguments.of("half a character", full.replace("\"c-1\"", "\"c-\\ud83d\"")),
        Arguments.of("more than a mebibyte", full + " ".repeat(DocumentParser.LARGEST_DOCUMENT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultsThatASchemaCannotTell")
  void onlyTheCodeRefusesWhatASchemaCannotTell(String name, String document) {
    assertThat(Schemas.caseErrors(document)).isEmpty();
    refusalOf(() -> CaseDocuments.readJson(document));
    refusalOf(() -> CaseDocuments.readYaml(document));
  }

  @Test
  void everyEnumerationOfTheSchemaIsThatOfTheCode() {
    Map<String, List<String>> inCode = new TreeMap<>();
    inCode.put("/$defs/attribution/enum", withWord(Coded.codes(Presence.class), "unknown"));
    inCode.put(
        "/$defs/pain/properties/pattern/enum",
        withWord(Coded.codes(PainPattern.class), "unspecified"));
    inCode.put(
        "/$defs/pain/properties/level/enum",
        withWord(Coded.codes(SpinalLevel.class), "unspecified"));
    inCode.put("/$defs/pain/properties/otherCauses/items/enum", Coded.codes(OtherCause.class));
    inCode.put(
        "/$defs/procedure/properties/technique/enum",
        withWord(Coded.codes(Technique.class), "unspecified"));
    inCode.put(
        "/$defs/procedure/properties/injectate/enum",
        withWord(Coded.codes(Injectate.class), "unspecified"));
    inCode.put(
        "/$defs/procedure/properties/setting/enum",
        withWord(Coded.codes(Setting.class), "unspecified"));
    inCode.put(
        "/$defs/procedure/properties/intent/enum",
        withWord(Coded.codes(Intent.class), "unspecified"));
    inCode.put("/$defs/practice/properties/use/enum", Coded.codes(PracticeUse.class));
    inCode.put(
        "/$defs/procedure/not/properties/technique/enum",
        Stream.of(Technique.values()).filter(Technique::isInjection).map(Coded::code).toList());

    assertThat(Schemas.enumerations(Schemas.CASE)).isEqualTo(inCode);
  }

  @Test
  void theSchemaTakesEveryDayOfTheCalendarAndNoOther() {
    Pattern schema = Pattern.compile(Schemas.CASE.at("/$defs/date/pattern").asText());
    List<String> taken = new ArrayList<>();
    List<String> days = new ArrayList<>();
    for (int year = 0; year <= 9999; year += year < 1890 || year > 2110 ? 100 : 1) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          String date = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
          if (schema.matcher(date).find()) {
            taken.add(date);
          }
          if (isDay(year, month, day)) {
            days.add(date);
          }
        }
      }
    }

    assertThat(taken).hasSizeGreaterThan(80_000).isEqualTo(days);
  }

  @Test
  void theSchemaTakesEveryLeapDayAndNoOther() {
    Pattern schema = Pattern.compile(Schemas.CASE.at("/$defs/date/pattern").asText());

    assertThat(
            IntStream.rangeClosed(0, 9999)
                .filter(
                    year ->
                        schema.matcher(String.format(Locale.ROOT, "%04d-02-29", year)).find()
                            != isDay(year, 2, 29)))
        .isEmpty();
  }

  private static boolean isDay(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Test
  void theSchemaTakesForBlankWhatJavaDoes() {
    Pattern schema = Pattern.compile(Schemas.CASE.at("/$defs/name/pattern").asText());

    assertThat(
            IntStream.rangeClosed(0, 0x10FFFF)
                .filter(
                    c ->
                        schema.matcher(Character.toString(c)).find()
                            == Character.toString(c).isBlank()))
        .isEmpty();
  }

  @Test
  void theSchemaKeepsToTheSpecificationOfSchemas() {
    assertThat(Schemas.errorsOfSchema(Schemas.CASE)).isEmpty();
    assertThat(Schemas.errorsOfSchema(Schemas.tree("{\"type\": \"oject\"}"))).isNotEmpty();
    assertThat(Schemas.CASE.at("/$id").asText())
        .isEqualTo("https://spinepain.org/schema/case-1.0.json");
  }

  @Test
  void everyPartOfTheSchemaIsDescribed() {
    assertThat(Schemas.undescribed(Schemas.CASE)).isEmpty();
  }
}
