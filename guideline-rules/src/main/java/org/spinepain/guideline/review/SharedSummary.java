package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.DefaultAssumption;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Technique;

/**
 * A summary that may be shown to others than those who may see the referrals. Immutable. A count
 * above zero and below the threshold is withheld, and so are others from which it could be computed
 * back. What is withheld does not tell which of the two it is: whoever knew which are small would
 * know more of them. Zeros are shown unless they are withheld to protect others.
 *
 * <p>It holds nothing of persons, and no names of files. Who knows which procedures the guideline
 * recommends against cannot compute more than others. What it cannot protect from: the counts of
 * another summary that shares referrals with this one, and what a reader knows otherwise.
 */
public final class SharedSummary {

  /** The threshold unless a host has another. */
  public static final int DEFAULT_THRESHOLD = 5;

  /** The highest threshold. */
  public static final int HIGHEST_THRESHOLD = 1_000;

  private static final List<Breakdown> TOLD_BY_ASSUMPTIONS =
      List.of(Breakdown.TOTAL, Breakdown.RECOMMENDATION, Breakdown.TECHNIQUE, Breakdown.PATTERN);

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
    Set<Cell> withheld = Suppression.of(exact, summary.kinds(), threshold);
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
   * The requests for which a fact is missing, by fact. All are withheld, but those of facts that
   * are missing in every such request, where one of these counts, or of {@link #settled}, is small
   * or leaves a small rest, or would tell another count that is withheld: since the facts overlap,
   * the counts of two can tell how many requests miss both. All facts are named then, also such as
   * no request misses.
   */
  public SortedMap<CaseFact, OptionalLong> missing() {
    boolean withheld = withholdsMissing();
    long whole = summary.requests().insufficient();
    return ofFacts(
        (fact, count) ->
            tellsWhatIsWithheld(fact) || (withheld && count.requests() < whole)
                ? OptionalLong.empty()
                : OptionalLong.of(count.requests()));
  }

  /** Those of them that this one answer would settle, whatever it is, by fact. */
  public SortedMap<CaseFact, OptionalLong> settled() {
    boolean withheld = withholdsMissing();
    return ofFacts(
        (fact, count) -> withheld ? OptionalLong.empty() : OptionalLong.of(count.settled()));
  }

  private SortedMap<CaseFact, OptionalLong> ofFacts(
      BiFunction<CaseFact, MissingCount, OptionalLong> shown) {
    SortedMap<CaseFact, MissingCount> counts = new TreeMap<>(summary.missing());
    if (withholdsMissing()) {
      for (CaseFact fact : CaseFact.values()) {
        counts.putIfAbsent(fact, new MissingCount(0, 0));
      }
    }
    SortedMap<CaseFact, OptionalLong> facts = new TreeMap<>();
    counts.forEach((fact, count) -> facts.put(fact, shown.apply(fact, count)));
    return facts;
  }

  private boolean withholdsMissing() {
    return MissingOverlap.isSmall(summary, threshold)
        || Stream.of(CaseFact.values()).anyMatch(this::tellsWhatIsWithheld);
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
   * How many requests rest on which assumption, by its code. All are withheld, and all are named
   * that there may be, where one is small or leaves a small rest, or anything is withheld of what
   * they can be joined with: an assumption is made for some techniques, patterns or verdicts only.
   */
  public SortedMap<String, OptionalLong> assumptions() {
    boolean withheld =
        withholdsMissing()
            || TOLD_BY_ASSUMPTIONS.stream().anyMatch(table -> !isWhole(rows.get(table).values()))
            || summary.assumptions().entrySet().stream()
                .anyMatch(entry -> part(entry.getValue(), mayRestOn(entry.getKey())).isEmpty());
    SortedMap<String, OptionalLong> assumptions = new TreeMap<>();
    if (withheld) {
      Stream.<Coded>concat(Stream.of(DefaultAssumption.values()), edition().assumptions().stream())
          .forEach(assumption -> assumptions.put(assumption.code(), OptionalLong.empty()));
    } else {
      summary.assumptions().forEach((code, n) -> assumptions.put(code, OptionalLong.of(n)));
    }
    return assumptions;
  }

  /** How many requests there are that an assumption can be made for. */
  private long mayRestOn(String assumption) {
    return assumption.equals(DefaultAssumption.NO_INJECTATE.code())
        ? Stream.of(Technique.values())
            .filter(technique -> !technique.isInjection())
            .map(technique -> List.of(technique.code()))
            .map(row -> summary.rows(Breakdown.TECHNIQUE).getOrDefault(row, VerdictCounts.NONE))
            .mapToLong(VerdictCounts::total)
            .sum()
        : summary.requests().total();
  }

  private static boolean isWhole(Collection<SharedCounts> rows) {
    return rows.stream()
        .allMatch(
            row ->
                row.total().isPresent()
                    && Stream.of(Verdict.values()).allMatch(v -> row.of(v).isPresent()));
  }

  /** How many records were refused, by reason. */
  public SortedMap<String, OptionalLong> refused() {
    return each(summary.refused());
  }

  /**
   * How often which local codes were met to which no fact is mapped. Those met fewer times than the
   * threshold are counted together for their column, and where these are few, so is the next: the
   * number of all may be known from the requests that do not state the fact. So are all codes of a
   * column, and the count is withheld, where there are only a few more requests or cases, or
   * anything is withheld of what they can be joined with: there are at least as many requests that
   * do not state the fact. Where a number of all requests is withheld, so are the columns, and
   * whether there are any: of a fact that is not stated, a request has another verdict.
   */
  public SortedMap<UnmappedCode, OptionalLong> unmapped() {
    if (!isWhole(List.of(requests()))) {
      return new TreeMap<>(Map.of(UnmappedCode.WHETHER_ANY, OptionalLong.empty()));
    }
    SortedMap<UnmappedCode, OptionalLong> unmapped = new TreeMap<>();
    SortedMap<String, SortedMap<UnmappedCode, Long>> columns = new TreeMap<>();
    summary
        .unmapped()
        .forEach(
            (code, count) ->
                columns
                    .computeIfAbsent(code.column(), column -> new TreeMap<>())
                    .merge(
                        isSmall(count) ? UnmappedCode.others(code.column()) : code,
                        count,
                        Long::sum));
    boolean withheld = withholdsNotStated();
    columns.forEach(
        (column, codes) -> {
          UnmappedCode others = UnmappedCode.others(column);
          if (isSmall(codes.getOrDefault(others, 0L))) {
            codes.entrySet().stream()
                .filter(listed -> !listed.getKey().isOthers())
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .ifPresent(next -> codes.merge(others, codes.remove(next), Long::sum));
          }
          unmapped.putAll(
              withheld || leavesFew(codes.values())
                  ? Map.of(others, OptionalLong.empty())
                  : each(codes));
        });
    return unmapped;
  }

  private boolean withholdsNotStated() {
    return withholdsMissing()
        || Stream.of(Breakdown.PATTERN, Breakdown.TECHNIQUE, Breakdown.LEVEL)
            .map(table -> rows.get(table).getOrDefault(List.of(Dimension.NOT_STATED), NONE))
            .anyMatch(notStated -> notStated.total().isEmpty());
  }

  /**
   * Whether only a few requests have no such code; a column of two facts has more codes. So too of
   * the cases, and of each code: one of a fact of the case counts once a case.
   */
  private boolean leavesFew(Collection<Long> codes) {
    long all = codes.stream().mapToLong(Long::longValue).sum();
    long rest = summary.requests().total() - all;
    return (rest != 0 && rest < threshold)
        || Stream.concat(Stream.of(all), codes.stream())
            .anyMatch(count -> isSmall(summary.cases() - count));
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

  /**
   * The guidance that follows, as {@link ReferralSummary#guidance} has it. That there is any tells
   * no more than that a recommendation has a row.
   */
  public SortedMap<String, Guidance> guidance() {
    return summary.guidance();
  }

  /** The recommendations, as {@link ReferralSummary#recommendations} has them. */
  public SortedMap<String, ReviewedRecommendation> recommendations() {
    return summary.recommendations();
  }

  private OptionalLong cost(ToLongFunction<CostRange> each) {
    Optional<CostRange> range = edition().cost();
    OptionalLong against = requests().against();
    return range.isPresent() && against.isPresent()
        ? OptionalLong.of(Math.multiplyExact(each.applyAsLong(range.get()), against.getAsLong()))
        : OptionalLong.empty();
  }

  private <K extends Comparable<K>> SortedMap<K, OptionalLong> each(Map<K, Long> exact) {
    SortedMap<K, OptionalLong> each = new TreeMap<>();
    exact.forEach((key, count) -> each.put(key, part(count, Long.MAX_VALUE)));
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
