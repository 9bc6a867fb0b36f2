package org.spinepain.guideline.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON into a string. */
final class JsonText {

  private JsonText() {}

  /** What is written. */
  interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  static String write(boolean pretty, Content content) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JacksonSetup.generator(out, pretty)) {
      content.writeTo(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory", impossible);
    }
    return out.toString();
  }
}
