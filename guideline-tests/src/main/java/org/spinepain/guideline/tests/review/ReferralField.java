package org.spinepain.guideline.tests.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/** What a column of an export can hold. */
enum ReferralField {
  CASE_ID("caseId", Kind.TEXT),
  ASSESSED_ON("assessedOn", Kind.DATE),
  CLINIC("clinic", Kind.TEXT),
  REFERRER("referrer", Kind.TEXT),
  PERSON("person", Kind.TEXT),
  BIRTH_DATE("patient.birthDate", Kind.DATE),
  AGE("patient.ageYears", Kind.NUMBER),
  PATTERN("pain.pattern", "unspecified", Coded.codes(PainPattern.class)),
  LEVEL("pain.level", "unspecified", Coded.codes(SpinalLevel.class)),
  ONSET("pain.onset", Kind.DATE),
  DURATION("pain.duration", Kind.DURATION),
  CANCER("pain.cancer", "unknown", Coded.codes(Presence.class)),
  ARTHROPATHY("pain.inflammatoryArthropathy", "unknown", Coded.codes(Presence.class)),
  OTHER_CAUSES("pain.otherCauses", "", List.of("none", "infection", "fracture", "both")),
  TECHNIQUE("procedure.technique", "unspecified", Coded.codes(Technique.class)),
  INJECTATE("procedure.injectate", "unspecified", Coded.codes(Injectate.class)),
  INTENT("procedure.intent", "unspecified", Coded.codes(Intent.class)),
  SETTING("procedure.setting", "unspecified", Coded.codes(Setting.class));

  /** How the value of a field is written. */
  enum Kind {
    /** Any text. */
    TEXT,
    /** A date, as documents write it or in a stated format. */
    DATE,
    /** A whole number. */
    NUMBER,
    /** A period, as documents write it or a number of a stated unit. */
    DURATION,
    /** A code of documents, or a local code that is mapped to one. */
    CODE
  }

  private final String path;
  private final Kind kind;
  private final String unknown;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> codes;

  ReferralField(String path, Kind kind) {
    this.path = path;
    this.kind = kind;
    this.unknown = "";
    this.codes = List.of();
  }

  ReferralField(String path, String unknown, List<String> known) {
    this.path = path;
    this.kind = Kind.CODE;
    this.unknown = unknown;
    List<String> all = new ArrayList<>(known);
    if (!unknown.isEmpty()) {
      all.add(unknown);
    }
    this.codes = List.copyOf(all);
  }

  /** How mappings and messages name it. */
  String path() {
    return path;
  }

  Kind kind() {
    return kind;
  }

  /** The codes that its values can be mapped to. */
  List<String> codes() {
    return codes;
  }

  /** What documents write where the fact is not known; empty where they leave it out. */
  String unknown() {
    return unknown;
  }

  /** Whether it is of one procedure, not of the case. */
  boolean isOfProcedure() {
    return path.startsWith("procedure.");
  }

  /** Whether a fact that is not known would be taken for absent. */
  boolean mustBeKnown() {
    return this == OTHER_CAUSES;
  }

  static Optional<ReferralField> of(String path) {
    return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
  }

  static String paths() {
    return Arrays.stream(values()).map(ReferralField::path).collect(Collectors.joining(", "));
  }
}
