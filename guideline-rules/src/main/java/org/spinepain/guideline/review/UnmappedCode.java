package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A local code to which no fact is mapped.
 *
 * @param column the column of the export in which it stands
 * @param code the code; empty for those that are counted together, since they are long or many
 */
public record UnmappedCode(String column, String code) implements Comparable<UnmappedCode> {

  private static final Comparator<UnmappedCode> ORDER =
      Comparator.comparing(UnmappedCode::column).thenComparing(UnmappedCode::code);

  /** Stands for all, where it is withheld whether there are any. */
  static final UnmappedCode WHETHER_ANY = others("any column");

  /** Refuses null with a {@link NullPointerException}. */
  public UnmappedCode {
    requireNonNull(column, "column");
    requireNonNull(code, "code");
  }

  /** All codes of a column that are counted together. */
  static UnmappedCode others(String column) {
    return new UnmappedCode(column, "");
  }

  /** Whether it stands for codes that are counted together. */
  public boolean isOthers() {
    return code.isEmpty();
  }

  /** Whether it stands for all, since it is withheld whether there are any. */
  public boolean isWhetherAny() {
    return equals(WHETHER_ANY);
  }

  @Override
  public int compareTo(UnmappedCode other) {
    return ORDER.compare(this, other);
  }
}
