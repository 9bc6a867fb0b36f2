package org.spinepain.guideline.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/** What must hold of a document whatever stands in it: it is a case with its answer, or refused. */
final class Fuzzed {

  private static final int MOST_SHOWN = 100;

  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Opened once; it ends with the JVM. */
  private static final GuidelineEngine ENGINE = GuidelineEngine.bundled();

  private Fuzzed() {}

  /** Reads a case, from memory. */
  interface Reading {
    ClinicalCase read() throws IOException;
  }

  static GuidelineEngine engine() {
    return ENGINE;
  }

  /**
   * The case, checked; empty when the document is refused in the documented way. All else that
   * comes of reading is thrown on.
   */
  static Optional<ClinicalCase> caseOrRefusal(Reading reading) {
    ClinicalCase read;
    try {
      read = reading.read();
    } catch (InvalidDocumentException refusal) {
      assertDocumented(refusal);
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    assertAssessed(read);
    assertReadAgain(read);
    return Optional.of(read);
  }

  /** The text that these bytes are in UTF-8, if they are. */
  static Optional<String> text(byte[] utf8) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /** The refusal keeps what {@link InvalidDocumentException} promises. */
  static void assertDocumented(InvalidDocumentException refusal) {
    assertThat(refusal.path()).as("path").isNotBlank();
    assertThat(refusal.allowed()).as("allowed").isNotBlank();
    assertThat(refusal.line()).as("line").isPositive();
    assertThat(refusal.column()).as("column").isPositive();
    assertThat(refusal.getCause()).as("cause").isNull();
    assertThat(refusal.found()).as("found").hasSizeLessThanOrEqualTo(MOST_SHOWN);
    assertThat(refusal.found().chars().noneMatch(Character::isISOControl))
        .as("found without control characters")
        .isTrue();
    assertThat(refusal.path().chars().noneMatch(Character::isISOControl))
        .as("path without control characters")
        .isTrue();
  }

  /** Each procedure gets its determination, and the assessment is written as its schema says. */
  private static void assertAssessed(ClinicalCase clinicalCase) {
    Assessment assessment = ENGINE.assess(clinicalCase);
    assertThat(assessment.caseId()).isEqualTo(clinicalCase.caseId());
    assertThat(assessment.determinations().stream().map(Determination::procedureId).toList())
        .isEqualTo(clinicalCase.procedures().stream().map(ProcedureRequest::id).toList());
    String json = AssessmentDocuments.toJson(assessment);
    assertWellFormed(json);
    assertThat(AssessmentSchema.errors(json)).as("what the schema has against it").isEmpty();
  }

  /** "Reading it gives an equal case." */
  private static void assertReadAgain(ClinicalCase clinicalCase) {
    assertThat(CaseDocuments.readJson(CaseDocuments.toJson(clinicalCase))).isEqualTo(clinicalCase);
    assertThat(CaseDocuments.readJson(CaseDocuments.toCompactJson(clinicalCase)))
        .isEqualTo(clinicalCase);
  }

  private static void assertWellFormed(String json) {
    try (JsonParser parser = STRICT.createParser(json)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      parser.skipChildren();
      assertThat(parser.nextToken()).as("what follows the object").isNull();
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
