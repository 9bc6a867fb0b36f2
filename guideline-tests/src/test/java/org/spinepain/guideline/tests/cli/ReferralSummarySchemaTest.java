package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.review.SummaryFiles;

/** What {@code review --json} writes is as its schema says. */
class ReferralSummarySchemaTest {

  private static final String ID = "https://spinepain.org/schema/referral-summary-1.0.json";

  @TempDir private Path folder;

  @Test
  void aSummaryWithWithheldNumbersAndAComparisonIsAsTheSchemaSays() throws IOException {
    String before = folder.resolve("before.json").toString();
    String after = folder.resolve("after.json").toString();
    String referrals = folder.resolve("r.ndjson").toString();
    CommandRun.of("referrals", "--count", "400", "--out", referrals);
    CommandRun.of("review", referrals, "--json", before);
    CommandRun.of("referrals", "--count", "600", "--seed", "2", "--out", referrals);
    CommandRun.of("review", referrals, "--json", after, "--against", before);

    String summary = Files.readString(Path.of(after));

    assertThat(summary)
        .contains("\"madeUp\" : true", "null", "\"comparison\" : {", "\"notCompared\" : [ \"");
    assertThat(schema().validate(Files.readString(Path.of(before)), InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(summary, InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(summary.replace("\"change\"", "\"other\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema().validate(summary.replace("\"strength\"", "\"other\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema().validate(summary.replace("\"total\"", "\"other\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void aSummaryOfNoReferralsIsAsTheSchemaSays() throws IOException {
    Path json = folder.resolve("s.json");

    CommandRun run =
        CommandRun.of(
            "review",
            Files.createFile(folder.resolve("r.ndjson")).toString(),
            "--json",
            json.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(schema().validate(Files.readString(json), InputFormat.JSON)).isEmpty();
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
