package org.spinepain.guideline.tests.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;

/**
 * A combination, and what the host assumes when it asks. Only assumptions that leave more than one
 * answer matter here, each where its fact is unknown: under any other a combination is decided as
 * the one that states the answer.
 *
 * @param combination the combination
 * @param assume what the host assumes, in the order of the constants
 */
public record AskedCombination(Combination combination, List<Assumption> assume) {

  private static final List<Narrowing> NARROWINGS =
      List.of(
          new Narrowing(
              Assumption.PATTERN_AXIAL_OR_RADICULAR, "SpinePain.pattern", PainPattern.OTHER),
          new Narrowing(
              Assumption.INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID,
              "Procedure.injectate",
              Injectate.OTHER));

  private static final List<List<Assumption>> ASSUMPTIONS =
      List.of(
          List.of(),
          List.of(Assumption.PATTERN_AXIAL_OR_RADICULAR),
          List.of(Assumption.INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID),
          List.of(
              Assumption.PATTERN_AXIAL_OR_RADICULAR,
              Assumption.INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID));

  /** An assumption, and the value of a dimension that it takes away. */
  private record Narrowing(Assumption assumption, Dimension dimension, Object without) {

    Narrowing(Assumption assumption, String dimension, Object without) {
      this(assumption, CaseSpace.ALL.get(CaseSpace.indexOf(dimension)), without);
    }

    boolean isOf(Dimension other) {
      return dimension.equals(other);
    }
  }

  /** Keeps a copy of the list. */
  public AskedCombination {
    assume = List.copyOf(assume);
  }

  /** A combination, asked without assumptions. */
  public AskedCombination(Combination combination) {
    this(combination, List.of());
  }

  /** A combination under every set of assumptions that matter to it, the empty one first. */
  public static Stream<AskedCombination> of(Combination combination) {
    return ASSUMPTIONS.stream()
        .filter(assume -> matters(assume, combination))
        .map(assume -> new AskedCombination(combination, assume));
  }

  private static boolean matters(List<Assumption> assume, Combination combination) {
    for (Narrowing narrowing : NARROWINGS) {
      if (assume.contains(narrowing.assumption())
          && !combination.isUnknown(narrowing.dimension())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The same with a fact unknown: without a further assumption, and with the one that leaves its
   * value, if any does.
   */
  public Stream<AskedCombination> without(Dimension dimension) {
    Combination unknown = combination.with(dimension, null);
    Optional<Object> value = combination.value(dimension);
    return Stream.concat(
        Stream.of(new AskedCombination(unknown, assume)),
        NARROWINGS.stream()
            .filter(n -> n.isOf(dimension) && value.filter(v -> !v.equals(n.without())).isPresent())
            .map(n -> new AskedCombination(unknown, with(n.assumption()))));
  }

  private List<Assumption> with(Assumption assumption) {
    List<Assumption> more = new ArrayList<>(assume);
    more.add(assumption);
    return more.stream().sorted().toList();
  }

  /** The value that an assumption can take away from a dimension, if any can. */
  public static Optional<Object> excludable(Dimension dimension) {
    return NARROWINGS.stream().filter(n -> n.isOf(dimension)).map(Narrowing::without).findFirst();
  }

  /** Whether an assumption takes a value of a dimension away. */
  public boolean isNarrowed(Dimension dimension) {
    return isAssuming()
        && NARROWINGS.stream().anyMatch(n -> n.isOf(dimension) && assume.contains(n.assumption()));
  }

  /** Whether a host assumes anything. */
  public boolean isAssuming() {
    return !assume.isEmpty();
  }

  /** In every context that boundaries allow. */
  public Stream<AskedCombination> inEveryContext(Boundaries boundaries) {
    return CaseSpace.contexts(combination)
        .filter(boundaries::allow)
        .map(c -> new AskedCombination(c, assume));
  }

  /** Its case, and the one of a stated duration, if that is another. */
  public Stream<ClinicalCase> cases(Boundaries boundaries) {
    return Stream.of(combination.toCase(boundaries), combination.toCaseOfStatedDuration(boundaries))
        .distinct();
  }

  /** How far it is from the plainest: the oddness of the combination, and one an assumption. */
  public int oddness() {
    return combination.oddness() + assume.size();
  }

  /** Whether it is less odd than another; of two that are as odd, whether its words are first. */
  public boolean isPlainerThan(AskedCombination other) {
    int difference = oddness() - other.oddness();
    if (difference == 0) {
      difference = combination.compareWords(other.combination);
    }
    return difference == 0
        ? assume.toString().compareTo(other.assume.toString()) < 0
        : difference < 0;
  }
}
