package org.spinepain.guideline.tests.vignette;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.model.json.CaseDocuments;

/** The vignette schema, and the case schema that it refers to, in a validator that is not ours. */
final class VignetteSchema {

  private static final String VIGNETTE = "https://spinepain.org/schema/vignette-1.0.json";
  private static final String CASE = "https://spinepain.org/schema/case-1.0.json";

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder ->
                  builder.schemas(
                      Map.of(
                          VIGNETTE, text(Vignette.class, "vignette.schema.json"),
                          CASE, text(CaseDocuments.class, "case.schema.json"))))
          .getSchema(SchemaLocation.of(VIGNETTE));

  List<Error> errors(String yaml) {
    return schema.validate(yaml, InputFormat.YAML);
  }

  private static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
