package org.spinepain.guideline.tests.neutral;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;

/**
 * The schema in the archive, with those beside it and no other, in a validator that is not ours.
 */
final class NeutralSchema {

  private static final String NEUTRAL = "https://spinepain.org/schema/neutral-vignettes-1.0.json";

  private final String text;
  private final SchemaRegistry registry;
  private final Schema schema;

  NeutralSchema(Map<String, String> archive) {
    text = archive.get("neutral-vignettes.schema.json");
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    Map.of(
                        NEUTRAL,
                        text,
                        "https://spinepain.org/schema/case-1.0.json",
                        archive.get("case.schema.json"),
                        "https://spinepain.org/schema/assessment-1.0.json",
                        archive.get("assessment.schema.json"))));
    schema = registry.getSchema(SchemaLocation.of(NEUTRAL));
  }

  /** What it has against a document. */
  List<Error> errors(String json) {
    return schema.validate(json, InputFormat.JSON);
  }

  /** What the specification of schemas has against it. */
  List<Error> errorsOfItsOwn() {
    return registry
        .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
        .validate(text, InputFormat.JSON);
  }
}
