package org.spinepain.guideline.tests.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes what stands among assessments, one a line, for a case that was refused. */
final class RefusalLine {

  private static final JsonFactory JSON = new JsonFactory();

  private RefusalLine() {}

  /**
   * One line of JSON, without line end.
   *
   * @param namingFile whether it takes the name of the file to find the line
   */
  static String of(CaseRecord.Refused refused, boolean namingFile) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      if (namingFile) {
        json.writeStringField("file", refused.file());
      }
      json.writeNumberField("line", refused.line());
      json.writeStringField("caseId", refused.caseId().orElse(null));
      json.writeObjectFieldStart("error");
      json.writeStringField("path", refused.path());
      json.writeStringField("found", refused.found());
      json.writeStringField("allowed", refused.allowed());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory", impossible);
    }
    return line.toString();
  }
}
