package org.spinepain.guideline.tests.space;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Practice;
import org.spinepain.guideline.model.fact.Presentation;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.SpinePain;
import org.spinepain.guideline.model.fact.Technique;

/**
 * All combinations of the facts that rules see, made from the types of the model: a new constant or
 * component enlarges the space by itself.
 *
 * <p>The dimensions of {@link Patient}, {@link SpinePain} and {@link Procedure} are those that
 * decide; {@link Presentation} and {@link Practice} are the context, which changes guidance and
 * caveats only.
 */
public final class CaseSpace {

  /** The dimensions that decide. */
  public static final List<Dimension> DECIDING =
      Stream.of(Patient.class, SpinePain.class, Procedure.class)
          .flatMap(type -> Dimension.of(type).stream())
          .toList();

  /** The dimensions of the context. */
  public static final List<Dimension> CONTEXT =
      Stream.of(Presentation.class, Practice.class)
          .flatMap(type -> Dimension.of(type).stream())
          .toList();

  /** All dimensions. */
  public static final List<Dimension> ALL =
      Stream.concat(DECIDING.stream(), CONTEXT.stream()).toList();

  private static final int TECHNIQUE = indexOf(Technique.class);
  private static final int INJECTATE = indexOf(Injectate.class);
  private static final int CHRONIC = indexOf("SpinePain.chronic");
  private static final int NEAR_BOUNDARY = indexOf("Presentation.nearDurationBoundary");

  private CaseSpace() {}

  /** Every combination in which all that decides is known, in every context. */
  public static Stream<Combination> complete() {
    return possible(sizes(false, true));
  }

  /** Every combination in which all that decides is known, in the first context. */
  public static Stream<Combination> completeInOneContext() {
    return possible(sizes(false, false));
  }

  /**
   * Every combination in which what can be unknown is known or unknown, the complete ones among
   * them, in the first context.
   */
  public static Stream<Combination> all() {
    return possible(sizes(true, false));
  }

  /** Every context of a combination. */
  public static Stream<Combination> contexts(Combination combination) {
    int[] sizes = sizes(false, true);
    for (int i = 0; i < DECIDING.size(); i++) {
      sizes[i] = 1;
    }
    return IntStream.range(0, count(sizes))
        .mapToObj(number -> combination.inContext(Combination.numbered(number, sizes)))
        .filter(CaseSpace::isPossible);
  }

  /** How many values each dimension has; one more where unknown counts as one. */
  private static int[] sizes(boolean orUnknown, boolean inEveryContext) {
    int[] sizes = new int[ALL.size()];
    for (int i = 0; i < sizes.length; i++) {
      Dimension dimension = ALL.get(i);
      boolean context = i >= DECIDING.size();
      int unknown = orUnknown && dimension.fact().isPresent() ? 1 : 0;
      sizes[i] = context && !inEveryContext ? 1 : dimension.size() + unknown;
    }
    return sizes;
  }

  private static Stream<Combination> possible(int[] sizes) {
    return IntStream.range(0, count(sizes))
        .mapToObj(number -> Combination.numbered(number, sizes))
        .filter(CaseSpace::isPossible);
  }

  private static int count(int[] sizes) {
    return IntStream.of(sizes).reduce(1, Math::multiplyExact);
  }

  /**
   * Whether there is such a case: an injection injects something, and only a duration that is known
   * can be near its boundary.
   */
  static boolean isPossible(Combination combination) {
    Object technique = combination.at(TECHNIQUE);
    Object injectate = combination.at(INJECTATE);
    return (technique == null
            || injectate == null
            || Procedure.isPossible((Technique) technique, (Injectate) injectate))
        && !(combination.at(CHRONIC) == null && (boolean) combination.at(NEAR_BOUNDARY));
  }

  static boolean isAcuteAndNear(Combination combination) {
    return Boolean.FALSE.equals(combination.at(CHRONIC)) && (boolean) combination.at(NEAR_BOUNDARY);
  }

  private static int indexOf(Class<?> type) {
    return indexOf(
        ALL.stream()
            .filter(dimension -> type.isInstance(dimension.values().get(0)))
            .map(Dimension::name)
            .findFirst()
            .orElseThrow());
  }

  /** The place of the dimension of this name; -1 when there is none. */
  static int indexOf(String name) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
