package org.spinepain.guideline.tests.review;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.DefaultAssumption;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.Dimension;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.review.UnmappedCode;

/**
 * What was missing, what was assumed and the local codes without a meaning, and how they hang
 * together with {@link PublishedNumbers}, as section 3 of the specification has it. A column of
 * local codes is named here as the fact that it holds; that of a case has one code in each case.
 */
final class JoinedNumbers {

  private static final String ALL =
      PublishedNumbers.name(Breakdown.TOTAL, List.of(), PublishedNumbers.ALL);
  private static final String NO_RECOMMENDATION = total(Verdict.NO_RECOMMENDATION);
  private static final String INSUFFICIENT = total(Verdict.INSUFFICIENT_INFORMATION);

  private static final UnmappedCode OF_ANY_COLUMN = new UnmappedCode("any column", "");

  private static final List<String> OF_CASE = List.of("pattern", "level");

  private static final List<String> OF_PROCEDURE = List.of("technique", "intent", "injectate");

  private static final List<String> COLUMNS =
      Stream.of(OF_CASE, OF_PROCEDURE).flatMap(List::stream).toList();

  /** They are those of a row that does not state it, and withheld or shown there. */
  static final Set<String> IN_OTHER_TABLES =
      Set.of(
          missing(CaseFact.PAIN_PATTERN),
          missing(CaseFact.PROCEDURE_TECHNIQUE),
          assumed(Assumption.PATTERN_AXIAL_OR_RADICULAR));

  private JoinedNumbers() {}

  /** The exact ones and those of {@link PublishedNumbers}. */
  static Map<String, Long> exact(ReferralSummary summary) {
    Map<String, Long> numbers = new HashMap<>(PublishedNumbers.exact(summary));
    Stream.<Coded>of(DefaultAssumption.values()).forEach(a -> numbers.put(assumed(a), 0L));
    Stream.<Coded>of(Assumption.values()).forEach(a -> numbers.put(assumed(a), 0L));
    summary.assumptions().forEach((code, count) -> numbers.put("assumed " + code, count));
    Stream.of(CaseFact.values()).forEach(fact -> numbers.put(missing(fact), 0L));
    summary.missing().forEach((fact, count) -> numbers.put(missing(fact), count.requests()));
    summary.unmapped().forEach((code, n) -> numbers.merge(codes(code.column()), n, Long::sum));
    for (String column : COLUMNS) {
      numbers.put(
          without(column),
          numbers.getOrDefault(whole(column), 0L) - numbers.getOrDefault(codes(column), 0L));
    }
    return numbers;
  }

  static Map<String, OptionalLong> shown(SharedSummary summary) {
    Map<String, OptionalLong> numbers = new TreeMap<>(PublishedNumbers.shown(summary));
    summary.assumptions().forEach((code, count) -> numbers.put("assumed " + code, count));
    summary.missing().forEach((fact, count) -> numbers.put(missing(fact), count));
    numbers.putAll(columns(summary.unmapped()));
    COLUMNS.forEach(column -> numbers.put(without(column), OptionalLong.empty()));
    return numbers;
  }

  private static Map<String, OptionalLong> columns(Map<UnmappedCode, OptionalLong> unmapped) {
    Map<String, OptionalLong> columns = new TreeMap<>();
    if (unmapped.containsKey(OF_ANY_COLUMN)) {
      COLUMNS.forEach(column -> columns.put(codes(column), OptionalLong.empty()));
      return columns;
    }
    unmapped.forEach(
        (code, count) ->
            columns.merge(
                codes(code.column()),
                count,
                (one, other) ->
                    one.isPresent() && other.isPresent()
                        ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                        : OptionalLong.empty()));
    return columns;
  }

  /** Tells an attacker how they hang together. */
  static void tell(Attacker attacker, SharedSummary summary) {
    Set<Assumption> host = new TreeSet<>(summary.edition().assumptions());
    tellAssumptions(attacker, host);
    tellMissing(attacker, host);
    for (UnmappedCode code : summary.unmapped().keySet()) {
      if (!code.equals(OF_ANY_COLUMN)) {
        attacker.atLeast(List.of(codes(code.column())), List.of(PublishedNumbers.ONE));
      }
    }
    COLUMNS.forEach(column -> attacker.sum(List.of(codes(column), without(column)), whole(column)));
    attacker.atLeast(
        List.of(notStated(Breakdown.PATTERN, PublishedNumbers.ALL)), List.of(codes("pattern")));
    attacker.atLeast(
        List.of(notStated(Breakdown.TECHNIQUE, PublishedNumbers.ALL)), List.of(codes("technique")));
    attacker.atLeast(
        List.of(ALL), List.of(codes("intent"), assumed(DefaultAssumption.TREATMENT_INTENT)));
    attacker.atLeast(
        List.of(missing(CaseFact.PROCEDURE_INTENT), NO_RECOMMENDATION), List.of(codes("intent")));
    attacker.atLeast(
        List.of(ALL), List.of(codes("injectate"), assumed(DefaultAssumption.NO_INJECTATE)));
  }

  private static void tellAssumptions(Attacker attacker, Set<Assumption> host) {
    Stream.<Coded>of(DefaultAssumption.values())
        .forEach(a -> attacker.atLeast(List.of(ALL), List.of(assumed(a))));
    attacker.atLeast(
        Arrays.stream(Technique.values())
            .filter(technique -> !technique.isInjection())
            .map(
                t ->
                    PublishedNumbers.name(
                        Breakdown.TECHNIQUE, List.of(t.code()), PublishedNumbers.ALL))
            .toList(),
        List.of(assumed(DefaultAssumption.NO_INJECTATE)));
    // Where a cause is listed, there is no recommendation.
    attacker.atLeast(
        List.of(NO_RECOMMENDATION, assumed(DefaultAssumption.NO_INFECTION_OR_FRACTURE)),
        List.of(ALL));
    attacker.atLeast(
        List.of(ALL),
        List.of(
            assumed(DefaultAssumption.NO_INJECTATE),
            assumed(Assumption.INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID)));
    if (host.contains(Assumption.PATTERN_AXIAL_OR_RADICULAR)) {
      attacker.sum(
          List.of(assumed(Assumption.PATTERN_AXIAL_OR_RADICULAR)),
          notStated(Breakdown.PATTERN, PublishedNumbers.ALL));
    }
  }

  private static void tellMissing(Attacker attacker, Set<Assumption> host) {
    List<String> facts = Stream.of(CaseFact.values()).map(JoinedNumbers::missing).toList();
    attacker.atLeast(facts, List.of(INSUFFICIENT));
    facts.forEach(fact -> attacker.atLeast(List.of(INSUFFICIENT), List.of(fact)));
    String insufficient = Verdict.INSUFFICIENT_INFORMATION.name();
    String pattern = notStated(Breakdown.PATTERN, insufficient);
    attacker.atLeast(List.of(pattern), List.of(missing(CaseFact.PAIN_PATTERN)));
    if (!host.contains(Assumption.PATTERN_AXIAL_OR_RADICULAR)) {
      attacker.atLeast(List.of(missing(CaseFact.PAIN_PATTERN)), List.of(pattern));
    }
    attacker.sum(
        List.of(missing(CaseFact.PROCEDURE_TECHNIQUE)),
        notStated(Breakdown.TECHNIQUE, insufficient));
    attacker.atLeast(
        List.of(ALL),
        List.of(missing(CaseFact.PROCEDURE_INTENT), assumed(DefaultAssumption.TREATMENT_INTENT)));
    attacker.atLeast(
        List.of(ALL),
        List.of(missing(CaseFact.PROCEDURE_INJECTATE), assumed(DefaultAssumption.NO_INJECTATE)));
  }

  private static String notStated(Breakdown table, String column) {
    return PublishedNumbers.name(table, List.of(Dimension.NOT_STATED), column);
  }

  private static String total(Verdict verdict) {
    return PublishedNumbers.name(Breakdown.TOTAL, List.of(), verdict.name());
  }

  private static String assumed(Coded assumption) {
    return "assumed " + assumption.code();
  }

  private static String missing(CaseFact fact) {
    return "missing " + fact;
  }

  private static String codes(String column) {
    return "codes of " + column;
  }

  /** The cases, or requests, that have no such code; published nowhere. */
  private static String without(String column) {
    return "without codes of " + column;
  }

  private static String whole(String column) {
    return OF_CASE.contains(column) ? PublishedNumbers.CASES : ALL;
  }
}
