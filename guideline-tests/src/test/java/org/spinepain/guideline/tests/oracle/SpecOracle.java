package org.spinepain.guideline.tests.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.PracticeUse;

/**
 * Answers a case as sections 1 to 5 of the specification ({@code guideline.md}) say, by brute force
 * and without rules or engine: every completion of the case is listed and decided, and everything
 * else is read off that list. It was written from the specification's text alone; where it and the
 * rules differ, one of them has misread the text.
 *
 * <p>Each part stands under the number of the section that it follows. Answers are plain codes, so
 * that they can be read against the specification's tables. The edition is contested and not
 * withdrawn (section 6), so {@code edition-withdrawn} is never said.
 */
public final class SpecOracle {

  // Verdicts, section 3.
  private static final String AGAINST = "recommend-against";
  private static final String SILENT = "no-recommendation";
  private static final String INSUFFICIENT = "insufficient-information";

  // What facts complete to, section 3's table.
  private static final String BELOW_18 = "below-18";
  private static final String AT_LEAST_18 = "at-least-18";
  private static final String BELOW_3_MONTHS = "below-3-months";
  private static final String AT_LEAST_3_MONTHS = "at-least-3-months";
  private static final String PRESENT = "present";
  private static final String ABSENT = "absent";
  private static final String AXIAL = "axial";
  private static final String RADICULAR = "radicular";
  private static final String AXIAL_AND_RADICULAR = "axial-and-radicular";
  private static final String EPIDURAL = "epidural-injection";
  private static final String JOINT_TARGETED = "joint-targeted-injection";
  private static final String INTRAMUSCULAR = "intramuscular-injection";
  private static final String JOINT_RFA = "joint-radiofrequency-ablation";
  private static final String DRG_RF = "dorsal-root-ganglion-radiofrequency";
  private static final String LA = "local-anaesthetic";
  private static final String STEROID = "steroid";
  private static final String LA_AND_STEROID = "local-anaesthetic-and-steroid";
  private static final String NONE = "none";
  private static final String OTHER = "other"; // a pattern, a technique or an injectate
  private static final String TREATMENT = "treatment";
  private static final String DIAGNOSIS = "diagnosis";
  private static final String ROUTINE_CARE = "routine-care";
  private static final String CLINICAL_TRIAL = "clinical-trial";

  private static final String DIRECT = "direct";
  private static final String BY_COMPONENT = "by-component";
  private static final String CHECKED = "checked";
  private static final String PENDING = "pending";

  private SpecOracle() {}

  /**
   * What the specification says of one procedure of a case.
   *
   * @param clinicalCase the case
   * @param procedureId the id of the procedure in the case
   * @param assuming what the host assumes
   */
  public static OracleAnswer answer(
      ClinicalCase clinicalCase, String procedureId, Set<Assumption> assuming) {
    ProcedureRequest procedure =
        clinicalCase.procedures().stream()
            .filter(candidate -> candidate.id().equals(procedureId))
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("no procedure with this id"));

    Map<Fact, String> known = knownFacts(clinicalCase, procedure);
    boolean causeExcluded = !clinicalCase.pain().otherCauses().isEmpty();
    Map<Completion, Decision> decisions = new LinkedHashMap<>();
    for (Completion completion : completions(possibleAnswers(known, assuming))) {
      decisions.put(completion, decide(completion, causeExcluded));
    }

    String verdict = mergedVerdict(decisions.values());
    List<OracleAnswer.Recommendation> recommendations = List.of();
    List<OracleAnswer.EvidenceRow> evidence = List.of();
    List<String> reasons = List.of();
    List<OracleAnswer.Missing> missing = List.of();
    switch (verdict) {
      case AGAINST -> {
        recommendations = mergedRecommendations(decisions);
        evidence = mergedEvidence(decisions, recommendations);
      }
      case SILENT -> reasons = mergedReasons(decisions.values());
      default -> missing = missingFacts(decisions);
    }
    return new OracleAnswer(
        verdict,
        recommendations,
        reasons,
        missing,
        evidence,
        guidance(verdict, reasons, clinicalCase.practice()),
        caveats(clinicalCase, recommendations, reasons, evidence),
        assumptions(clinicalCase, procedure, known, assuming));
  }

  // ---------------------------------------------------------------------------------------------
  // Section 1: who it is about
  // ---------------------------------------------------------------------------------------------

  /** "A person is an adult on date d when birthDate.plusYears(18) is not after d." */
  private static Optional<Boolean> isAdult(PatientRecord patient, LocalDate date) {
    if (patient.birthDate().isPresent()) {
      return Optional.of(!patient.birthDate().get().plusYears(18).isAfter(date));
    }
    return patient.ageYears().map(years -> years >= 18);
  }

  /** "Pain is chronic on date d when onset.plusMonths(3) is not after d." */
  private static Optional<Boolean> isChronic(PainHistory pain, LocalDate date) {
    Optional<LocalDate> onset = pain.onset().isPresent() ? pain.onset() : statedOnset(pain, date);
    return onset.map(begun -> !begun.plusMonths(3).isAfter(date));
  }

  /** "A stated duration is turned into an onset first: d.minus(period)." */
  private static Optional<LocalDate> statedOnset(PainHistory pain, LocalDate date) {
    return pain.duration().map(date::minus);
  }

  /**
   * "A stated duration for which onset.plusMonths(3) is at most 7 days from d, either side, gets
   * the caveat near-duration-boundary."
   */
  private static boolean isNearDurationBoundary(PainHistory pain, LocalDate date) {
    return statedOnset(pain, date)
        .map(onset -> Math.abs(ChronoUnit.DAYS.between(onset.plusMonths(3), date)) <= 7)
        .orElse(false);
  }

  // ---------------------------------------------------------------------------------------------
  // Section 2: the recommendations
  // ---------------------------------------------------------------------------------------------

  /** A row of section 2's table: a recommendation and the injectates that it names. */
  private record Named(String id, String pattern, String technique, List<String> injectates) {}

  private static final List<Named> RECOMMENDATIONS =
      List.of(
          new Named("axial-joint-rfa", AXIAL, JOINT_RFA, List.of(NONE, LA_AND_STEROID)),
          new Named("axial-epidural", AXIAL, EPIDURAL, List.of(LA, STEROID, LA_AND_STEROID)),
          new Named(
              "axial-joint-targeted", AXIAL, JOINT_TARGETED, List.of(LA, STEROID, LA_AND_STEROID)),
          new Named("axial-intramuscular", AXIAL, INTRAMUSCULAR, List.of(LA, LA_AND_STEROID)),
          new Named("radicular-drg-rf", RADICULAR, DRG_RF, List.of(NONE, LA, LA_AND_STEROID)),
          new Named(
              "radicular-epidural", RADICULAR, EPIDURAL, List.of(LA, STEROID, LA_AND_STEROID)));

  /**
   * That a recommendation addresses a procedure, and why.
   *
   * @param id the recommendation
   * @param basis direct or by component
   * @param part the pair or part that it names, which is also its row in section 4
   */
  private record Addressed(String id, String basis, Part part) {}

  /** A pattern with a procedure or a part of one, as the tables of sections 2 and 4 name them. */
  private record Part(String pattern, String technique, String injectate) {}

  /** The recommendations that address a procedure. "Axial and radicular takes the union." */
  private static List<Addressed> recs(String pattern, String technique, String injectate) {
    List<Addressed> result = new ArrayList<>();
    if (pattern.equals(AXIAL) || pattern.equals(AXIAL_AND_RADICULAR)) {
      result.addAll(recsForOnePattern(AXIAL, technique, injectate));
    }
    if (pattern.equals(RADICULAR) || pattern.equals(AXIAL_AND_RADICULAR)) {
      result.addAll(recsForOnePattern(RADICULAR, technique, injectate));
    }
    return result;
  }

  private static List<Addressed> recsForOnePattern(
      String pattern, String technique, String injectate) {
    for (Named named : RECOMMENDATIONS) {
      if (named.pattern().equals(pattern)
          && named.technique().equals(technique)
          && named.injectates().contains(injectate)) {
        return List.of(new Addressed(named.id(), DIRECT, new Part(pattern, technique, injectate)));
      }
    }
    return recsByComponent(pattern, technique, injectate);
  }

  /** "Combinations that the table does not name, but whose parts it does." */
  private static List<Addressed> recsByComponent(
      String pattern, String technique, String injectate) {
    boolean axial = pattern.equals(AXIAL);
    boolean radicular = pattern.equals(RADICULAR);
    boolean laAlone = injectate.equals(LA);
    boolean steroidAlone = injectate.equals(STEROID);
    boolean both = injectate.equals(LA_AND_STEROID);
    List<Addressed> result = new ArrayList<>();

    // "joint RFA with any other injectate: axial-joint-rfa;
    // with LA alone or steroid alone also axial-joint-targeted"
    if (technique.equals(JOINT_RFA) && axial) {
      result.add(byComponent("axial-joint-rfa", AXIAL, JOINT_RFA, NONE));
      if (laAlone || steroidAlone) {
        result.add(byComponent("axial-joint-targeted", AXIAL, JOINT_TARGETED, injectate));
      }
    }
    // "DRG radiofrequency with any other injectate: radicular-drg-rf;
    // with steroid alone also radicular-epidural"
    if (technique.equals(DRG_RF) && radicular) {
      result.add(byComponent("radicular-drg-rf", RADICULAR, DRG_RF, NONE));
      if (steroidAlone) {
        result.add(byComponent("radicular-epidural", RADICULAR, EPIDURAL, STEROID));
      }
    }
    // "with LA, steroid or both in pain with an axial part also axial-epidural"
    if (technique.equals(DRG_RF) && axial && (laAlone || steroidAlone || both)) {
      result.add(byComponent("axial-epidural", AXIAL, EPIDURAL, injectate));
    }
    return result;
  }

  private static Addressed byComponent(
      String id, String pattern, String technique, String injectate) {
    return new Addressed(id, BY_COMPONENT, new Part(pattern, technique, injectate));
  }

  // ---------------------------------------------------------------------------------------------
  // Section 3: the decision on a complete case
  // ---------------------------------------------------------------------------------------------

  /** The decision of one completion: recommendations or reasons, never both. */
  private record Decision(String verdict, List<Addressed> recs, List<String> reasons) {

    boolean carries(String recommendation) {
      return recs.stream().anyMatch(addressed -> addressed.id().equals(recommendation));
    }

    boolean carriesRow(String recommendation, Part row) {
      return recs.stream()
          .anyMatch(
              addressed -> addressed.id().equals(recommendation) && addressed.part().equals(row));
    }
  }

  private static Decision decide(Completion completion, boolean causeExcluded) {
    List<Addressed> recs =
        recs(
            completion.answer(Fact.PATTERN),
            completion.answer(Fact.TECHNIQUE),
            completion.answer(Fact.INJECTATE));
    List<String> reasons = new ArrayList<>();
    if (completion.has(Fact.AGE, BELOW_18)) {
      reasons.add("not-adult");
    }
    if (completion.has(Fact.DURATION, BELOW_3_MONTHS)) {
      reasons.add("acute-pain");
    }
    if (completion.has(Fact.CANCER, PRESENT)) {
      reasons.add("cancer-related");
    }
    if (completion.has(Fact.ARTHROPATHY, PRESENT)) {
      reasons.add("inflammatory-arthropathy");
    }
    if (causeExcluded) {
      reasons.add("cause-excluded-from-evidence");
    }
    if (completion.has(Fact.SETTING, CLINICAL_TRIAL)) {
      reasons.add("clinical-trial");
    }
    if (completion.has(Fact.INTENT, DIAGNOSIS)) {
      reasons.add("diagnostic-intent");
    }
    if (recs.isEmpty()) {
      reasons.add("not-addressed");
    }
    return reasons.isEmpty()
        ? new Decision(AGAINST, recs, List.of())
        : new Decision(SILENT, List.of(), reasons);
  }

  // ---------------------------------------------------------------------------------------------
  // Section 3: what can be unknown, and how it completes
  // ---------------------------------------------------------------------------------------------

  /** The rows of section 3's table, in its order. */
  private enum Fact {
    AGE("patient.age"),
    DURATION("pain.duration"),
    CANCER("pain.cancer"),
    ARTHROPATHY("pain.inflammatory-arthropathy"),
    PATTERN("pain.pattern"),
    TECHNIQUE("procedure.technique"),
    INJECTATE("procedure.injectate"),
    INTENT("procedure.intent"),
    SETTING("procedure.setting");

    private final String code;

    Fact(String code) {
      this.code = code;
    }

    /** The column "completes to"; {@code none} with an injection is left to isPossible. */
    List<String> completesTo() {
      return switch (this) {
        case AGE -> List.of(BELOW_18, AT_LEAST_18);
        case DURATION -> List.of(BELOW_3_MONTHS, AT_LEAST_3_MONTHS);
        case CANCER, ARTHROPATHY -> List.of(PRESENT, ABSENT);
        case PATTERN -> List.of(AXIAL, RADICULAR, AXIAL_AND_RADICULAR, OTHER);
        case TECHNIQUE ->
            List.of(EPIDURAL, JOINT_TARGETED, INTRAMUSCULAR, JOINT_RFA, DRG_RF, OTHER);
        case INJECTATE -> List.of(LA, STEROID, LA_AND_STEROID, OTHER, NONE);
        case INTENT -> List.of(TREATMENT, DIAGNOSIS);
        case SETTING -> List.of(ROUTINE_CARE, CLINICAL_TRIAL);
      };
    }
  }

  /** One way in which the facts may be, all of them. */
  private record Completion(Map<Fact, String> answers) {

    String answer(Fact fact) {
      return answers.get(fact);
    }

    boolean has(Fact fact, String answer) {
      return answer(fact).equals(answer);
    }

    /** The same with {@code fact} left open: what completions that differ in it alone share. */
    Completion without(Fact fact) {
      Map<Fact, String> others = new EnumMap<>(answers);
      others.remove(fact);
      return new Completion(others);
    }
  }

  /**
   * The facts that are known or have a default, with their values; those left out are unknown (the
   * column "unknown when", and the paragraph "Defaults").
   */
  private static Map<Fact, String> knownFacts(
      ClinicalCase clinicalCase, ProcedureRequest procedure) {
    LocalDate date = clinicalCase.assessedOn();
    PainHistory pain = clinicalCase.pain();
    Map<Fact, String> known = new EnumMap<>(Fact.class);
    isAdult(clinicalCase.patient(), date)
        .ifPresent(adult -> known.put(Fact.AGE, adult ? AT_LEAST_18 : BELOW_18));
    isChronic(pain, date)
        .ifPresent(
            chronic -> known.put(Fact.DURATION, chronic ? AT_LEAST_3_MONTHS : BELOW_3_MONTHS));
    put(known, Fact.CANCER, pain.cancer());
    put(known, Fact.ARTHROPATHY, pain.inflammatoryArthropathy());
    put(known, Fact.PATTERN, pain.pattern());
    put(known, Fact.TECHNIQUE, procedure.technique());
    put(known, Fact.INJECTATE, procedure.injectate().known());
    put(known, Fact.INTENT, procedure.intent().known());
    put(known, Fact.SETTING, procedure.setting().known());

    // Defaults: only for what is absent, never for what is unspecified.
    if (isAbsent(procedure.intent())) {
      known.put(Fact.INTENT, TREATMENT);
    }
    if (isAbsent(procedure.setting())) {
      known.put(Fact.SETTING, ROUTINE_CARE);
    }
    if (takesNoInjectate(procedure)) {
      known.put(Fact.INJECTATE, NONE);
    }
    return known;
  }

  private static void put(Map<Fact, String> known, Fact fact, Optional<? extends Coded> value) {
    value.ifPresent(stated -> known.put(fact, stated.code()));
  }

  private static boolean isAbsent(Stated<?> stated) {
    return stated instanceof Stated.Nothing<?>;
  }

  /** "Absent injectate with joint RFA, DRG radiofrequency or other is none (no-injectate)." */
  private static boolean takesNoInjectate(ProcedureRequest procedure) {
    return isAbsent(procedure.injectate())
        && procedure
            .technique()
            .map(technique -> List.of(JOINT_RFA, DRG_RF, OTHER).contains(technique.code()))
            .orElse(false);
  }

  /**
   * An assumption of the host: the fact that it is about, and the completion that it takes away.
   */
  private record HostAssumption(Assumption assumption, String code, Fact fact, String takesAway) {}

  private static final List<HostAssumption> HOST_ASSUMPTIONS =
      List.of(
          new HostAssumption(Assumption.CANCER_ABSENT, "cancer-absent", Fact.CANCER, PRESENT),
          new HostAssumption(
              Assumption.INFLAMMATORY_ARTHROPATHY_ABSENT,
              "inflammatory-arthropathy-absent",
              Fact.ARTHROPATHY,
              PRESENT),
          new HostAssumption(
              Assumption.PATTERN_AXIAL_OR_RADICULAR,
              "pattern-axial-or-radicular",
              Fact.PATTERN,
              OTHER),
          new HostAssumption(
              Assumption.INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID,
              "injectate-local-anaesthetic-or-steroid",
              Fact.INJECTATE,
              OTHER));

  /** For each fact its value if it is known, else what it completes to under the assumptions. */
  private static Map<Fact, List<String>> possibleAnswers(
      Map<Fact, String> known, Set<Assumption> assuming) {
    Map<Fact, List<String>> possible = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      if (known.containsKey(fact)) {
        possible.put(fact, List.of(known.get(fact)));
      } else {
        List<String> answers = new ArrayList<>(fact.completesTo());
        for (HostAssumption host : HOST_ASSUMPTIONS) {
          if (host.fact() == fact && assuming.contains(host.assumption())) {
            answers.remove(host.takesAway());
          }
        }
        possible.put(fact, answers);
      }
    }
    return possible;
  }

  /** "The unknown facts are completed in every possible way." */
  private static List<Completion> completions(Map<Fact, List<String>> possible) {
    List<Map<Fact, String>> begun = List.of(new EnumMap<>(Fact.class));
    for (Fact fact : Fact.values()) {
      List<Map<Fact, String>> continued = new ArrayList<>();
      for (Map<Fact, String> answers : begun) {
        for (String answer : possible.get(fact)) {
          Map<Fact, String> extended = new EnumMap<>(answers);
          extended.put(fact, answer);
          continued.add(extended);
        }
      }
      begun = continued;
    }
    return begun.stream().map(Completion::new).filter(SpecOracle::isPossible).toList();
  }

  /** "An injection with injectate none is no completion when completing." */
  private static boolean isPossible(Completion completion) {
    boolean injection =
        List.of(EPIDURAL, JOINT_TARGETED, INTRAMUSCULAR)
            .contains(completion.answer(Fact.TECHNIQUE));
    return !(injection && completion.has(Fact.INJECTATE, NONE));
  }

  // ---------------------------------------------------------------------------------------------
  // Section 3: the merge
  // ---------------------------------------------------------------------------------------------

  private static String mergedVerdict(Collection<Decision> decisions) {
    if (decisions.stream().allMatch(decision -> decision.verdict().equals(AGAINST))) {
      return AGAINST;
    }
    if (decisions.stream().allMatch(decision -> decision.verdict().equals(SILENT))) {
      return SILENT;
    }
    return INSUFFICIENT;
  }

  /**
   * The codes of the facts for which two completions that differ in that fact alone differ in
   * {@code property}.
   */
  private static List<String> factsThatDecide(
      Map<Completion, Decision> decisions, Function<Decision, Object> property) {
    List<String> result = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      if (decides(fact, decisions, property)) {
        result.add(fact.code);
      }
    }
    return result;
  }

  private static boolean decides(
      Fact fact, Map<Completion, Decision> decisions, Function<Decision, Object> property) {
    Map<Completion, Object> propertyByOtherFacts = new HashMap<>();
    for (Map.Entry<Completion, Decision> entry : decisions.entrySet()) {
      Object here = property.apply(entry.getValue());
      Object there = propertyByOtherFacts.putIfAbsent(entry.getKey().without(fact), here);
      if (there != null && !there.equals(here)) {
        return true;
      }
    }
    return false;
  }

  /** "Those common to all completions; where none is common, those of all completions." */
  private static List<OracleAnswer.Recommendation> mergedRecommendations(
      Map<Completion, Decision> decisions) {
    List<String> common = new ArrayList<>();
    List<String> any = new ArrayList<>();
    for (Named named : RECOMMENDATIONS) {
      if (decisions.values().stream().allMatch(decision -> decision.carries(named.id()))) {
        common.add(named.id());
      }
      if (decisions.values().stream().anyMatch(decision -> decision.carries(named.id()))) {
        any.add(named.id());
      }
    }
    List<OracleAnswer.Recommendation> result = new ArrayList<>();
    for (String id : common.isEmpty() ? any : common) {
      result.add(
          new OracleAnswer.Recommendation(
              id,
              mergedBasis(id, decisions.values()),
              factsThatDecide(decisions, decision -> decision.carries(id))));
    }
    return result;
  }

  /** "The basis of one is direct only if it is in every completion that has it." */
  private static String mergedBasis(String id, Collection<Decision> decisions) {
    boolean alwaysDirect =
        decisions.stream()
            .flatMap(decision -> decision.recs().stream())
            .filter(addressed -> addressed.id().equals(id))
            .allMatch(addressed -> addressed.basis().equals(DIRECT));
    return alwaysDirect ? DIRECT : BY_COMPONENT;
  }

  /** "With the reasons common to all." */
  private static List<String> mergedReasons(Collection<Decision> decisions) {
    List<String> common = new ArrayList<>(decisions.iterator().next().reasons());
    for (Decision decision : decisions) {
      common.retainAll(decision.reasons());
    }
    return common;
  }

  /**
   * "Exactly the unknown facts f for which two completions that differ in f alone have different
   * verdicts. For each possible answer to f it names the verdict after learning only that."
   */
  private static List<OracleAnswer.Missing> missingFacts(Map<Completion, Decision> decisions) {
    List<OracleAnswer.Missing> result = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      if (decides(fact, decisions, Decision::verdict)) {
        result.add(new OracleAnswer.Missing(fact.code, outcomes(fact, decisions)));
      }
    }
    return result;
  }

  private static List<OracleAnswer.Outcome> outcomes(
      Fact fact, Map<Completion, Decision> decisions) {
    List<OracleAnswer.Outcome> result = new ArrayList<>();
    for (String answer : fact.completesTo()) {
      List<Decision> afterLearning = new ArrayList<>();
      for (Map.Entry<Completion, Decision> entry : decisions.entrySet()) {
        if (entry.getKey().has(fact, answer)) {
          afterLearning.add(entry.getValue());
        }
      }
      if (!afterLearning.isEmpty()) { // else the answer is not possible here
        result.add(new OracleAnswer.Outcome(answer, mergedVerdict(afterLearning)));
      }
    }
    return result;
  }

  /** The defaults that were used, and the host's assumptions that took a completion away. */
  private static List<OracleAnswer.UsedAssumption> assumptions(
      ClinicalCase clinicalCase,
      ProcedureRequest procedure,
      Map<Fact, String> known,
      Set<Assumption> assuming) {
    List<OracleAnswer.UsedAssumption> result = new ArrayList<>();
    if (isAbsent(procedure.intent())) {
      result.add(new OracleAnswer.UsedAssumption("treatment-intent", "default"));
    }
    if (isAbsent(procedure.setting())) {
      result.add(new OracleAnswer.UsedAssumption("routine-care", "default"));
    }
    if (clinicalCase.pain().otherCauses().isEmpty()) {
      result.add(new OracleAnswer.UsedAssumption("no-infection-or-fracture", "default"));
    }
    if (takesNoInjectate(procedure)) {
      result.add(new OracleAnswer.UsedAssumption("no-injectate", "default"));
    }
    for (HostAssumption host : HOST_ASSUMPTIONS) {
      if (assuming.contains(host.assumption()) && !known.containsKey(host.fact())) {
        result.add(new OracleAnswer.UsedAssumption(host.code(), "host"));
      }
    }
    return result;
  }

  // ---------------------------------------------------------------------------------------------
  // Section 4: evidence
  // ---------------------------------------------------------------------------------------------

  /** A row of section 4's table; null is "not held". */
  private record Row(
      Part part, String estimate, String low, String high, String certainty, String status) {

    static Row of(
        String pattern,
        String technique,
        String injectate,
        String estimate,
        String low,
        String high,
        String certainty,
        String status) {
      return new Row(
          new Part(pattern, technique, injectate), estimate, low, high, certainty, status);
    }

    static Row withoutFigure(
        String pattern, String technique, String injectate, String certainty, String status) {
      return of(pattern, technique, injectate, null, null, null, certainty, status);
    }
  }

  private static final List<Row> EVIDENCE =
      List.of(
          Row.of(AXIAL, EPIDURAL, LA, "0.28", "-1.18", "1.75", "moderate", CHECKED),
          Row.of(AXIAL, EPIDURAL, LA_AND_STEROID, "0.20", "-1.11", "1.51", "moderate", CHECKED),
          Row.of(AXIAL, EPIDURAL, STEROID, "0.39", "-0.94", "1.71", "low", CHECKED),
          Row.of(AXIAL, JOINT_TARGETED, STEROID, "0.83", "-0.26", "1.93", "moderate", CHECKED),
          Row.of(AXIAL, JOINT_TARGETED, LA, "0.63", "-0.57", "1.83", "low", CHECKED),
          Row.of(AXIAL, JOINT_TARGETED, LA_AND_STEROID, "0.22", "-0.42", "0.87", "low", CHECKED),
          Row.of(AXIAL, INTRAMUSCULAR, LA, "-0.53", "-1.97", "0.92", "low", CHECKED),
          Row.of(AXIAL, INTRAMUSCULAR, LA_AND_STEROID, "1.82", "-0.29", "3.93", "low", CHECKED),
          Row.withoutFigure(AXIAL, JOINT_RFA, NONE, "very-low", PENDING),
          Row.withoutFigure(AXIAL, JOINT_RFA, LA_AND_STEROID, null, PENDING),
          Row.of(
              RADICULAR, EPIDURAL, LA_AND_STEROID, "-0.49", "-1.54", "0.55", "moderate", PENDING),
          Row.of(RADICULAR, EPIDURAL, LA, "-0.26", "-1.37", "0.84", "low", PENDING),
          Row.of(RADICULAR, EPIDURAL, STEROID, "-0.56", "-1.30", "0.17", "low", PENDING),
          Row.of(RADICULAR, DRG_RF, NONE, "0.15", "-0.98", "1.28", "moderate", PENDING),
          Row.withoutFigure(RADICULAR, DRG_RF, LA, null, PENDING),
          Row.withoutFigure(RADICULAR, DRG_RF, LA_AND_STEROID, null, PENDING));

  /**
   * For each recommendation carried "the row of its exact pair" or, by component, "of that part";
   * "where a fact is unknown, the rows of all completions, those not in every completion with
   * dependingOn".
   */
  private static List<OracleAnswer.EvidenceRow> mergedEvidence(
      Map<Completion, Decision> decisions, List<OracleAnswer.Recommendation> carried) {
    List<OracleAnswer.EvidenceRow> result = new ArrayList<>();
    for (Row row : EVIDENCE) {
      for (OracleAnswer.Recommendation recommendation : carried) {
        String id = recommendation.id();
        if (decisions.values().stream().anyMatch(d -> d.carriesRow(id, row.part()))) {
          result.add(
              new OracleAnswer.EvidenceRow(
                  id,
                  row.part().pattern(),
                  row.part().technique(),
                  row.part().injectate(),
                  row.estimate(),
                  row.low(),
                  row.high(),
                  row.certainty(),
                  row.status(),
                  factsThatDecide(decisions, decision -> decision.carriesRow(id, row.part()))));
        }
      }
    }
    return result;
  }

  // ---------------------------------------------------------------------------------------------
  // Section 5: what follows
  // ---------------------------------------------------------------------------------------------

  private static List<String> guidance(
      String verdict, List<String> reasons, PracticeContext practice) {
    boolean against = verdict.equals(AGAINST);
    boolean silent = verdict.equals(SILENT);
    boolean remainCommon = practice.proceduresRemainCommon().orElse(false);
    boolean protocolStep = practice.use().equals(Optional.of(PracticeUse.PROTOCOL_STEP));

    Map<String, Boolean> table = new LinkedHashMap<>();
    table.put("benefit", against);
    table.put("harms", against);
    table.put("burden-and-cost", against);
    table.put("informed-people-decline", against);
    table.put("exercise-therapy", against);
    table.put("document-discussion", against && !remainCommon);
    table.put("document-local-practice", against && remainCommon);
    table.put("reconsider-referral", against);
    table.put("trial-is-the-setting", against || (silent && reasons.contains("clinical-trial")));
    table.put("review-protocol", against && protocolStep);
    table.put("not-an-endorsement", silent);
    return thoseThatHold(table);
  }

  private static List<String> caveats(
      ClinicalCase clinicalCase,
      List<OracleAnswer.Recommendation> recommendations,
      List<String> reasons,
      List<OracleAnswer.EvidenceRow> evidence) {
    PainHistory pain = clinicalCase.pain();
    Set<String> ownPathway =
        Set.of("cancer-related", "inflammatory-arthropathy", "cause-excluded-from-evidence");

    Map<String, Boolean> list = new LinkedHashMap<>();
    list.put("level-not-pictured", pain.level().equals(Optional.of(SpinalLevel.THORACIC)));
    list.put("near-duration-boundary", isNearDurationBoundary(pain, clinicalCase.assessedOn()));
    list.put(
        "read-by-component",
        recommendations.stream().anyMatch(carried -> carried.basis().equals(BY_COMPONENT)));
    list.put(
        "evidence-awaiting-check", evidence.stream().anyMatch(row -> row.status().equals(PENDING)));
    list.put("cause-needs-own-pathway", !Collections.disjoint(reasons, ownPathway));
    list.put("leads-to-opposed-treatment", reasons.contains("diagnostic-intent"));
    list.put("edition-withdrawn", false); // the edition is contested
    return thoseThatHold(list);
  }

  private static List<String> thoseThatHold(Map<String, Boolean> codes) {
    return codes.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }
}
