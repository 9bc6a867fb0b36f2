package org.spinepain.guideline.review;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.Verdict;

/** Numbers being added up, in whatever order: the outcome is the same. Not thread-safe. */
final class Tally {

  /** How many places of refused records are kept: the first ones. */
  static final int MOST_PLACES = 20;

  /** How many unmapped codes are kept: the first ones in their order. */
  static final int MOST_CODES = 1_000;

  /** How long an unmapped code may be to be kept: what is longer may be no code. */
  static final int LONGEST_CODE = 40;

  private long cases;
  private final Map<Breakdown, Map<List<String>, VerdictCounts>> rows =
      new EnumMap<>(Breakdown.class);
  private final SortedSet<Kind> kinds = new TreeSet<>();
  private final SortedMap<CaseFact, MissingCount> missing = new TreeMap<>();
  private final SortedMap<String, Long> assumptions = new TreeMap<>();
  private final SortedMap<String, Optional<Guidance>> guidance = new TreeMap<>();
  private final SortedMap<String, Optional<ReviewedRecommendation>> recommendations =
      new TreeMap<>();
  private final SortedMap<String, Long> refused = new TreeMap<>();
  private final SortedSet<RefusedRecord> places = new TreeSet<>();
  private final TreeMap<UnmappedCode, Long> unmapped = new TreeMap<>();
  private final SortedMap<UnmappedCode, Long> unmappedOthers = new TreeMap<>();
  private final PersonRequests persons = new PersonRequests();
  private boolean madeUp;

  Tally() {
    for (Breakdown breakdown : Breakdown.values()) {
      rows.put(breakdown, new HashMap<>());
    }
  }

  void add(ReferralSummary summary) {
    cases += summary.cases();
    for (Breakdown breakdown : Breakdown.values()) {
      summary.rows(breakdown).forEach((labels, counts) -> add(breakdown, labels, counts));
    }
    kinds.addAll(summary.kinds());
    summary.missing().forEach(this::addMissing);
    summary.assumptions().forEach(this::addAssumption);
    summary.guidanceOrVaried().forEach(this::addGuidance);
    summary.recommendationsOrVaried().forEach(this::addRecommendation);
    summary.refused().forEach(this::addRefused);
    summary.refusedRecords().forEach(this::addPlace);
    summary.unmapped().forEach(this::addUnmapped);
    persons.add(summary.persons());
    madeUp |= summary.madeUp();
  }

  void addCases(long count) {
    cases += count;
  }

  void add(Breakdown breakdown, Verdict verdict, String... labels) {
    add(breakdown, List.of(labels), VerdictCounts.one(verdict));
  }

  void add(Breakdown breakdown, List<String> labels, VerdictCounts counts) {
    Map<List<String>, VerdictCounts> table = rows.get(breakdown);
    table.merge(labels, counts, VerdictCounts::plus);
    if (table.size() > breakdown.most()) {
      throw new TooManyGroupsException(breakdown);
    }
  }

  /** There is a request of this kind. */
  void addKind(Kind kind) {
    kinds.add(kind);
  }

  void addMissing(CaseFact fact, MissingCount count) {
    missing.merge(fact, count, MissingCount::plus);
  }

  void addAssumption(String code, long count) {
    assumptions.merge(code, count, Long::sum);
  }

  /** A guidance, or nothing once it is known to vary from case to case. */
  void addGuidance(String code, Optional<Guidance> one) {
    addSame(guidance, code, one);
  }

  /** A recommendation, or nothing once it is known to vary from case to case. */
  void addRecommendation(String id, Optional<ReviewedRecommendation> one) {
    addSame(recommendations, id, one);
  }

  private static <T> void addSame(SortedMap<String, Optional<T>> all, String id, Optional<T> one) {
    Optional<T> known = all.putIfAbsent(id, one);
    if (known != null && !known.equals(one)) {
      all.put(id, Optional.empty());
    }
  }

  void addRefused(String reason, long count) {
    refused.merge(reason, count, Long::sum);
  }

  void addPlace(RefusedRecord place) {
    places.add(place);
    if (places.size() > MOST_PLACES) {
      places.remove(places.last());
    }
  }

  void addUnmapped(String column, String code) {
    boolean kept = !code.isEmpty() && code.length() <= LONGEST_CODE;
    addUnmapped(kept ? new UnmappedCode(column, code) : UnmappedCode.others(column), 1);
  }

  /**
   * Those kept are the first of all, so that their counts are whole: one that was put to the others
   * never comes back.
   */
  void addUnmapped(UnmappedCode code, long count) {
    (code.isOthers() ? unmappedOthers : unmapped).merge(code, count, Long::sum);
    if (unmapped.size() > MOST_CODES) {
      Map.Entry<UnmappedCode, Long> last = unmapped.pollLastEntry();
      unmappedOthers.merge(UnmappedCode.others(last.getKey().column()), last.getValue(), Long::sum);
    }
  }

  long cases() {
    return cases;
  }

  SortedMap<List<String>, VerdictCounts> rows(Breakdown breakdown) {
    SortedMap<List<String>, VerdictCounts> sorted = new TreeMap<>(breakdown.order());
    sorted.putAll(rows.get(breakdown));
    return sorted;
  }

  SortedSet<Kind> kinds() {
    return kinds;
  }

  SortedMap<CaseFact, MissingCount> missing() {
    return missing;
  }

  SortedMap<String, Long> assumptions() {
    return assumptions;
  }

  SortedMap<String, Optional<Guidance>> guidance() {
    return guidance;
  }

  SortedMap<String, Optional<ReviewedRecommendation>> recommendations() {
    return recommendations;
  }

  SortedMap<String, Long> refused() {
    return refused;
  }

  SortedSet<RefusedRecord> places() {
    return places;
  }

  SortedMap<UnmappedCode, Long> unmapped() {
    SortedMap<UnmappedCode, Long> all = new TreeMap<>(unmapped);
    all.putAll(unmappedOthers);
    return all;
  }

  PersonRequests persons() {
    return persons;
  }

  void markMadeUp() {
    madeUp = true;
  }

  boolean madeUp() {
    return madeUp;
  }
}
