package org.spinepain.guideline.model.json;

import static org.spinepain.guideline.model.json.CaseDocuments.UNKNOWN;
import static org.spinepain.guideline.model.json.CaseDocuments.UNSPECIFIED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/** Reads a case from the tree of its document. */
final class CaseReader {

  private CaseReader() {}

  static ClinicalCase read(DocumentNode document) {
    try {
      return clinicalCase(document);
    } catch (InvalidDocumentException refused) {
      throw caseId(document).map(refused::ofCase).orElse(refused);
    }
  }

  private static ClinicalCase clinicalCase(DocumentNode document) {
    document.requireFields("caseId", "assessedOn", "patient", "pain", "procedures", "practice");
    String caseId = document.requiredField("caseId").text();
    LocalDate assessedOn = document.requiredField("assessedOn").date();
    PatientRecord patient =
        document.field("patient").map(CaseReader::patient).orElseGet(PatientRecord::ofUnknownAge);
    PainHistory pain =
        document.field("pain").map(CaseReader::pain).orElseGet(PainHistory::ofUnknownPattern);
    List<ProcedureRequest> procedures = procedures(document.requiredField("procedures"));
    PracticeContext practice =
        document.field("practice").map(CaseReader::practice).orElseGet(PracticeContext::unstated);
    try {
      return new ClinicalCase(caseId, assessedOn, patient, pain, procedures, practice);
    } catch (InvalidCaseException refused) {
      throw new InvalidDocumentException(
          document.pathPrefix() + refused.path(),
          refused.found(),
          refused.allowed(),
          document.nearest(refused.path()).place());
    }
  }

  private static PatientRecord patient(DocumentNode patient) {
    patient.requireFields("birthDate", "ageYears");
    return new PatientRecord(
        patient.field("birthDate").map(DocumentNode::date),
        patient.field("ageYears").map(DocumentNode::wholeNumber));
  }

  private static PainHistory pain(DocumentNode pain) {
    pain.requireFields(
        "pattern",
        "level",
        "onset",
        "duration",
        "cancer",
        "inflammatoryArthropathy",
        "otherCauses");
    return new PainHistory(
        pain.constant("pattern", PainPattern.class, UNSPECIFIED),
        pain.constant("level", SpinalLevel.class, UNSPECIFIED),
        pain.field("onset").map(DocumentNode::date),
        pain.field("duration").map(DocumentNode::period),
        pain.constant("cancer", Presence.class, UNKNOWN),
        pain.constant("inflammatoryArthropathy", Presence.class, UNKNOWN),
        pain.field("otherCauses").map(list -> list.constants(OtherCause.class)).orElseGet(Set::of));
  }

  private static List<ProcedureRequest> procedures(DocumentNode list) {
    List<ProcedureRequest> procedures = new ArrayList<>();
    for (DocumentNode item : list.items()) {
      procedures.add(procedure(item, "p" + (procedures.size() + 1)));
    }
    return procedures;
  }

  private static ProcedureRequest procedure(DocumentNode procedure, String defaultId) {
    procedure.requireFields("id", "technique", "injectate", "setting", "intent");
    return new ProcedureRequest(
        procedure.field("id").map(DocumentNode::text).orElse(defaultId),
        procedure.constant("technique", Technique.class, UNSPECIFIED),
        procedure.stated("injectate", Injectate.class, UNSPECIFIED),
        procedure.stated("intent", Intent.class, UNSPECIFIED),
        procedure.stated("setting", Setting.class, UNSPECIFIED));
  }

  private static PracticeContext practice(DocumentNode practice) {
    practice.requireFields("jurisdiction", "proceduresRemainCommon", "use");
    return new PracticeContext(
        practice.field("jurisdiction").map(DocumentNode::text),
        practice.field("proceduresRemainCommon").map(DocumentNode::bool),
        practice.field("use").map(use -> use.constant(PracticeUse.class)));
  }

  /** The id of the case, if there is one that the model takes. */
  private static Optional<String> caseId(DocumentNode document) {
    try {
      return Optional.of(
          ClinicalCase.of(document.requiredField("caseId").text(), LocalDate.EPOCH)
              .procedure(ProcedureRequest.ofUnknownTechnique("p1"))
              .build()
              .caseId());
    } catch (InvalidCaseException invalid) {
      return Optional.empty();
    }
  }
}
