package org.spinepain.guideline.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.spinepain.guideline.model.json.AssessmentDocuments;

/** The schema of assessments, in a validator that is not ours. */
final class AssessmentSchema {

  private static final Schema SCHEMA = read();

  private AssessmentSchema() {}

  /** What it has against a document. */
  static List<Error> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }

  private static Schema read() {
    try (InputStream in = AssessmentDocuments.class.getResourceAsStream("assessment.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
