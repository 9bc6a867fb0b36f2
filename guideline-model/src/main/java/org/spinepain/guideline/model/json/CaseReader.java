package org.spinepain.guideline.model.json;

import static org.spinepain.guideline.model.json.CaseDocuments.UNKNOWN;
import static org.spinepain.guideline.model.json.CaseDocuments.UNSPECIFIED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/** Reads a case from the tree of its document. */
final class CaseReader {

  /** A step of a path of the model: a name, or the index of an item. */
  private static final Pattern STEP = Pattern.compile("([A-Za-z]+)|\\[([0-9]+)]");

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
          nearest(document, refused.path()).place());
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
        constant(pain, "pattern", PainPattern.class, UNSPECIFIED),
        constant(pain, "level", SpinalLevel.class, UNSPECIFIED),
        pain.field("onset").map(DocumentNode::date),
        pain.field("duration").map(DocumentNode::period),
        constant(pain, "cancer", Presence.class, UNKNOWN),
        constant(pain, "inflammatoryArthropathy", Presence.class, UNKNOWN),
        pain.field("otherCauses").map(CaseReader::otherCauses).orElseGet(Set::of));
  }

  private static Set<OtherCause> otherCauses(DocumentNode list) {
    Set<OtherCause> causes = EnumSet.noneOf(OtherCause.class);
    for (DocumentNode item : list.items()) {
      if (!causes.add(item.constant(OtherCause.class))) {
        throw item.refuse("each cause once");
      }
    }
    return causes;
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
        constant(procedure, "technique", Technique.class, UNSPECIFIED),
        stated(procedure, "injectate", Injectate.class),
        stated(procedure, "intent", Intent.class),
        stated(procedure, "setting", Setting.class));
  }

  private static PracticeContext practice(DocumentNode practice) {
    practice.requireFields("jurisdiction", "proceduresRemainCommon", "use");
    return new PracticeContext(
        practice.field("jurisdiction").map(DocumentNode::text),
        practice.field("proceduresRemainCommon").map(DocumentNode::bool),
        practice.field("use").map(use -> use.constant(PracticeUse.class)));
  }

  private static <E extends Enum<E> & Coded> Optional<E> constant(
      DocumentNode object, String name, Class<E> type, String unknown) {
    return object.field(name).flatMap(value -> value.constant(type, unknown));
  }

  private static <E extends Enum<E> & Coded> Stated<E> stated(
      DocumentNode object, String name, Class<E> type) {
    return object
        .field(name)
        .map(
            value ->
                value.constant(type, UNSPECIFIED).map(Stated::of).orElseGet(Stated::unspecified))
        .orElseGet(Stated::nothing);
  }

  /** The value at this path of the model, or where it is absent what should hold it. */
  private static DocumentNode nearest(DocumentNode document, String path) {
    DocumentNode node = document;
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      Optional<DocumentNode> next =
          step.group(1) != null
              ? node.field(step.group(1))
              : Optional.of(node.items().get(Integer.parseInt(step.group(2))));
      if (next.isEmpty()) {
        return node;
      }
      node = next.get();
    }
    return node;
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
