package org.spinepain.guideline.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.spinepain.guideline.model.assessment.Assessment;

/**
 * Writes assessments as documents; {@code assessment.schema.json} beside this class is their
 * schema. Fields may be added to it, none goes away: a reader must pass over what it does not know.
 *
 * <p>Lists are always there, empty when there is nothing; a figure, certainty or DOI that is not
 * held is null. Figures have the decimals of their source ({@code 0.20}). Equal assessments give
 * the same text on every platform.
 */
public final class AssessmentDocuments {

  private AssessmentDocuments() {}

  /**
   * Writes an assessment as JSON on several lines, which end with {@code \n}; none ends after the
   * last brace.
   */
  public static String toJson(Assessment assessment) {
    return JsonText.write(true, json -> AssessmentWriter.write(assessment, json));
  }

  /** Writes an assessment as JSON on one line, without line end. */
  public static String toCompactJson(Assessment assessment) {
    return JsonText.write(false, json -> AssessmentWriter.write(assessment, json));
  }

  /**
   * Writes assessments as one JSON array on several lines, each as soon as the iterable gives it,
   * so that no more than one need be held. If the iterable throws, the array is left without its
   * end, so that it cannot be taken for whole.
   *
   * @param assessments what to write; may be empty
   * @param out where to; flushed, and left open
   * @throws IOException when it cannot be written
   */
  public static void writeJsonArray(Iterable<Assessment> assessments, Writer out)
      throws IOException {
    try (JsonGenerator json = JacksonSetup.generator(out, true)) {
      json.writeStartArray();
      for (Assessment assessment : assessments) {
        AssessmentWriter.write(assessment, json);
      }
      json.writeEndArray();
    }
  }
}
