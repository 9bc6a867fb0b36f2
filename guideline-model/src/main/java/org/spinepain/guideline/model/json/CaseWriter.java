package org.spinepain.guideline.model.json;

import static org.spinepain.guideline.model.json.CaseDocuments.UNSPECIFIED;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;

/** Writes a case. What is not known is left out, unless leaving it out would say something else. */
final class CaseWriter {

  private final JsonGenerator json;

  private CaseWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(ClinicalCase clinicalCase, JsonGenerator json) throws IOException {
    new CaseWriter(json).clinicalCase(clinicalCase);
  }

  private void clinicalCase(ClinicalCase clinicalCase) throws IOException {
    json.writeStartObject();
    json.writeStringField("caseId", clinicalCase.caseId());
    json.writeStringField("assessedOn", clinicalCase.assessedOn().toString());
    if (!clinicalCase.patient().equals(PatientRecord.ofUnknownAge())) {
      patient(clinicalCase.patient());
    }
    if (!clinicalCase.pain().equals(PainHistory.ofUnknownPattern())) {
      pain(clinicalCase.pain());
    }
    json.writeArrayFieldStart("procedures");
    for (ProcedureRequest procedure : clinicalCase.procedures()) {
      procedure(procedure);
    }
    json.writeEndArray();
    if (!clinicalCase.practice().equals(PracticeContext.unstated())) {
      practice(clinicalCase.practice());
    }
    json.writeEndObject();
  }

  private void patient(PatientRecord patient) throws IOException {
    json.writeObjectFieldStart("patient");
    text("birthDate", patient.birthDate());
    if (patient.ageYears().isPresent()) {
      json.writeNumberField("ageYears", patient.ageYears().get());
    }
    json.writeEndObject();
  }

  private void pain(PainHistory pain) throws IOException {
    json.writeObjectFieldStart("pain");
    code("pattern", pain.pattern());
    code("level", pain.level());
    text("onset", pain.onset());
    text("duration", pain.duration());
    code("cancer", pain.cancer());
    code("inflammatoryArthropathy", pain.inflammatoryArthropathy());
    if (!pain.otherCauses().isEmpty()) {
      json.writeArrayFieldStart("otherCauses");
      for (Coded cause : pain.otherCauses()) {
        json.writeString(cause.code());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void procedure(ProcedureRequest procedure) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", procedure.id());
    code("technique", procedure.technique());
    stated("injectate", procedure.injectate());
    stated("setting", procedure.setting());
    stated("intent", procedure.intent());
    json.writeEndObject();
  }

  private void practice(PracticeContext practice) throws IOException {
    json.writeObjectFieldStart("practice");
    text("jurisdiction", practice.jurisdiction());
    if (practice.proceduresRemainCommon().isPresent()) {
      json.writeBooleanField("proceduresRemainCommon", practice.proceduresRemainCommon().get());
    }
    code("use", practice.use());
    json.writeEndObject();
  }

  private void text(String name, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get().toString());
    }
  }

  private void code(String name, Optional<? extends Coded> value) throws IOException {
    text(name, value.map(Coded::code));
  }

  private void stated(String name, Stated<? extends Coded> value) throws IOException {
    if (!(value instanceof Stated.Nothing)) {
      json.writeStringField(name, value.known().map(Coded::code).orElse(UNSPECIFIED));
    }
  }
}
