package org.spinepain.guideline.model.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spinepain.guideline.model.json.Refusals.assertTells;
import static org.spinepain.guideline.model.json.Refusals.refusalOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.json.DocumentNode.Kind;

/** What the parser takes and refuses, whatever a document is about. */
class DocumentParserTest {

  private static final DocumentParser JSON = DocumentParser.json("root");
  private static final DocumentParser YAML = DocumentParser.yaml("root");

  static Stream<DocumentParser> bothParsers() {
    return Stream.of(JSON, YAML);
  }

  @Test
  void jsonBecomesATreeWithPathsAndPlaces() {
    DocumentNode root =
        JSON.parse("{\"a\": 1,\n  \"b\" :\n    [1.50, true, null, \"x\", {\"c\": -0}]}");

    assertThat(root.path()).isEqualTo("root");
    assertThat(root.entries()).containsOnlyKeys("a", "b");
    assertPlace(root, 1, 1);
    assertPlace(root.requiredField("a"), 1, 2);
    assertPlace(root.requiredField("b"), 2, 3);
    assertThat(root.requiredField("b").items())
        .extracting(DocumentNode::kind)
        .containsExactly(Kind.NUMBER, Kind.BOOLEAN, Kind.NULL, Kind.TEXT, Kind.OBJECT);
    DocumentNode deep = root.requiredField("b").items().get(4).requiredField("c");
    assertThat(deep.path()).isEqualTo("b[4].c");
    assertPlace(deep, 3, 30);
  }

  @Test
  void yamlBecomesATreeWithPathsAndPlaces() {
    DocumentNode root = YAML.parse("# a comment\na: 1\nb:\n  - 1.50\n  - c: |\n      x\n      y\n");

    assertPlace(root, 2, 1);
    assertPlace(root.requiredField("a"), 2, 1);
    assertPlace(root.requiredField("b"), 3, 1);
    DocumentNode deep = root.requiredField("b").items().get(1).requiredField("c");
    assertThat(deep.path()).isEqualTo("b[1].c");
    assertThat(deep.text()).isEqualTo("x\ny\n");
    assertPlace(deep, 5, 5);
  }

  private static void assertPlace(DocumentNode node, int line, int column) {
    assertThat(node.line()).as("line of %s", node.path()).isEqualTo(line);
    assertThat(node.column()).as("column of %s", node.path()).isEqualTo(column);
  }

  @Test
  void aListAsRootNamesItsItemsAfterTheRoot() {
    assertThat(JSON.parse("[[5]]").items().get(0).items().get(0).path()).isEqualTo("root[0][0]");
  }

  @Test
  void anOddNameIsShownInBracketsWithoutControlCharacters() {
    DocumentNode root = JSON.parse("{\"a b\": {\"c\\u001b\": {\"d\": 1}}}");

    DocumentNode deep = root.requiredField("a b").requiredField("c\u001b").requiredField("d");
    assertThat(deep.path()).isEqualTo("root[\"a b\"][\"c\\u001b\"].d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 01}",
        "{\"a\": +1}",
        "{\"a\": .5}",
        "{\"a\": 5.}",
        "{\"a\": 0x1F}",
        "{\"a\": NaN}",
        "{\"a\": Infinity}",
        "{\"a\": True}",
        "{\"a\": 'x'}",
        "{'a': 1}",
        "{a: 1}",
        "{\"a\": 1,}",
        "[1,,2]",
        "[1 2]",
        "{\"a\" 1}",
        "{\"a\": \"x\ny\"}",
        "{\"a\": \"\\q\"}",
        "{\"a\": \"\\x41\"}",
        "{\"a\": 1} // comment",
        "{/* comment */}",
        "# comment\n{}",
        "{\"a\": 1",
        "{\"a\": \"x",
        "{\"a\":",
        "]",
        "\u0000{}",
      })
  void jsonIsReadWithoutExtensions(String document) {
    assertThat(refusalOf(() -> JSON.parse(document)).allowed())
        .isIn("a well-formed JSON document", "nothing after the document");
  }

  @Test
  void aNumberOfMoreThanAThousandDigitsIsRefusedInJson() {
    String digits = "9".repeat(1001);

    assertThat(refusalOf(() -> JSON.parse("{\"a\": " + digits + "}")).allowed())
        .isEqualTo("a well-formed JSON document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [1, 2",
        "a: 'x",
        "a: @x",
        "\ta: 1",
        "a: 1\n b: 2",
        "? [a]\n: b",
        "{&x {a: 1}: 2}",
        "a: !!binary '%%%'",
        "a: b: c",
        "- a\nb: 1",
      })
  void malformedYamlIsRefused(String document) {
    assertThat(refusalOf(() -> YAML.parse(document)).allowed())
        .isEqualTo("a well-formed YAML document");
  }

  @Test
  void aFaultOfSyntaxIsToldAtItsPlaceWithoutQuotingTheDocument() {
    InvalidDocumentException json =
        refusalOf(() -> JSON.parse("{\"a\": 1,\n \"patient\": Zaphod}"));
    assertTells(json, "root", 2, " \"patient\": Zaphod}", "a well-formed JSON document");
    assertThat(json.column()).isEqualTo(13);
    assertThat(json).hasMessageNotContaining("Zaphod");

    InvalidDocumentException yaml =
        refusalOf(() -> YAML.parse("a: 1\nb:\n  c: 'Zaphod'\n   d: 'Beeblebrox'\n"));
    assertTells(yaml, "root", 4, "   d: 'Beeblebrox'", "a well-formed YAML document");
    assertThat(yaml).hasMessageNotContaining("Zaphod").hasMessageNotContaining("Beeblebrox");
  }

  @Test
  void whatIsCutOffIsToldSo() {
    assertThat(refusalOf(() -> JSON.parse("{\"a\":\n\"Zaphod")).found())
        .isEqualTo("the end of the document");
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void anEmptyDocumentIsRefused(DocumentParser parser) {
    for (String empty : new String[] {"", " ", "\n\n"}) {
      assertTells(
          refusalOf(() -> parser.parse(empty)),
          "root",
          1,
          "nothing",
          "a document that is not empty");
    }
    assertThat(refusalOf(() -> parser.parse("null")).allowed())
        .isEqualTo("a document that is not empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# nothing but a comment", "---", "---\n...\n", "~"})
  void aYamlDocumentOfNothingIsRefused(String document) {
    assertThat(refusalOf(() -> YAML.parse(document)).allowed())
        .isEqualTo("a document that is not empty");
  }

  static Stream<Arguments> documentsWithMoreAfterThem() {
    return Stream.of(
        Arguments.of(JSON, "{}\nx", 2),
        Arguments.of(JSON, "{}{}", 1),
        Arguments.of(JSON, "{}\n\n[]", 3),
        Arguments.of(JSON, "{},", 1),
        Arguments.of(JSON, "{}}", 1),
        Arguments.of(JSON, "5 6", 1),
        Arguments.of(YAML, "a: 1\n---\nb: 2", 3),
        Arguments.of(YAML, "a: 1\n---\n", 3),
        Arguments.of(YAML, "--- {a: 1}\n--- {b: 1}", 2),
        Arguments.of(YAML, "{a: 1} x", 1));
  }

  @ParameterizedTest
  @MethodSource("documentsWithMoreAfterThem")
  void whatFollowsTheDocumentIsRefused(DocumentParser parser, String document, int line) {
    InvalidDocumentException refusal = refusalOf(() -> parser.parse(document));

    assertThat(refusal.allowed()).isEqualTo("nothing after the document");
    assertThat(refusal.line()).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\n...\n", "---\na: 1\n", "%YAML 1.2\n---\na: 1\n", "a: 1 # end\n"})
  void theMarksOfOneYamlDocumentAreTaken(String document) {
    assertThat(YAML.parse(document).requiredField("a").wholeNumber()).isEqualTo(1);
  }

  @Test
  void aNameTwiceInAnObjectIsRefused() {
    InvalidDocumentException refusal =
        refusalOf(() -> JSON.parse("{\"a\": {\"b\": 1,\n\"c\": 2,\n\"b\": 1}}"));

    assertTells(refusal, "a.b", 3, "the field \"b\" again", "each field once");
    assertThat(refusal).hasMessageStartingWith("root (line 3");
    assertTells(
        refusalOf(() -> YAML.parse("a: 1\n'a': 2")),
        "a",
        2,
        "the field \"a\" again",
        "each field once");
  }

  @Test
  void aNameMayStandAgainInAnotherObject() {
    assertThat(JSON.parse("{\"a\": {\"a\": 1}, \"b\": {\"a\": 1}}").entries()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void fiftyListsInOneAnotherAreTakenAndFiftyOneAreNot(DocumentParser parser) {
    assertThat(parser.parse("[".repeat(50) + "]".repeat(50)).kind()).isEqualTo(Kind.ARRAY);

    InvalidDocumentException refusal =
        refusalOf(() -> parser.parse("[".repeat(51) + "]".repeat(51)));
    assertTells(
        refusal,
        "root" + "[0]".repeat(50),
        1,
        "a deeper nesting",
        "a nesting of at most 50 objects and lists");
    assertThat(refusal.column()).isEqualTo(51);
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void fiftyObjectsInOneAnotherAreTakenAndFiftyOneAreNot(DocumentParser parser) {
    assertThat(parser.parse("{\"a\": ".repeat(50) + "1" + "}".repeat(50)).kind())
        .isEqualTo(Kind.OBJECT);
    assertThat(refusalOf(() -> parser.parse("{\"a\": ".repeat(51) + "1" + "}".repeat(51))).path())
        .isEqualTo("a" + ".a".repeat(49));
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void aMebibyteIsTakenAndACharacterMoreIsNot(DocumentParser parser) {
    String largest = "\"" + "x".repeat(DocumentParser.LARGEST_DOCUMENT - 2) + "\"";
    String larger = largest + "\n";

    assertThat(parser.parse(largest).text()).hasSize(DocumentParser.LARGEST_DOCUMENT - 2);
    assertThat(parser.parse(largest.getBytes(UTF_8)).kind()).isEqualTo(Kind.TEXT);
    assertThat(refusalOf(() -> parser.parse(larger)).allowed())
        .isEqualTo("a document of at most 1048576 characters");
    assertThat(refusalOf(() -> parser.parse(larger.getBytes(UTF_8))).allowed())
        .isEqualTo("a document of at most 1048576 bytes");
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void twentyThousandValuesAreTakenAndOneMoreIsNot(DocumentParser parser) {
    String most = "[" + "0, ".repeat(DocumentParser.MOST_VALUES - 2) + "0]";

    assertThat(parser.parse(most).items()).hasSize(DocumentParser.MOST_VALUES - 1);
    assertThat(refusalOf(() -> parser.parse(most.replace("0]", "0, 0]"))).allowed())
        .isEqualTo("at most 20000 values");
  }

  @Test
  void ofAnEndlessStreamNoMoreIsReadThanTheLimitAndOne() throws IOException {
    try (EndlessSpaces endless = new EndlessSpaces()) {
      assertThat(refusalOf(() -> JSON.parse(endless)).allowed())
          .isEqualTo("a document of at most 1048576 bytes");
      assertThat(endless.given).isEqualTo(DocumentParser.LARGEST_DOCUMENT + 1L);
    }
  }

  private static final class EndlessSpaces extends InputStream {
    private long given;

    private boolean closed;

    @Override
    public int read() {
      given++;
      return ' ';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      Arrays.fill(buffer, offset, offset + length, (byte) ' ');
      given += length;
      return length;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void aStreamThatCannotBeReadIsNoRefusalOfTheDocument() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();

    assertThatThrownBy(() -> JSON.parse(closed)).isInstanceOf(IOException.class);
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    try (EndlessSpaces stream = new EndlessSpaces()) {
      refusalOf(() -> JSON.parse(stream));

      assertThat(stream.closed).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void aByteOrderMarkAtTheBeginningIsRefused(DocumentParser parser) {
    String marked = "\uFEFF{\"a\": 1}";

    assertTells(
        refusalOf(() -> parser.parse(marked)),
        "root",
        1,
        "a byte order mark",
        "text without a byte order mark");
    assertThat(refusalOf(() -> parser.parse(marked.getBytes(UTF_8))).allowed())
        .isEqualTo("text without a byte order mark");
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void bytesThatAreNotUtf8AreRefused(DocumentParser parser) {
    assertTells(
        refusalOf(() -> parser.parse("{\"a\":\n\"Zürich\"}".getBytes(ISO_8859_1))),
        "root",
        2,
        "the byte 0xFC",
        "text in UTF-8");
    assertThat(refusalOf(() -> parser.parse("{}".getBytes(UTF_16))).allowed())
        .isEqualTo("text in UTF-8");
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void bytesThatAreAlmostUtf8AreRefusedAtTheirPlace(DocumentParser parser) {
    byte[] slashInTwoBytes = bytes('"', 0xC0, 0xAF, '"');
    byte[] halfACharacter = bytes('"', 0xED, 0xA0, 0x80, '"');
    byte[] cutOff = bytes('"', 0xE2, 0x82);
    for (byte[] document : List.of(slashInTwoBytes, halfACharacter, cutOff)) {
      InvalidDocumentException refusal = refusalOf(() -> parser.parse(document));

      assertThat(refusal.allowed()).isEqualTo("text in UTF-8");
      assertThat(refusal.column()).isEqualTo(2);
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void charactersOfEveryPlaneAreRead(DocumentParser parser) throws IOException {
    String document = "{\"näme\": \"Zürich 脊椎 😀\"}";

    assertThat(parser.parse(document).requiredField("näme").text()).isEqualTo("Zürich 脊椎 😀");
    assertThat(
            parser
                .parse(new ByteArrayInputStream(document.getBytes(UTF_8)))
                .requiredField("näme")
                .text())
        .isEqualTo("Zürich 脊椎 😀");
  }

  @ParameterizedTest
  @MethodSource("bothParsers")
  void halfACharacterIsRefused(DocumentParser parser) {
    assertTells(
        refusalOf(() -> parser.parse("{\"a\":\n \"x\ud83d\"}")),
        "root",
        2,
        "\\ud83d",
        "valid Unicode");
  }

  @Test
  void halfACharacterAsAnEscapeIsRefused() {
    assertTells(
        refusalOf(() -> JSON.parse("{\"a\":\n \"x\\ud83d\"}")),
        "root",
        2,
        "x\\ud83d",
        "valid Unicode");
    assertThat(refusalOf(() -> JSON.parse("{\"\\ude00\": 1}")).allowed())
        .isEqualTo("a well-formed JSON document");
    assertThat(JSON.parse("\"\\ud83d\\ude00\"").text()).isEqualTo("😀");
  }

  /** The controls, the borders of the surrogates and of the planes, with much around them. */
  private static IntStream characters() {
    return Stream.of(
            IntStream.range(0, 0x2100),
            IntStream.of(0xD7FF, 0xE000),
            IntStream.range(0xFE00, 0x10010),
            IntStream.of(0x1F600, 0xFFFFF, 0x10FFFF))
        .flatMapToInt(range -> range);
  }

  private static boolean isWritableInYaml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c == 0x85
        || (c >= ' ' && c <= '~')
        || (c >= 0xA0 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  @Test
  void everyCharacterThatYamlCannotHoldIsRefusedAtItsPlaceAndNoOther() {
    characters()
        .filter(c -> c != '"' && c != '\\')
        .forEach(
            c -> {
              String document = "a: \"\n  x" + Character.toString(c) + "y\"";
              if (isWritableInYaml(c)) {
                assertThat(YAML.parse(document).requiredField("a").kind()).isEqualTo(Kind.TEXT);
              } else {
                InvalidDocumentException refusal = refusalOf(() -> YAML.parse(document));
                assertThat(refusal.allowed()).isEqualTo("text without control characters");
                assertThat(refusal.line()).isEqualTo(2);
                assertThat(refusal.column()).isEqualTo(4);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x 1",
        "a: &x\n  b: 1",
        "a: &x [1]",
        "- &x",
        "a: 1\nb: *x",
        "*x : 1",
        "&x a: 1",
        "b: 1\n&x a: 1",
        "{&x a: 1}",
        "a: !!str 5",
        "a: !!int 5",
        "a: !!binary AAAA",
        "a: !!null ''",
        "a: !!str",
        "a: ! x",
        "a: !foo x",
        "a: !<tag:yaml.org,2002:str> x",
        "a: !!map {b: 1}",
        "a: !!set\n  ? b",
        "a: !!seq [1]",
        "a: !!javax.script.ScriptEngineManager []",
        "!!map\na: 1",
        "!!str a: 1",
        "{!!str a: 1}",
        "b: {!!str a: 1}",
        "b: 1\n!!str a: 1",
        "? !!str a\n: 1",
        "- !!str a",
        "😀: !!str a",
        "😀: {!!str a: 1}",
      })
  void anchorsAliasesAndTagsAreRefused(String document) {
    assertThat(refusalOf(() -> YAML.parse(document)).allowed())
        .isEqualTo("YAML without anchors, aliases and tags");
  }

  @Test
  void anAnchorIsToldAtItsPlace() {
    InvalidDocumentException refusal =
        refusalOf(() -> YAML.parse("a: 1\nb:\n  c: &Zaphod\n    d: 1"));

    assertTells(refusal, "root", 3, "  c: &Zaphod", "YAML without anchors, aliases and tags");
    assertThat(refusal.column()).isEqualTo(6);
    assertThat(refusal).hasMessageNotContaining("Zaphod");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: '&x'", "a: \"*x\"", "a: '!x'", "a: x & y * z !", "a: |\n  &x", "a: >\n  !x"})
  void theirSignsAreTakenWithinAText(String document) {
    assertThat(YAML.parse(document).requiredField("a").text()).containsAnyOf("&", "*", "!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<<: {a: 1}", "b: 1\n<<: [{a: 1}]", "b: {<<: {a: 1}}", "'<<': {a: 1}"})
  void mergeKeysAreRefused(String document) {
    assertThat(refusalOf(() -> YAML.parse(document)).allowed())
        .isEqualTo("YAML without merge keys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "054", "00", "-054", "0x1F", "-0x1F", "0b11", "1_000", "1_0.5", "+5", "+5.0", ".5", "5.",
        "-.5", "1.e5", ".inf", "-.INF", ".NaN"
      })
  void aNumberThatJsonWouldWriteOtherwiseIsRefused(String number) {
    assertTells(
        refusalOf(() -> YAML.parse("b: 1\na: " + number)),
        "a",
        2,
        number,
        "a number as JSON writes it, or a text in quotes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "5", "-12", "1.50", "-0.5", "1e5", "1E+5", "-1.0e-3"})
  void aNumberAsJsonWritesItIsANumberInBoth(String number) {
    assertThat(JSON.parse("{\"a\": " + number + "}").requiredField("a").kind())
        .isEqualTo(Kind.NUMBER);
    assertThat(YAML.parse("a: " + number).requiredField("a").kind()).isEqualTo(Kind.NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yes", "no", "on", "off", "Yes", "NO", "True", "TRUE", "False", "FALSE", "On"})
  void aTruthValueThatJsonWouldWriteOtherwiseIsRefused(String word) {
    assertTells(
        refusalOf(() -> YAML.parse("a: " + word)),
        "a",
        1,
        word,
        "true, false, or a text in quotes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"054", "0x1F", "5", "yes", "true", "null", "~", ""})
  void inQuotesEverythingIsAText(String text) {
    assertThat(YAML.parse("a: '" + text + "'").requiredField("a").text()).isEqualTo(text);
    assertThat(YAML.parse("a: \"" + text + "\"").requiredField("a").text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025-06-30", "1:30", "089", "0o17", "y", "=", "12:30:45", "P3M", "0.1.2"})
  void everyOtherPlainWordIsAText(String text) {
    assertThat(YAML.parse("a: " + text).requiredField("a").text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"a: null", "a: Null", "a: NULL", "a: ~", "a:", "'a: # comment'"})
  void everySpellingOfNullIsNull(String document) {
    assertThat(YAML.parse(document).requiredField("a").isNull()).isTrue();
  }
}
