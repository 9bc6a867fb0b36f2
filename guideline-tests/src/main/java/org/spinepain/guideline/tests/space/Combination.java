package org.spinepain.guideline.tests.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Practice;
import org.spinepain.guideline.model.fact.Presentation;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.SpinePain;

/** One combination of facts: for each dimension its value, or that it is unknown. Immutable. */
public final class Combination {

  /** In the order of the dimensions; null where unknown. */
  private final Object[] values;

  private Combination(Object[] values) {
    this.values = values;
  }

  /** The combination of this number, where each dimension has so many values, the last unknown. */
  static Combination numbered(int number, int[] sizes) {
    Object[] values = new Object[sizes.length];
    int rest = number;
    for (int i = sizes.length - 1; i >= 0; i--) {
      List<?> known = CaseSpace.ALL.get(i).values();
      int position = rest % sizes[i];
      values[i] = position < known.size() ? known.get(position) : null;
      rest /= sizes[i];
    }
    return new Combination(values);
  }

  Object at(int dimension) {
    return values[dimension];
  }

  /** The value of a dimension; empty when it is unknown. */
  public Optional<Object> value(Dimension dimension) {
    return Optional.ofNullable(values[CaseSpace.ALL.indexOf(dimension)]);
  }

  /** Whether no dimension is unknown. */
  public boolean isComplete() {
    for (Object value : values) {
      if (value == null) {
        return false;
      }
    }
    return true;
  }

  /** Whether a dimension is unknown. */
  public boolean isUnknown(Dimension dimension) {
    return values[CaseSpace.ALL.indexOf(dimension)] == null;
  }

  /** With this value of a dimension. */
  public Combination with(Dimension dimension, Object value) {
    Object[] changed = values.clone();
    changed[CaseSpace.ALL.indexOf(dimension)] = value;
    return new Combination(changed);
  }

  /** What is decided here, in the context of another. */
  Combination inContext(Combination other) {
    Object[] changed = values.clone();
    int deciding = CaseSpace.DECIDING.size();
    System.arraycopy(other.values, deciding, changed, deciding, values.length - deciding);
    return new Combination(changed);
  }

  /** The dimensions that are unknown. */
  public List<Dimension> unknown() {
    List<Dimension> unknown = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        unknown.add(CaseSpace.ALL.get(i));
      }
    }
    return unknown;
  }

  /** Every way in which what is unknown can turn out; itself when nothing is. */
  public Stream<Combination> completions() {
    List<Dimension> unknown = unknown();
    if (unknown.isEmpty()) {
      return Stream.of(this);
    }
    return unknown.get(0).values().stream()
        .map(value -> with(unknown.get(0), value))
        .filter(Combination::isPossible)
        .flatMap(Combination::completions);
  }

  private boolean isPossible() {
    return CaseSpace.isPossible(this);
  }

  /** The patient of a complete combination. */
  public Patient patient() {
    return fact(Patient.class);
  }

  /** The pain of a complete combination. */
  public SpinePain pain() {
    return fact(SpinePain.class);
  }

  /** The procedure of a complete combination. */
  public Procedure procedure() {
    return fact(Procedure.class);
  }

  /** How the pain presents. */
  public Presentation presentation() {
    return fact(Presentation.class);
  }

  /** The practice that asks. */
  public Practice practice() {
    return fact(Practice.class);
  }

  private <T extends Record> T fact(Class<T> type) {
    List<Object> components = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (CaseSpace.ALL.get(i).type() == type) {
        components.add(values[i]);
      }
    }
    try {
      return type.cast(type.getDeclaredConstructors()[0].newInstance(components.toArray()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is no complete " + type.getSimpleName(), e);
    }
  }

  /**
   * How far it is from the plainest: the number of dimensions that are unknown or have a value that
   * is not the plain one, which is the first, but true for being an adult and for chronic pain.
   */
  public int oddness() {
    int oddness = 0;
    for (int i = 0; i < values.length; i++) {
      Dimension dimension = CaseSpace.ALL.get(i);
      boolean isPlain = dimension.plainValue().equals(values[i]);
      oddness += isPlain ? 0 : 1;
    }
    return oddness;
  }

  /** The case of the pack that is on the classpath. */
  public ClinicalCase toCase() {
    return toCase(Boundaries.bundled());
  }

  /**
   * A case that has these facts in a pack with these boundaries, and one procedure, {@code p1}; an
   * onset stands for its duration.
   *
   * @throws BoundariesException when the boundaries allow none
   */
  public ClinicalCase toCase(Boundaries boundaries) {
    return CaseOfFacts.of(this, boundaries, false);
  }

  /** The case of the pack that is on the classpath, with a stated duration, if any. */
  public ClinicalCase toCaseOfStatedDuration() {
    return toCaseOfStatedDuration(Boundaries.bundled());
  }

  /** As {@link #toCase(Boundaries)}, but with a stated duration, if any. */
  public ClinicalCase toCaseOfStatedDuration(Boundaries boundaries) {
    return CaseOfFacts.of(this, boundaries, true);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Combination combination && Arrays.equals(values, combination.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Each dimension with its value. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      words.add(CaseSpace.ALL.get(i).component() + " " + word(values[i]));
    }
    return String.join(", ", words);
  }

  private static String word(Object value) {
    return value == null ? "unknown" : value.toString();
  }

  /** Compares the words of the first value that differs; 0 when none does. */
  int compareWords(Combination other) {
    for (int i = 0; i < values.length; i++) {
      if (!Objects.equals(values[i], other.values[i])) {
        return word(values[i]).compareTo(word(other.values[i]));
      }
    }
    return 0;
  }
}
