package org.spinepain.guideline.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * What a review counted. Immutable. However referrals are split and in whatever order the summaries
 * of the parts are merged, the whole is the same.
 *
 * <p>A request is one procedure of a case. The counts are exact, small ones too: what is shown to
 * others than those who may see the referrals is a {@link SharedSummary}.
 */
public final class ReferralSummary {

  private final ReviewedEdition edition;
  private final String keyName;
  private final long cases;
  private final Map<Breakdown, SortedMap<List<String>, VerdictCounts>> rows =
      new EnumMap<>(Breakdown.class);
  private final SortedSet<Kind> kinds;
  private final SortedMap<CaseFact, MissingCount> missing;
  private final SortedMap<String, Long> assumptions;
  private final SortedMap<String, Optional<Guidance>> guidance;
  private final SortedMap<String, Optional<ReviewedRecommendation>> recommendations;
  private final SortedMap<String, Long> refused;
  private final SortedSet<RefusedRecord> refusedRecords;
  private final SortedMap<UnmappedCode, Long> unmapped;
  private final PersonRequests.Sorted persons;
  private final boolean madeUp;

  ReferralSummary(ReviewedEdition edition, String keyName, Tally tally) {
    this.edition = edition;
    this.cases = tally.cases();
    for (Breakdown breakdown : Breakdown.values()) {
      rows.put(breakdown, Collections.unmodifiableSortedMap(tally.rows(breakdown)));
    }
    this.kinds = Collections.unmodifiableSortedSet(new TreeSet<>(tally.kinds()));
    this.missing = copy(tally.missing());
    this.assumptions = copy(tally.assumptions());
    this.guidance = copy(tally.guidance());
    this.recommendations = copy(tally.recommendations());
    this.refused = copy(tally.refused());
    this.refusedRecords = Collections.unmodifiableSortedSet(new TreeSet<>(tally.places()));
    this.unmapped = copy(tally.unmapped());
    this.persons = tally.persons().sorted();
    this.madeUp = tally.madeUp();
    this.keyName = persons.isEmpty() ? "" : keyName;
  }

  private static <K, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /**
   * This and another summary in one.
   *
   * @throws IllegalArgumentException when other rules, overlays or assumptions answered, or persons
   *     are known in both and their tokens were made with different keys, so that who is in both
   *     would count twice
   * @throws TooManyGroupsException when clinics or the like are too many together
   */
  public ReferralSummary merge(ReferralSummary other) {
    if (!edition.equals(other.edition)) {
      throw new IllegalArgumentException(
          "summary: allowed is one of the same rules, overlays and assumptions");
    }
    if (!persons.isEmpty() && !other.persons.isEmpty() && !keyName.equals(other.keyName)) {
      throw new IllegalArgumentException(
          "summary: allowed is one whose persons were told apart by the same key");
    }
    Tally both = new Tally();
    both.add(this);
    both.add(other);
    return new ReferralSummary(edition, persons.isEmpty() ? other.keyName : keyName, both);
  }

  /** The rules that answered. */
  public ReviewedEdition edition() {
    return edition;
  }

  /** The number of cases. */
  public long cases() {
    return cases;
  }

  /** All requests. */
  public VerdictCounts requests() {
    return rows(Breakdown.TOTAL).getOrDefault(List.of(), VerdictCounts.NONE);
  }

  /**
   * The requests by groups. Labels are codes, {@link Dimension#NOT_STATED} for what a referral does
   * not state; groups without request are left out.
   */
  public SortedMap<List<String>, VerdictCounts> rows(Breakdown breakdown) {
    return rows.get(breakdown);
  }

  /**
   * What was missing of the requests with {@link Verdict#INSUFFICIENT_INFORMATION}, by fact; facts
   * that never were are left out.
   */
  public SortedMap<CaseFact, MissingCount> missing() {
    return missing;
  }

  /** How many requests rest on which assumption, by its code; those never used are left out. */
  public SortedMap<String, Long> assumptions() {
    return assumptions;
  }

  /**
   * The guidance that follows for requests recommended against, by its code, as the rules have it;
   * guidance that varies from request to request is left out.
   */
  public SortedMap<String, Guidance> guidance() {
    return same(guidance);
  }

  /**
   * The recommendations that were met, by their id, as the rules have them; one that varies from
   * request to request is left out.
   */
  public SortedMap<String, ReviewedRecommendation> recommendations() {
    return same(recommendations);
  }

  private static <T> SortedMap<String, T> same(SortedMap<String, Optional<T>> all) {
    SortedMap<String, T> same = new TreeMap<>();
    all.forEach((id, one) -> one.ifPresent(known -> same.put(id, known)));
    return same;
  }

  /** How many records were refused, by reason. A reason holds nothing that was found. */
  public SortedMap<String, Long> refused() {
    return refused;
  }

  /** Where the first records were refused, at most 20, by file and line. */
  public SortedSet<RefusedRecord> refusedRecords() {
    return refusedRecords;
  }

  /**
   * How often a local code was met to which no fact is mapped. Codes of more than 40 characters are
   * counted together for their column, and so are all but the first 1,000.
   */
  public SortedMap<UnmappedCode, Long> unmapped() {
    return unmapped;
  }

  /** What was requested more than once for a person. */
  public Repeats repeats() {
    return persons.repeats();
  }

  /** Whether some of it was {@linkplain ReferralCounts#markMadeUp made up}: then it is no data. */
  public boolean madeUp() {
    return madeUp;
  }

  /** The kinds of which there are requests. */
  SortedSet<Kind> kinds() {
    return kinds;
  }

  SortedMap<String, Optional<Guidance>> guidanceOrVaried() {
    return guidance;
  }

  SortedMap<String, Optional<ReviewedRecommendation>> recommendationsOrVaried() {
    return recommendations;
  }

  PersonRequests.Sorted persons() {
    return persons;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReferralSummary summary && parts().equals(summary.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(
        edition,
        keyName,
        cases,
        rows,
        kinds,
        missing,
        assumptions,
        guidance,
        recommendations,
        refused,
        refusedRecords,
        unmapped,
        persons,
        madeUp);
  }

  /** The counts of all requests. */
  @Override
  public String toString() {
    return "ReferralSummary[cases=" + cases + ", requests=" + Objects.toString(requests()) + "]";
  }
}
