package org.spinepain.guideline.tests.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.DefaultAssumption;
import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Strength;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.review.UnmappedCode;

/** Words for what a case and an assessment have as codes. What is clinical says the rule pack. */
final class Words {

  private Words() {}

  /** The verdict as a sentence. */
  static String sentence(Verdict verdict) {
    return switch (verdict) {
      case RECOMMEND_AGAINST -> "Recommended against.";
      case NO_RECOMMENDATION -> "No recommendation.";
      case INSUFFICIENT_INFORMATION -> "Not enough information.";
    };
  }

  /** The verdict as what an answer leads to. */
  static String afterAnswer(Verdict verdict) {
    return switch (verdict) {
      case RECOMMEND_AGAINST -> "recommended against";
      case NO_RECOMMENDATION -> "no recommendation";
      case INSUFFICIENT_INFORMATION -> "still not enough information";
    };
  }

  /** The procedure as the case has it. */
  static String of(ProcedureRequest procedure) {
    String technique =
        procedure
            .technique()
            .map(known -> known == Technique.OTHER ? "a procedure of another kind" : known.words())
            .orElse("a procedure of which the technique is not known");
    Optional<Injectate> injectate = procedure.injectate().known();
    if (injectate.isPresent()) {
      return technique + with(injectate.get());
    }
    return technique
        + (procedure.injectate() instanceof Stated.Unspecified
            ? ", injectate not known"
            : ", injectate not stated");
  }

  /** What a row of the evidence table is about. */
  static String of(Evidence row) {
    return row.technique().words()
        + with(row.injectate())
        + " for "
        + row.pattern().words()
        + " pain";
  }

  private static String with(Injectate injectate) {
    return switch (injectate) {
      case NONE -> " alone";
      case OTHER -> " with another injectate";
      default -> " with " + injectate.words();
    };
  }

  /** The fact, to be asked about. */
  static String of(CaseFact fact) {
    return switch (fact) {
      case PATIENT_AGE -> "the age of the patient";
      case PAIN_DURATION -> "the duration of the pain";
      case PAIN_CANCER -> "the attribution of the pain to cancer";
      case PAIN_INFLAMMATORY_ARTHROPATHY ->
          "the attribution of the pain to inflammatory arthropathy";
      case PAIN_PATTERN -> "the pain pattern";
      case PROCEDURE_TECHNIQUE -> "the technique of the procedure";
      case PROCEDURE_INJECTATE -> "the injectate";
      case PROCEDURE_INTENT -> "the intent of the procedure";
      case PROCEDURE_SETTING -> "the setting of the procedure";
    };
  }

  /** The fact, to be told with its answer. */
  static String of(Fact fact) {
    return fact.caseFact()
        .map(Words::of)
        .orElse(fact == Fact.PAIN_INFECTION ? "infection as a cause" : "fracture as a cause");
  }

  /** The answer to a fact, as part of a sentence; unknown when there is none. */
  static String ofAnswer(Fact fact, Optional<String> answer) {
    return answer.map(code -> ofAnswers(fact, List.of(code))).orElse("unknown");
  }

  /** Any one of these answers to a fact, as part of a sentence. */
  static String ofAnswers(Fact fact, List<String> answers) {
    return answers.stream()
        .map(
            code ->
                fact == Fact.PROCEDURE_TECHNIQUE
                    ? Coded.of(Technique.class, code).map(Technique::words).orElse(code)
                    : ofCode(code))
        .collect(Collectors.joining(", or "));
  }

  /** On which facts something depends, to follow what it is said of; empty when it does not. */
  static String dependingOn(List<CaseFact> facts) {
    return facts.isEmpty()
        ? ""
        : ", if "
            + String.join(" and ", facts.stream().map(Words::of).toList())
            + (facts.size() == 1 ? " turns out so" : " turn out so");
  }

  /** The code of an answer or assumption. */
  static String ofCode(String code) {
    return code.replace('-', ' ');
  }

  /** How strongly and which way a recommendation goes, to begin its sentence. */
  static String of(Strength strength, Direction direction) {
    return capitalised(strength.words()) + " recommendation " + direction.words();
  }

  /** What is taken for known where a case does not say. */
  static String of(DefaultAssumption assumption) {
    return switch (assumption) {
      case TREATMENT_INTENT -> "treatment as the intent";
      case ROUTINE_CARE -> "routine care as the setting";
      case NO_INFECTION_OR_FRACTURE -> "no infection or fracture as a cause";
      case NO_INJECTATE -> "no injectate, where the technique is no injection";
    };
  }

  /** The local code, to follow its column. */
  static String of(UnmappedCode code) {
    return code.isOthers() ? "other codes" : "\"" + Printable.of(code.code()) + "\"";
  }

  /** How far something has been checked, and where it stands. */
  static String of(Status status, Source source) {
    return status.words() + "; " + source.citation();
  }

  /** What stands behind something. */
  static String of(Provenance provenance) {
    return of(provenance.status(), provenance.source())
        + (provenance.reading() == Reading.OURS ? "; our reading" : "");
  }

  /** The text as the beginning of a sentence. */
  static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
