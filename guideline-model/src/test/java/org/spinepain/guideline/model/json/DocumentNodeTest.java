package org.spinepain.guideline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spinepain.guideline.model.json.Refusals.assertTells;
import static org.spinepain.guideline.model.json.Refusals.refusalOf;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;

/** Reading the values of a document. */
class DocumentNodeTest {

  private static final String ONE_OF_EACH =
      """
      {"object": {},
       "list": [],
       "text": "x",
       "number": 5,
       "boolean": true,
       "null": null}
      """;

  private static DocumentNode valueOf(String json) {
    return DocumentParser.json("root").parse("{\"a\": " + json + "}").requiredField("a");
  }

  /** Each way of reading, the one kind that it takes, and what it says is allowed. */
  static Stream<Arguments> waysOfReading() {
    return Stream.of(
        way("object", "an object", DocumentNode::entries),
        way("object", "an object", node -> node.field("x")),
        way("object", "an object", node -> node.requiredField("x")),
        way(
            "object",
            "an object",
            node -> {
              node.requireFields("x");
              return node;
            }),
        way("list", "a list", DocumentNode::items),
        way("text", "a text", DocumentNode::text),
        way("number", "a whole number", DocumentNode::wholeNumber),
        way("boolean", "true or false", DocumentNode::bool),
        way("text", "a date of the calendar, as yyyy-MM-dd", DocumentNode::date),
        way("text", "one of present, absent", node -> node.constant(Presence.class)),
        way(
            "text",
            "one of present, absent, unknown",
            node -> node.constant(Presence.class, "unknown")));
  }

  private static Arguments way(String kind, String allowed, Function<DocumentNode, ?> reading) {
    return Arguments.of(kind, allowed, reading);
  }

  @ParameterizedTest(name = "{1} is read from no other kind than {0}")
  @MethodSource("waysOfReading")
  void aValueOfAnotherKindIsRefused(
      String kind, String allowed, Function<DocumentNode, Object> reading) {
    Map<String, String> shown =
        Map.of(
            "object", "an object",
            "list", "a list",
            "text", "\"x\"",
            "number", "5",
            "boolean", "true",
            "null", "null");
    int line = 0;
    for (DocumentNode node : DocumentParser.json("root").parse(ONE_OF_EACH).entries().values()) {
      line++;
      if (!node.path().equals(kind)) {
        assertTells(
            refusalOf(() -> reading.apply(node)),
            node.path(),
            line,
            shown.get(node.path()),
            allowed);
      }
    }
    assertThat(line).isEqualTo(6);
  }

  @Test
  void theFieldsOfAnObjectKeepTheirOrder() {
    assertThat(valueOf("{\"z\": 1, \"a\": 2, \"m\": 3}").entries().keySet())
        .containsExactly("z", "a", "m");
  }

  @Test
  void aFieldThatIsNotThereIsEmpty() {
    assertThat(valueOf("{\"b\": 1}").field("c")).isEmpty();
    assertThat(valueOf("{\"b\": 1}").field("b")).isPresent();
  }

  @Test
  void aRequiredFieldThatIsNotThereIsToldAtItsObject() {
    DocumentNode node = DocumentParser.json("root").parse("\n{\"a\":\n{}}");

    assertTells(
        refusalOf(() -> node.requiredField("a").requiredField("b")),
        "a.b",
        2,
        "nothing",
        "a value; the field is required");
  }

  @Test
  void anUnknownFieldIsToldWithWhatIsAllowedAndItsNameIsNotInTheMessage() {
    DocumentNode node =
        DocumentParser.json("root").parse("{\"a\": {\"b\": 1,\n\"Zaphod\": \"x\"}}");

    InvalidDocumentException refusal =
        refusalOf(() -> node.requiredField("a").requireFields("b", "c"));
    assertTells(refusal, "a.Zaphod", 2, "\"x\"", "only the fields b, c");
    assertThat(refusal).hasMessage("a (line 2, column 1): allowed is only the fields b, c");
  }

  @Test
  void fieldsThatAreAllAllowedAreTakenAlsoWhenSomeAreAbsent() {
    DocumentNode node = valueOf("{\"b\": 1}");
    node.requireFields("b", "c");

    assertThat(node.requiredField("b").wholeNumber()).isEqualTo(1);
  }

  @Test
  void namesDifferInUpperAndLowerCase() {
    assertThat(refusalOf(() -> valueOf("{\"B\": 1}").requireFields("b")).path()).isEqualTo("a.B");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0, 0", "54, 54", "-1, -1", "2147483647, 2147483647"})
  void aWholeNumberIsRead(String json, int number) {
    assertThat(valueOf(json).wholeNumber()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"54.0", "5.4e1", "1e2", "0.5", "1E0"})
  void aNumberWithFractionOrExponentIsNoWholeNumber(String json) {
    assertTells(
        refusalOf(() -> valueOf(json).wholeNumber()),
        "a",
        1,
        json,
        "a whole number, without fraction and exponent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "99999999999999999999"})
  void aWholeNumberIsNotCutOff(String json) {
    assertTells(
        refusalOf(() -> valueOf(json).wholeNumber()),
        "a",
        1,
        json,
        "a whole number from -2147483648 to 2147483647");
  }

  @Test
  void aTruthValueIsRead() {
    assertThat(valueOf("true").bool()).isTrue();
    assertThat(valueOf("false").bool()).isFalse();
  }

  @Test
  void onlyNullIsNull() {
    assertThat(valueOf("null").isNull()).isTrue();
    assertThat(valueOf("\"null\"").isNull()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-30", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"})
  void aDateOfTheCalendarIsRead(String date) {
    assertThat(valueOf("\"" + date + "\"").date()).isEqualTo(LocalDate.parse(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-02-29",
        "1900-02-29",
        "2025-04-31",
        "2025-13-01",
        "2025-00-10",
        "2025-01-00",
        "2025-01-32",
        "2025-1-1",
        "25-01-01",
        "20250101",
        "2025/01/01",
        "01-01-2025",
        "+2025-01-01",
        "-2025-01-01",
        "+12025-01-01",
        "2025-01-01T00:00",
        "2025-01-01Z",
        " 2025-01-01",
        "2025-01-01\\n",
        "٢٠٢٥-٠١-٠١",
        "today",
        ""
      })
  void whatIsNoDateOfTheCalendarIsRefused(String date) {
    assertTells(
        refusalOf(() -> valueOf("\"" + date + "\"").date()),
        "a",
        1,
        "\"" + date.replace("\\n", "\\u000a") + "\"",
        "a date of the calendar, as yyyy-MM-dd");
  }

  @Test
  void aPeriodIsRead() {
    assertThat(valueOf("\"P1Y6M\"").period()).isEqualTo(Period.of(1, 6, 0));
    assertThat(valueOf("\"P12W\"").period()).isEqualTo(Period.ofDays(84));
    assertThat(valueOf("\"P0D\"").period()).isEqualTo(Period.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "3M", "p3m", "-P3M", "P-3M", "P3M ", "PT3H", "P9999999999D"})
  void whatIsNoPeriodIsRefused(String period) {
    assertTells(
        refusalOf(() -> valueOf("\"" + period + "\"").period()),
        "a",
        1,
        "\"" + period + "\"",
        "a period such as P12W, P3M or P1Y6M, in capitals and without sign");
  }

  @Test
  void aConstantIsReadFromItsCode() {
    assertThat(valueOf("\"lumbar\"").constant(SpinalLevel.class)).isEqualTo(SpinalLevel.LUMBAR);
    assertThat(valueOf("\"lumbar\"").constant(SpinalLevel.class, "unspecified"))
        .contains(SpinalLevel.LUMBAR);
    assertThat(valueOf("\"unspecified\"").constant(SpinalLevel.class, "unspecified")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lumbar", "LUMBAR", "lumbar ", "", "unspecified", "Unknown"})
  void whatIsNoCodeIsRefusedAndTheCodesAreTold(String text) {
    assertTells(
        refusalOf(() -> valueOf("\"" + text + "\"").constant(SpinalLevel.class)),
        "a",
        1,
        "\"" + text + "\"",
        "one of cervical, thoracic, lumbar, sacroiliac");
    assertTells(
        refusalOf(() -> valueOf("\"" + text + "\"").constant(SpinalLevel.class, "unknown")),
        "a",
        1,
        "\"" + text + "\"",
        "one of cervical, thoracic, lumbar, sacroiliac, unknown");
  }

  @Test
  void aFieldThatIsAbsentStatesNothingAndOneThatIsNotSpecifiedSaysSo() {
    DocumentNode object = valueOf("{\"level\": \"lumbar\", \"other\": \"unspecified\"}");

    assertThat(object.constant("level", SpinalLevel.class, "unspecified"))
        .contains(SpinalLevel.LUMBAR);
    assertThat(object.constant("other", SpinalLevel.class, "unspecified")).isEmpty();
    assertThat(object.constant("none", SpinalLevel.class, "unspecified")).isEmpty();
    assertThat(object.stated("level", SpinalLevel.class, "unspecified"))
        .isEqualTo(Stated.of(SpinalLevel.LUMBAR));
    assertThat(object.stated("other", SpinalLevel.class, "unspecified"))
        .isEqualTo(Stated.unspecified());
    assertThat(object.stated("none", SpinalLevel.class, "unspecified")).isEqualTo(Stated.nothing());
  }

  @Test
  void aListOfCodesHasEachOnce() {
    assertThat(valueOf("[\"thoracic\", \"lumbar\"]").constants(SpinalLevel.class))
        .containsExactlyInAnyOrder(SpinalLevel.THORACIC, SpinalLevel.LUMBAR);
    assertThat(valueOf("[]").constants(SpinalLevel.class)).isEmpty();
    assertTells(
        refusalOf(() -> valueOf("[\"lumbar\",\n\"lumbar\"]").constants(SpinalLevel.class)),
        "a[1]",
        2,
        "\"lumbar\"",
        "each code once");
  }

  @ParameterizedTest
  @CsvSource({
    "a.b[1].c, a.b[1].c",
    "a.b[1].d, a.b[1]",
    "a.b[2].c, a.b",
    "a.x.c, a",
    "a.b[0].c, a.b[0]",
    "a.b[99999999999], a.b",
    "a b, a",
    "a-b, document",
    "x, document"
  })
  void theNearestValueIsTheLastThatIsOnThePath(String path, String nearest) {
    DocumentNode document =
        DocumentParser.json("document").parse("{\"a\": {\"b\": [0, {\"c\": 1}]}}");

    assertThat(document.nearest(path).path()).isEqualTo(nearest);
  }

  @Test
  void aCallerCanRefuseAValueInItsOwnWords() {
    assertTells(
        refusalOf(
            () -> {
              throw valueOf("[\n5]").items().get(0).refuse("an even number");
            }),
        "a[0]",
        2,
        "5",
        "an even number");
  }

  @Test
  void aTreeDoesNotChange() {
    List<DocumentNode> items = valueOf("[1]").items();
    Map<String, DocumentNode> entries = valueOf("{\"b\": 1}").entries();

    assertThatThrownBy(items::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(entries::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
