package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.SharedSummary;

/** A summary in JSON that review cannot have written is not compared with. */
class SummaryReaderTest {

  private static final String ID = "https://spinepain.org/schema/referral-summary-1.0.json";

  /**
   * By hand: 20 epidurals against axial pain in clinic A, 10 in B, and 3 in C, which are withheld;
   * 6 procedures of unknown technique in A.
   */
  private static final SharedSummary SUMMARY =
      SharedSummary.of(
          Engines.summaryOf(
              Stream.of(
                      requests(20, "A", epidural()),
                      requests(10, "B", epidural()),
                      requests(3, "C", epidural()),
                      requests(6, "A", ProcedureRequest.ofUnknownTechnique("p1")))
                  .flatMap(List::stream)
                  .toList()),
          5);

  @TempDir private Path folder;

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void whatIsReadIsWhatWasWritten(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 12) int threshold)
      throws IOException {
    assertRead(Referrals.vaguePractice(seed), threshold);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  @Tag("thorough")
  void whatIsReadOfManyIsWhatWasWritten(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 12) int threshold)
      throws IOException {
    assertRead(Referrals.anyOf(seed, 20), threshold);
    assertRead(Referrals.smallPractice(seed), threshold);
    assertRead(Referrals.vaguePractice(seed), threshold);
  }

  private static void assertRead(List<Referral> referrals, int threshold) throws IOException {
    SharedSummary summary = SharedSummary.of(Engines.summaryOf(referrals), threshold);
    Path file = Files.createTempFile("summary", ".json");
    try {
      new SummaryFiles(summary, Optional.empty()).writeJson(file);

      assertThat(ComparedSummary.read(file, threshold).tables())
          .isEqualTo(ComparedSummary.of(summary).tables());
    } finally {
      Files.delete(file);
    }
  }

  /** Every field of a summary in turn is named otherwise, or has another value. */
  @Test
  @org.junit.jupiter.api.Tag("thorough")
  void whatTheSchemaRefusesIsRefusedAndNothingElse() throws IOException {
    List<String> lines = written().lines().toList();
    Schema schema = schema();
    int refused = 0;
    for (int i = 0; i < lines.size(); i++) {
      for (String line : others(lines.get(i))) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(i, line);
        String text = String.join("\n", changed);
        boolean allowed = schema.validate(text, InputFormat.JSON).isEmpty();
        refused += allowed ? 0 : 1;

        assertThat(isAsOurSchemaSays(text)).as(line).isEqualTo(allowed);
      }
    }
    assertThat(refused).isGreaterThan(lines.size());
  }

  private static List<String> others(String line) {
    List<String> others = new ArrayList<>();
    if (line.contains("\" : ")) {
      others.add(line.replaceFirst("\" : ", " of another name\" : "));
    }
    for (String value : List.of("\"x\"", "-7", "7.5", "null", "[ 7 ]")) {
      others.add(line.replaceFirst("(\" : )([^\\[{]+?|\\[ \\])(,?)$", "$1" + value + "$3"));
    }
    others.removeIf(line::equals);
    return others;
  }

  private static boolean isAsOurSchemaSays(String text) throws IOException {
    try {
      SummarySchema.check(
          JsonTree.read(new ByteArrayInputStream(text.getBytes(UTF_8))),
          (where, found, allowed) -> new ReferralFileException("file", where));
      return true;
    } catch (ReferralFileException refused) {
      return false;
    }
  }

  static List<Arguments> edits() {
    String small =
        "found 3, allowed is 0, or the threshold of 5 and more; null stands for a smaller count";
    return List.of(
        Arguments.of(
            "\"recommend-against\" : 33",
            "\"recommend-against\" : 999999",
            "requests.total: found 39, allowed is 1000005, the sum of its verdicts"),
        Arguments.of(
            "\"recommend-against\" : 20, \"no-recommendation\" : 0, \"insufficient-information\" : null, \"total\" : null",
            "\"recommend-against\" : 20, \"no-recommendation\" : 0, \"insufficient-information\" : null, \"total\" : 19",
            "tables.clinic[0].total: found 19, allowed is at least 20, the sum of its verdicts"),
        Arguments.of(
            "\"cases\" : 39",
            "\"cases\" : 3.5",
            "cases: found a number with a fraction or an exponent, allowed is a whole number from 0 or null"),
        Arguments.of(
            "\"cases\" : 39",
            "\"cases\" : 99999999999999999999",
            "cases: found a number that is too large, allowed is a whole number from 0 or null"),
        Arguments.of(
            "\"cases\" : 39",
            "\"cases\" : 40",
            "cases: found 40, allowed is at most 39, the number of requests"),
        Arguments.of("\"cases\" : 39", "\"cases\" : 3", "cases: " + small),
        Arguments.of(
            "\"clinic\" : \"B\", \"recommend-against\" : null",
            "\"clinic\" : \"B\", \"recommend-against\" : 3",
            "tables.clinic[1].recommend-against: " + small),
        Arguments.of(
            "\"clinic\" : \"B\"",
            "\"clinic\" : \"A\"",
            "tables.clinic[1]: found a second row of \"A\", allowed is one"),
        Arguments.of(
            "\"month\" : \"2025-06\"",
            "\"month\" : \"2024-13\"",
            "tables.month[0].month: found \"2024-13\", allowed is a text as ^\\d{4}-(0[1-9]|1[0-2])$"),
        Arguments.of(
            "\"clinic\" : \"A\", \"recommend-against\" : 20",
            "\"clinic\" : \"A\", \"recommend-against\" : 40",
            "tables.clinic: found 40 recommend-against in all rows, allowed is at most 33, as in requests"),
        Arguments.of(
            "\"recommend-against\" : 33, \"no-recommendation\" : 0, \"insufficient-information\" : 0, \"total\" : 33",
            "\"recommend-against\" : 32, \"no-recommendation\" : 0, \"insufficient-information\" : 0, \"total\" : 32",
            "tables.technique: found 32 recommend-against in all rows, allowed is 33, as in requests"),
        Arguments.of(
            "\"recommend-against\" : 20 }",
            "\"recommend-against\" : 21 }",
            "tables.month-and-clinic: found 21 recommend-against in all rows of \"A\", allowed is 20, as in clinic"),
        Arguments.of(
            "\"clinic\" : \"C\", \"recommend-against\" : null }",
            "\"clinic\" : \"D\", \"recommend-against\" : null }",
            "tables.month-and-clinic: found a row of \"D\", allowed is one of a row of clinic"),
        Arguments.of(
            "\"recommend-against\" : 33 }",
            "\"recommend-against\" : 34 }",
            "tables.recommendation[0].recommend-against: found 34, allowed is at most 33, as in requests"),
        Arguments.of(
            "\"recommendation\" : \"axial-epidural\", \"recommend-against\" : 20",
            "\"recommendation\" : \"axial-epidural\", \"recommend-against\" : 21",
            "tables.clinic-and-recommendation[0].recommend-against: found 21, allowed is at most 20, as in clinic"),
        Arguments.of(
            "\"requests\" : 6",
            "\"requests\" : 7",
            "tables.missing[0].requests: found 7, allowed is at most 6, as in requests"),
        Arguments.of(
            "\"requests\" : 6, \"settled-by-this-answer-alone\" : 0",
            "\"requests\" : 5, \"settled-by-this-answer-alone\" : 6",
            "tables.missing[0].settled-by-this-answer-alone: found 6, allowed is at most 5, its requests"),
        Arguments.of(
            "\"state\" : \"contested\"",
            "\"state\" : \"odd\"",
            "standing.state: found \"odd\", allowed is one of current, contested, superseded, withdrawn"),
        Arguments.of(
            "\"digest\" : \"sha256:",
            "\"digest\" : \"sha256:0",
            "rules.digest: found another text, allowed is a text as ^sha256:[0-9a-f]{64}$"),
        Arguments.of(
            "\"madeUp\" : false",
            "\"made\" : false",
            "madeUp: found nothing, allowed is true or false"),
        Arguments.of(
            "\"axial-epidural\" : {",
            "\"x\" : 7, \"axial-epidural\" : {",
            "recommendations.x: found 7, allowed is an object"));
  }

  /** Edits of the text, in which a space stands for all space; the first place is changed. */
  @ParameterizedTest
  @MethodSource("edits")
  void whatCannotBeIsRefusedWithItsPlace(String before, String after, String message)
      throws IOException {
    String text = written().replaceAll("\\s+", " ");
    assertThat(text).contains(before);
    Path file = folder.resolve("s.json");
    Files.writeString(
        file, text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));

    assertThatExceptionOfType(ReferralFileException.class)
        .isThrownBy(() -> ComparedSummary.read(file, 5))
        .withMessage(file + ": " + message + ", as review writes it with --json");
  }

  private String written() throws IOException {
    Path file = folder.resolve("written.json");
    new SummaryFiles(SUMMARY, Optional.empty()).writeJson(file);
    return Files.readString(file);
  }

  private static ProcedureRequest epidural() {
    return ProcedureRequest.epidural("p1").injecting(Injectate.STEROID);
  }

  private static List<Referral> requests(int count, String clinic, ProcedureRequest procedure) {
    return Collections.nCopies(
        count,
        new Referral(
            Referrals.clinicalCase(
                Referrals.JUNE, PainHistory.axial().at(SpinalLevel.LUMBAR), procedure),
            Optional.of(clinic),
            Optional.of("R"),
            Optional.empty()));
  }

  private static Schema schema() throws IOException {
    try (InputStream in = SummaryFiles.class.getResourceAsStream("referral-summary.schema.json")) {
      String text = new String(in.readAllBytes(), UTF_8);
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, text)))
          .getSchema(SchemaLocation.of(ID));
    }
  }
}
