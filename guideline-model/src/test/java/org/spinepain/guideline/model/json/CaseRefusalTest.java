package org.spinepain.guideline.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.spinepain.guideline.model.json.Refusals.assertTells;
import static org.spinepain.guideline.model.json.Refusals.refusalOf;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refused case document is told: the path, the line, what was found and what is allowed. */
class CaseRefusalTest {

  private static final String DATE = "a date of the calendar, as yyyy-MM-dd";
  private static final String PERIOD =
      "a period such as P12W, P3M or P1Y6M, in capitals and without sign";
  private static final String NAME = "a text of 1 to 200 characters that is not blank";
  private static final String PATTERN =
      "one of axial, radicular, axial-and-radicular, other, unspecified";
  private static final String CANCER = "one of present, absent, unknown";

  /** A change of one line of the full document, and what it is told. */
  private static Arguments change(
      String line, String changed, int number, String path, String found, String allowed) {
    return Arguments.of(line, changed, number, path, found, allowed);
  }

  static Stream<Arguments> changes() {
    String birth = "\"birthDate\": \"1972-02-29\"";
    String onset = "\"onset\": \"2025-03-30\"";
    String pattern = "\"pattern\": \"axial\"";
    String cancer = "\"cancer\": \"absent\"";
    String arthropathy = "\"inflammatoryArthropathy\": \"absent\"";
    String steroid = "\"injectate\": \"local-anaesthetic-and-steroid\"";
    return Stream.of(
        change(
            "\"caseId\": \"c-1\",", "", 1, "caseId", "nothing", "a value; the field is required"),
        change("\"caseId\": \"c-1\"", "\"caseId\": 1", 2, "caseId", "1", "a text"),
        change("\"caseId\": \"c-1\"", "\"caseId\": null", 2, "caseId", "null", "a text"),
        change("\"caseId\": \"c-1\"", "\"caseId\": \"\"", 2, "caseId", "\"\"", NAME),
        change("\"caseId\": \"c-1\"", "\"caseId\": \"\\t\"", 2, "caseId", "\"\\u0009\"", NAME),
        change(
            "\"caseId\": \"c-1\"",
            "\"caseId\": \"" + "x".repeat(201) + "\"",
            2,
            "caseId",
            "a text of 201 characters",
            NAME),
        change(
            "\"assessedOn\": \"2025-06-30\",",
            "",
            1,
            "assessedOn",
            "nothing",
            "a value; the field is required"),
        change("2025-06-30", "2025-06-31", 3, "assessedOn", "\"2025-06-31\"", DATE),
        change("2025-06-30", "30.06.2025", 3, "assessedOn", "\"30.06.2025\"", DATE),
        change("\"2025-06-30\"", "20250630", 3, "assessedOn", "20250630", DATE),
        change(
            "2025-06-30",
            "1899-12-31",
            3,
            "assessedOn",
            "1899-12-31",
            "a date in the years 1900 to 9999"),
        change(birth, "\"born\": 1", 5, "patient.born", "1", "only the fields birthDate, ageYears"),
        change(birth, "\"birthDate\": null", 5, "patient.birthDate", "null", DATE),
        change("1972-02-29", "1973-02-29", 5, "patient.birthDate", "\"1973-02-29\"", DATE),
        change(
            "1972-02-29",
            "2025-07-01",
            5,
            "patient.birthDate",
            "2025-07-01",
            "a date not after assessedOn, at an age of at most 130 years"),
        change(
            "1972-02-29",
            "1894-06-30",
            5,
            "patient.birthDate",
            "1894-06-30",
            "a date not after assessedOn, at an age of at most 130 years"),
        change(
            birth,
            birth + ",\n\"ageYears\": 53",
            4,
            "patient",
            "both birthDate and ageYears",
            "one of birthDate and ageYears"),
        change(birth, "\"ageYears\": \"53\"", 5, "patient.ageYears", "\"53\"", "a whole number"),
        change(
            birth,
            "\"ageYears\": 53.0",
            5,
            "patient.ageYears",
            "53.0",
            "a whole number, without fraction and exponent"),
        change(
            birth,
            "\"ageYears\": 131",
            5,
            "patient.ageYears",
            "131",
            "a whole number from 0 to 130"),
        change(
            birth, "\"ageYears\": -1", 5, "patient.ageYears", "-1", "a whole number from 0 to 130"),
        change(pattern, "\"pattern\": \"Axial\"", 8, "pain.pattern", "\"Axial\"", PATTERN),
        change(pattern, "\"pattern\": \"unknown\"", 8, "pain.pattern", "\"unknown\"", PATTERN),
        change(pattern, "\"pattern\": null", 8, "pain.pattern", "null", PATTERN),
        change(
            "\"level\": \"lumbar\"",
            "\"level\": \"neck\"",
            9,
            "pain.level",
            "\"neck\"",
            "one of cervical, thoracic, lumbar, sacroiliac, unspecified"),
        change("2025-03-30", "2025-3-30", 10, "pain.onset", "\"2025-3-30\"", DATE),
        change(
            "2025-03-30",
            "2025-07-01",
            10,
            "pain.onset",
            "2025-07-01",
            "a date not after assessedOn and not before birth"),
        change(
            "2025-03-30",
            "1972-02-28",
            10,
            "pain.onset",
            "1972-02-28",
            "a date not after assessedOn and not before birth"),
        change(
            onset,
            onset + ",\n\"duration\": \"P3M\"",
            7,
            "pain",
            "both onset and duration",
            "one of onset and duration"),
        change(onset, "\"duration\": \"p3m\"", 10, "pain.duration", "\"p3m\"", PERIOD),
        change(onset, "\"duration\": \"3 months\"", 10, "pain.duration", "\"3 months\"", PERIOD),
        change(onset, "\"duration\": 90", 10, "pain.duration", "90", PERIOD),
        change(onset, "\"duration\": \"-P3M\"", 10, "pain.duration", "\"-P3M\"", PERIOD),
        change(onset, "\"duration\": \"P-3M\"", 10, "pain.duration", "\"P-3M\"", PERIOD),
        change(onset, "\"duration\": \"P+3M\"", 10, "pain.duration", "\"P+3M\"", PERIOD),
        change(onset, "\"duration\": \"P\"", 10, "pain.duration", "\"P\"", PERIOD),
        change(onset, "\"duration\": \"PT3H\"", 10, "pain.duration", "\"PT3H\"", PERIOD),
        change(onset, "\"duration\": \"P3M2Y\"", 10, "pain.duration", "\"P3M2Y\"", PERIOD),
        change(onset, "\"duration\": \"P1.5M\"", 10, "pain.duration", "\"P1.5M\"", PERIOD),
        change(
            onset,
            "\"duration\": \"P99999999999D\"",
            10,
            "pain.duration",
            "\"P99999999999D\"",
            PERIOD),
        change(
            onset, "\"duration\": \"P999999999W\"", 10, "pain.duration", "\"P999999999W\"", PERIOD),
        change(
            onset,
            "\"duration\": \"P0D\"",
            10,
            "pain.duration",
            "P0D",
            "a period above zero with no negative part, not longer than the person's life"),
        change(
            onset,
            "\"duration\": \"P54Y\"",
            10,
            "pain.duration",
            "P54Y",
            "a period above zero with no negative part, not longer than the person's life"),
        change(cancer, "\"cancer\": \"unspecified\"", 11, "pain.cancer", "\"unspecified\"", CANCER),
        change(cancer, "\"cancer\": false", 11, "pain.cancer", "false", CANCER),
        change(
            arthropathy,
            "\"inflammatoryArthropathy\": \"no\"",
            12,
            "pain.inflammatoryArthropathy",
            "\"no\"",
            CANCER),
        change(
            arthropathy,
            "\"inflammatory-arthropathy\": \"absent\"",
            12,
            "pain.inflammatory-arthropathy",
            "\"absent\"",
            "only the fields pattern, level, onset, duration, cancer, inflammatoryArthropathy,"
                + " otherCauses"),
        change(
            "\"fracture\"",
            "\"infection\"",
            15,
            "pain.otherCauses[1]",
            "\"infection\"",
            "each code once"),
        change(
            "\"fracture\"",
            "\"tumour\"",
            15,
            "pain.otherCauses[1]",
            "\"tumour\"",
            "one of infection, fracture"),
        change(
            "\"fracture\"",
            "\"unknown\"",
            15,
            "pain.otherCauses[1]",
            "\"unknown\"",
            "one of infection, fracture"),
        change(
            "\"rfa\"",
            "\"p1\"",
            27,
            "procedures[1].id",
            "\"p1\" again",
            "an id that no other procedure of the case has"),
        change("\"rfa\"", "\" \"", 27, "procedures[1].id", "\" \"", NAME),
        change("\"rfa\"", "2", 27, "procedures[1].id", "2", "a text"),
        change(
            "\"epidural-injection\"",
            "\"epidural\"",
            21,
            "procedures[0].technique",
            "\"epidural\"",
            "one of epidural-injection, joint-targeted-injection, intramuscular-injection,"
                + " joint-radiofrequency-ablation, dorsal-root-ganglion-radiofrequency, other,"
                + " unspecified"),
        change(
            steroid,
            "\"injectate\": \"none\"",
            22,
            "procedures[0].injectate",
            "none",
            "an injectate other than none, since the technique is an injection"),
        change(
            steroid,
            "\"injectate\": \"saline\"",
            22,
            "procedures[0].injectate",
            "\"saline\"",
            "one of local-anaesthetic, steroid, local-anaesthetic-and-steroid, other, none,"
                + " unspecified"),
        change(
            "\"routine-care\"",
            "\"clinic\"",
            23,
            "procedures[0].setting",
            "\"clinic\"",
            "one of routine-care, clinical-trial, unspecified"),
        change(
            "\"treatment\"",
            "\"therapy\"",
            24,
            "procedures[0].intent",
            "\"therapy\"",
            "one of treatment, diagnosis, unspecified"),
        change(
            "\"intent\": \"treatment\"",
            "\"level\": \"lumbar\"",
            24,
            "procedures[0].level",
            "\"lumbar\"",
            "only the fields id, technique, injectate, setting, intent"),
        change("\"CA-ON\"", "\"\"", 35, "practice.jurisdiction", "\"\"", NAME),
        change("\"CA-ON\"", "null", 35, "practice.jurisdiction", "null", "a text"),
        change(
            "true", "\"yes\"", 36, "practice.proceduresRemainCommon", "\"yes\"", "true or false"),
        change("true", "1", 36, "practice.proceduresRemainCommon", "1", "true or false"),
        change(
            "\"protocol-step\"",
            "\"unspecified\"",
            37,
            "practice.use",
            "\"unspecified\"",
            "one of patient-care, protocol-step"),
        change(
            "\"use\": \"protocol-step\"",
            "\"user\": \"x\"",
            37,
            "practice.user",
            "\"x\"",
            "only the fields jurisdiction, proceduresRemainCommon, use"),
        change(
            "\"practice\":",
            "\"clinic\":",
            34,
            "clinic",
            "an object",
            "only the fields caseId, assessedOn, patient, pain, procedures, practice"));
  }

  @ParameterizedTest(name = "{1} is refused at {3}")
  @MethodSource("changes")
  void aFaultIsToldByPathLineFoundAndAllowed(
      String part, String changed, int line, String path, String found, String allowed) {
    assertThat(SampleCases.FULL).contains(part);
    String document =
        SampleCases.FULL.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(changed));

    assertTells(refusalOf(() -> CaseDocuments.readJson(document)), path, line, found, allowed);
    assertTells(refusalOf(() -> CaseDocuments.readYaml(document)), path, line, found, allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "\"c-1\"", "true"})
  void aDocumentThatIsNoObjectIsRefused(String document) {
    InvalidDocumentException refusal = refusalOf(() -> CaseDocuments.readJson(document));

    assertThat(refusal.path()).isEqualTo("case");
    assertThat(refusal.allowed()).isEqualTo("an object");
    assertThat(refusal.caseId()).isEmpty();
  }

  @Test
  void aCaseWithoutProceduresIsRefused() {
    String start = "{\"caseId\": \"c-1\",\n\"assessedOn\": \"2025-06-30\"";

    assertTells(
        refusalOf(() -> CaseDocuments.readJson(start + "}")),
        "procedures",
        1,
        "nothing",
        "a value; the field is required");
    assertTells(
        refusalOf(() -> CaseDocuments.readJson(start + ",\n\"procedures\": []}")),
        "procedures",
        3,
        "none",
        "at least one procedure");
    assertTells(
        refusalOf(() -> CaseDocuments.readJson(start + ",\n\"procedures\": {}}")),
        "procedures",
        3,
        "an object",
        "a list");
    assertTells(
        refusalOf(() -> CaseDocuments.readJson(start + ",\n\"procedures\": [{},\nnull]}")),
        "procedures[1]",
        4,
        "null",
        "an object");
  }

  @Test
  void anIdByPositionThatAnotherProcedureHasIsToldAtTheProcedureWithoutOne() {
    assertTells(
        refusalOf(
            () ->
                CaseDocuments.readJson(
                    """
                    {"caseId": "c-1", "assessedOn": "2025-06-30",
                     "procedures": [{"id": "p2"},
                       {"technique": "other"}]}
                    """)),
        "procedures[1].id",
        3,
        "\"p2\" again",
        "an id that no other procedure of the case has");
  }

  @Test
  void aFieldTwiceIsRefused() {
    assertTells(
        refusalOf(
            () ->
                CaseDocuments.readJson(
                    SampleCases.FULL.replace(
                        "\"level\": \"lumbar\"", "\"level\": \"lumbar\",\n\"level\": \"lumbar\""))),
        "pain.level",
        10,
        "the field \"level\" again",
        "each field once");
  }

  @Test
  void aYamlNumberThatLooksLikeAnAgeIsRefused() {
    assertTells(
        refusalOf(
            () ->
                CaseDocuments.readYaml(
                    "caseId: c-1\nassessedOn: 2025-06-30\npatient:\n  ageYears: 054\n")),
        "patient.ageYears",
        4,
        "054",
        "a number as JSON writes it, or a text in quotes");
    assertTells(
        refusalOf(
            () ->
                CaseDocuments.readYaml(
                    "caseId: c-1\nassessedOn: 2025-06-30\npatient:\n  ageYears: 089\n")),
        "patient.ageYears",
        4,
        "\"089\"",
        "a whole number");
  }

  @Test
  void inALargerDocumentPathsBeginAtItsRoot() {
    DocumentNode vignette =
        DocumentParser.yaml("vignette")
            .parse(
                """
                id: v-1
                case:
                  caseId: c-1
                  assessedOn: 2025-06-30
                  pain:
                    onset: 2025-07-01
                  procedures: [{}]
                """);

    InvalidDocumentException refusal =
        refusalOf(() -> CaseDocuments.read(vignette.requiredField("case")));
    assertTells(
        refusal,
        "case.pain.onset",
        6,
        "2025-07-01",
        "a date not after assessedOn and not before birth");
    assertThat(refusal.caseId()).contains("c-1");
  }

  @Test
  void theIdOfTheCaseIsToldWhereItCouldBeRead() {
    String document = SampleCases.FULL;

    assertThat(
            refusalOf(() -> CaseDocuments.readJson(document.replace("axial", "sideways"))).caseId())
        .contains("c-1");
    assertThat(
            refusalOf(() -> CaseDocuments.readJson(document.replace("2025-03-30", "2030-03-30")))
                .caseId())
        .contains("c-1");
    assertThat(
            refusalOf(() -> CaseDocuments.readJson(document.replace("\"use\"", "\"user\"")))
                .caseId())
        .contains("c-1");
  }

  @Test
  void noIdIsToldWhereThereIsNoValidOne() {
    for (String id : List.of("1", "null", "\"\"", "\" \"", "\"" + "x".repeat(201) + "\"", "[]")) {
      String document = SampleCases.FULL.replace("\"c-1\"", id).replace("2025-03-30", "2030-03-30");
      assertThat(refusalOf(() -> CaseDocuments.readJson(document)).caseId()).as(id).isEmpty();
    }
    assertThat(refusalOf(() -> CaseDocuments.readJson(SampleCases.FULL + "x")).caseId()).isEmpty();
  }

  @Test
  void whatIsFoundIsShortenedAndItsControlCharactersAreEscaped() {
    InvalidDocumentException refusal =
        refusalOf(
            () ->
                CaseDocuments.readJson(
                    SampleCases.FULL.replace(
                        "\"lumbar\"", "\"\\u001b[2J" + "x".repeat(500) + "\"")));

    assertThat(refusal.found()).hasSize(100).startsWith("\"\\u001b[2Jxxx").endsWith("x…");
  }

  /** Documents that name Zaphod where he should not be. */
  static Stream<String> documentsOfZaphod() {
    String[] lines = SampleCases.FULL.split("\n");
    Stream<String> values =
        Stream.iterate(0, i -> i + 1)
            .limit(lines.length)
            .filter(i -> lines[i].contains("\": \"") || lines[i].contains("true"))
            .filter(i -> !lines[i].contains("caseId") && !lines[i].contains("jurisdiction"))
            .filter(i -> !lines[i].contains("\"id\""))
            .map(
                i -> {
                  String[] changed = lines.clone();
                  changed[i] = changed[i].replaceFirst(": [^,]*", ": \"Zaphod\"");
                  return String.join("\n", changed);
                });
    Stream<String> fields =
        Stream.iterate(0, i -> i + 1)
            .limit(lines.length)
            .filter(i -> lines[i].endsWith("{"))
            .map(
                i -> {
                  String[] changed = lines.clone();
                  changed[i] += "\"Zaphod\": 1,";
                  return String.join("\n", changed);
                });
    Stream<String> others =
        Stream.of(
            "Zaphod",
            "\"Zaphod\"",
            "{\"Zaphod\": 1, \"Zaphod\": 2}",
            "{\"Zaphod\": Zaphod}",
            "{\"Zaphod\": \"Zaphod",
            "{\"Zaphod\": \"\\Zaphod\"}",
            "{\"Zaphod\": 'Zaphod'}",
            "{\"Zaphod\": 01}",
            "{\"Zaphod\": 1}, \"Zaphod\"",
            "{\"Zaphod\": " + "[".repeat(60),
            "Zaphod: Zaphod: Zaphod",
            "Zaphod: [Zaphod",
            "Zaphod: &Zaphod 1",
            "Zaphod: *Zaphod",
            "Zaphod: !Zaphod Zaphod",
            "Zaphod: 054",
            "Zaphod: yes",
            "Zaphod: @Zaphod",
            "Zaphod: 'Zaphod",
            "? [Zaphod]\n: Zaphod",
            "Zaphod: 0b12Zaphod\nZaphod: 1",
            "%Zaphod Zaphod\n---\n",
            "Zaphod: \u0007Zaphod",
            "caseId: Zaphod\nZaphod: 1",
            SampleCases.FULL.replace("\"c-1\"", "\"Zaphod\"").replace("2025-03-30", "2030-01-01"),
            SampleCases.FULL.replace("\"p1\"", "\"Zaphod\"").replace("\"rfa\"", "\"Zaphod\""),
            SampleCases.FULL.replace("\"p1\"", "\"Zaphod" + "d".repeat(200) + "\""),
            SampleCases.FULL.replace("\"CA-ON\"", "\"Zaphod" + "d".repeat(200) + "\""));
    return Stream.of(values, fields, others).flatMap(documents -> documents);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("documentsOfZaphod")
  void nothingThatAHostLogsOfARefusalHoldsWhatTheDocumentSays(String document) {
    assertThat(document).contains("Zaphod");
    for (InvalidDocumentException refusal :
        List.of(
            refusalOf(() -> CaseDocuments.readJson(document)),
            refusalOf(() -> CaseDocuments.readYaml(document)),
            refusalOf(
                () ->
                    CaseDocuments.readJson(new ByteArrayInputStream(document.getBytes(UTF_8)))))) {
      StringWriter logged = new StringWriter();
      refusal.printStackTrace(new PrintWriter(logged));

      assertThat(logged.toString()).contains("allowed is").doesNotContain("Zaphod");
      assertThat(refusal.toString()).doesNotContain("Zaphod");
    }
  }

  @Test
  void thereAreDocumentsOfZaphodForEveryFieldAndEveryObject() {
    assertThat(documentsOfZaphod().filter(document -> document.contains("\"Zaphod\": 1,")))
        .hasSizeGreaterThanOrEqualTo(6);
    assertThat(
            documentsOfZaphod()
                .flatMap(document -> Arrays.stream(document.split("\n")))
                .filter(line -> line.endsWith(": \"Zaphod\"") || line.endsWith(": \"Zaphod\",")))
        .hasSizeGreaterThanOrEqualTo(16);
  }
}
