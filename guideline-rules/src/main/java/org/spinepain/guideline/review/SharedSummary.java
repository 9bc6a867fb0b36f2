package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Guidance;

/**
 * A summary that may be shown to others than those who may see the referrals. Immutable. A count
 * above zero and below the threshold is withheld, and so are others from which it could be computed
 * back. What is withheld does not tell which of the two it is: whoever knew which are small would
 * know more of them. Zeros are shown unless they are withheld to protect others.
 *
 * <p>It holds nothing of persons, and no names of files. What it cannot protect from: the counts of
 * another summary that shares referrals with this one, and what a reader knows otherwise, such as
 * that a technique can carry some recommendations only.
 */
public final class SharedSummary {

  /** The threshold unless a host has another. */
  public static final int DEFAULT_THRESHOLD = 5;

  /** The highest threshold. */
  public static final int HIGHEST_THRESHOLD = 1_000;

  private static final SharedCounts NONE =
      new SharedCounts(
          OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0));

  private final ReferralSummary summary;
  private final int threshold;
  private final Map<Breakdown, SortedMap<List<String>, SharedCounts>> rows =
      new EnumMap<>(Breakdown.class);

  private SharedSummary(ReferralSummary summary, int threshold) {
    this.summary = summary;
    this.threshold = threshold;
    Map<Breakdown, Map<List<String>, VerdictCounts>> exact = new EnumMap<>(Breakdown.class);
    for (Breakdown breakdown : Breakdown.values()) {
      exact.put(breakdown, new TreeMap<>(summary.rows(breakdown)));
    }
    Set<Cell> withheld = Suppression.of(exact, threshold);
    withheld.forEach(
        cell -> exact.get(cell.table()).putIfAbsent(cell.labels(), VerdictCounts.NONE));
    exact.forEach((table, counts) -> rows.put(table, shown(table, counts, withheld)));
  }

  /**
   * What may be shown of a summary.
   *
   * @param threshold the least count above zero that is shown, from 1 to {@link
   *     #HIGHEST_THRESHOLD}; 1 withholds nothing
   * @throws IllegalArgumentException for another threshold
   */
  public static SharedSummary of(ReferralSummary summary, int threshold) {
    if (threshold < 1 || threshold > HIGHEST_THRESHOLD) {
      throw new IllegalArgumentException(
          "threshold: allowed is a whole number from 1 to " + HIGHEST_THRESHOLD);
    }
    return new SharedSummary(requireNonNull(summary, "summary"), threshold);
  }

  private static SortedMap<List<String>, SharedCounts> shown(
      Breakdown table, Map<List<String>, VerdictCounts> exact, Set<Cell> withheld) {
    SortedMap<List<String>, SharedCounts> shown = new TreeMap<>(table.order());
    exact.forEach(
        (labels, counts) -> {
          List<OptionalLong> row =
              Cell.ofRow(table, labels).stream()
                  .map(
                      cell ->
                          withheld.contains(cell)
                              ? OptionalLong.empty()
                              : OptionalLong.of(cell.in(counts)))
                  .toList();
          shown.put(labels, new SharedCounts(row.get(1), row.get(2), row.get(3), row.get(0)));
        });
    return Collections.unmodifiableSortedMap(shown);
  }

  /** The rules that answered. */
  public ReviewedEdition edition() {
    return summary.edition();
  }

  /** The least count above zero that is shown. */
  public int threshold() {
    return threshold;
  }

  /** Whether some of it was made up, as {@link ReferralSummary#madeUp} says. */
  public boolean madeUp() {
    return summary.madeUp();
  }

  /** The number of cases. */
  public OptionalLong cases() {
    return requests().total().isPresent()
        ? part(summary.cases(), summary.requests().total())
        : OptionalLong.empty();
  }

  /** All requests. */
  public SharedCounts requests() {
    return rows.get(Breakdown.TOTAL).getOrDefault(List.of(), NONE);
  }

  /**
   * The requests by groups, as {@link ReferralSummary#rows} has them.
   *
   * @throws IllegalArgumentException for a table of which only {@link #against} is shown: by
   *     recommendation, or by two dimensions
   */
  public SortedMap<List<String>, SharedCounts> rows(Breakdown breakdown) {
    if (!breakdown.showsEveryVerdict()) {
      throw new IllegalArgumentException(
          "breakdown: allowed is one of which all verdicts are shown");
    }
    return rows.get(breakdown);
  }

  /** The requests against which the guideline recommends, by groups. */
  public SortedMap<List<String>, OptionalLong> against(Breakdown breakdown) {
    SortedMap<List<String>, OptionalLong> against = new TreeMap<>(breakdown.order());
    rows.get(breakdown).forEach((labels, counts) -> against.put(labels, counts.against()));
    return against;
  }

  /**
   * The requests for which a fact is missing, by fact. They are withheld where they would tell how
   * many requests there are with too little information, and that is withheld. Where one of these
   * counts, or of {@link #settled}, is small or leaves a small rest, all are withheld but those of
   * facts that are missing in every such request: since the facts overlap, the counts of two can
   * tell how many requests miss both.
   */
  public SortedMap<CaseFact, OptionalLong> missing() {
    boolean overlap = overlapIsSmall();
    long whole = summary.requests().insufficient();
    SortedMap<CaseFact, OptionalLong> missing = new TreeMap<>();
    summary
        .missing()
        .forEach(
            (fact, count) ->
                missing.put(
                    fact,
                    tellsWhatIsWithheld(fact) || (overlap && count.requests() < whole)
                        ? OptionalLong.empty()
                        : part(count.requests(), whole)));
    return missing;
  }

  /** Those of them that this one answer would settle, whatever it is, by fact. */
  public SortedMap<CaseFact, OptionalLong> settled() {
    boolean overlap = overlapIsSmall();
    SortedMap<CaseFact, OptionalLong> settled = new TreeMap<>();
    summary
        .missing()
        .forEach(
            (fact, count) ->
                settled.put(
                    fact,
                    tellsWhatIsWithheld(fact) || overlap
                        ? OptionalLong.empty()
                        : part(count.settled(), count.requests())));
    return settled;
  }

  private boolean overlapIsSmall() {
    long whole = summary.requests().insufficient();
    long several = whole;
    long others = 0;
    for (MissingCount count : summary.missing().values()) {
      several -= count.settled();
      others += count.requests() - count.settled();
    }
    // Those that miss several facts; of them those that do not miss a fact; those beyond two facts.
    long severalFacts = several;
    return isSmall(several)
        || isSmall(others - 2 * several)
        || summary.missing().values().stream()
            .anyMatch(
                count ->
                    part(count.requests(), whole).isEmpty()
                        || part(count.settled(), count.requests()).isEmpty()
                        || isSmall(severalFacts - (count.requests() - count.settled())));
  }

  private boolean tellsWhatIsWithheld(CaseFact fact) {
    Breakdown notStated =
        switch (fact) {
          case PAIN_PATTERN -> Breakdown.PATTERN;
          case PROCEDURE_TECHNIQUE -> Breakdown.TECHNIQUE;
          default -> Breakdown.TOTAL;
        };
    List<String> row = notStated == Breakdown.TOTAL ? List.of() : List.of(Dimension.NOT_STATED);
    return requests().insufficient().isEmpty()
        || rows.get(notStated).getOrDefault(row, NONE).insufficient().isEmpty();
  }

  /**
   * How many requests rest on which assumption, by its code; withheld where the number of requests
   * is, since most rest on some.
   */
  public SortedMap<String, OptionalLong> assumptions() {
    SortedMap<String, OptionalLong> assumptions =
        each(summary.assumptions(), count -> count, summary.requests().total());
    if (requests().total().isEmpty()) {
      assumptions.replaceAll((code, count) -> OptionalLong.empty());
    }
    return assumptions;
  }

  /** How many records were refused, by reason. */
  public SortedMap<String, OptionalLong> refused() {
    return each(summary.refused(), count -> count, Long.MAX_VALUE);
  }

  /**
   * How often which local codes were met to which no fact is mapped. Those met fewer times than the
   * threshold are counted together for their column, and where these are few, so is the next: the
   * number of all may be known from the requests that do not state the fact.
   */
  public SortedMap<UnmappedCode, OptionalLong> unmapped() {
    SortedMap<UnmappedCode, Long> counts = new TreeMap<>();
    summary
        .unmapped()
        .forEach(
            (code, count) ->
                counts.merge(
                    isSmall(count) ? UnmappedCode.others(code.column()) : code, count, Long::sum));
    for (UnmappedCode code : List.copyOf(counts.keySet())) {
      if (code.isOthers() && isSmall(counts.get(code))) {
        counts.entrySet().stream()
            .filter(listed -> !listed.getKey().isOthers())
            .filter(listed -> listed.getKey().column().equals(code.column()))
            .min(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .ifPresent(next -> counts.merge(code, counts.remove(next), Long::sum));
      }
    }
    return each(counts, count -> count, Long.MAX_VALUE);
  }

  /**
   * The persons of whom a code is known; withheld also where the number of requests is, and where
   * there are only a few more requests or cases than persons: so few could be repeated.
   */
  public OptionalLong persons() {
    long persons = summary.repeats().persons();
    if (persons == 0) {
      return OptionalLong.of(0);
    }
    return requests().total().isEmpty() || part(persons, summary.cases()).isEmpty()
        ? OptionalLong.empty()
        : part(persons, summary.requests().total());
  }

  /** Those of them for whom a procedure was requested more than once. */
  public OptionalLong repeatedPersons() {
    return part(summary.repeats().repeatedPersons(), summary.repeats().persons());
  }

  /**
   * The requests for repeated procedures, first ones included; withheld also where there are only a
   * few more than two for each of these persons, or a few that are not repeated.
   */
  public OptionalLong repeatedRequests() {
    Repeats repeats = summary.repeats();
    if (repeats.persons() == 0) {
      return OptionalLong.of(0);
    }
    return repeatedPersons().isEmpty()
            || isSmall(repeats.requests() - 2 * repeats.repeatedPersons())
        ? OptionalLong.empty()
        : part(repeats.requests(), summary.requests().total());
  }

  /**
   * What the procedures that are recommended against would cost at the lower end, in whole units of
   * the currency; empty where their number is withheld, or the edition states no cost.
   */
  public OptionalLong lowCost() {
    return cost(CostRange::low);
  }

  /** The same at the upper end. */
  public OptionalLong highCost() {
    return cost(CostRange::high);
  }

  /** The guidance that follows, as {@link ReferralSummary#guidance} has it. */
  public SortedMap<String, Guidance> guidance() {
    return summary.guidance();
  }

  /** The recommendations, as {@link ReferralSummary#recommendations} has them. */
  public SortedMap<String, String> recommendations() {
    return summary.recommendations();
  }

  private OptionalLong cost(ToLongFunction<CostRange> each) {
    Optional<CostRange> range = edition().cost();
    OptionalLong against = requests().against();
    return range.isPresent() && against.isPresent()
        ? OptionalLong.of(Math.multiplyExact(each.applyAsLong(range.get()), against.getAsLong()))
        : OptionalLong.empty();
  }

  private <K extends Comparable<K>, V> SortedMap<K, OptionalLong> each(
      Map<K, V> exact, ToLongFunction<V> count, long whole) {
    SortedMap<K, OptionalLong> each = new TreeMap<>();
    exact.forEach((key, value) -> each.put(key, part(count.applyAsLong(value), whole)));
    return each;
  }

  /** A count of some of these; withheld also where the count of the others would be small. */
  private OptionalLong part(long count, long whole) {
    return isSmall(count) || isSmall(whole - count) ? OptionalLong.empty() : OptionalLong.of(count);
  }

  private boolean isSmall(long count) {
    return count > 0 && count < threshold;
  }
}
