package org.spinepain.guideline.tests.mutation;

import java.util.Optional;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * A rule pack with one thing changed.
 *
 * @param operator what is changed
 * @param part the part of the pack that is changed
 * @param line the line of the change in the file of the part, from 1
 * @param change the change
 */
public record Mutant(Operator operator, Part part, int line, Change change) {

  /**
   * A part of a pack whose need is asked for.
   *
   * @param file its file, relative to the folder of the rules
   * @param rule the name of the rule that it belongs to; empty in the descriptor and in functions
   * @param kind what it is
   * @param text it
   */
  public record Part(String file, Optional<String> rule, Kind kind, String text) {}

  /** The kinds of parts. */
  public enum Kind {
    /** A rule as a whole. */
    RULE,
    /** The name, id or source of a rule. */
    HEAD,
    /** A pattern of a condition. */
    PATTERN,
    /** A constraint of a pattern. */
    CONSTRAINT,
    /** A value that a consequence or a function puts out. */
    OUTPUT,
    /** A value of the descriptor. */
    DESCRIPTION,
    /** Where a fact changes sides. */
    BOUNDARY
  }

  /** What makes the mutant out of the pack. */
  public sealed interface Change {

    /** What stood there, on one line. */
    String before();

    /** What stands there instead, on one line. */
    String after();
  }

  /**
   * A stretch of a file replaced.
   *
   * @param file the file
   * @param from where the stretch begins
   * @param to where it ends, exclusive
   * @param text the text of the whole file
   * @param replacement what stands there instead
   */
  public record Edit(String file, int from, int to, String text, String replacement)
      implements Change {

    @Override
    public String before() {
      return oneLine(text.substring(from, to));
    }

    @Override
    public String after() {
      return replacement.isEmpty() ? "(nothing)" : oneLine(replacement);
    }

    /** The text of the whole file with the change. */
    public String changedText() {
      return text.substring(0, from) + replacement + text.substring(to);
    }

    private static String oneLine(String text) {
      return text.strip().replaceAll("\\s+", " ");
    }
  }

  /**
   * A boundary moved by days. The descriptor has no such unit, so the dates of the cases are moved
   * the other way instead, which comes to the same.
   *
   * @param shift which dates are moved, and by how many days
   */
  public record MovedByDays(CaseShift shift) implements Change {

    @Override
    public String before() {
      return shift.boundary().words();
    }

    @Override
    public String after() {
      return "the same, a day " + (shift.boundaryDays() > 0 ? "later" : "earlier");
    }
  }

  /** What tells it from all other mutants of the pack. */
  public String id() {
    return change instanceof Edit edit
        ? edit.file() + "@" + edit.from() + "-" + edit.to() + ":" + edit.replacement()
        : part.file() + "@" + change.before() + ":" + change.after();
  }

  /** File and line. */
  public String place() {
    return part.file() + ":" + line;
  }

  /** The pack with the change. */
  public PackSource of(PackSource pack) {
    return change instanceof Edit edit ? pack.with(edit.file(), edit.changedText()) : pack;
  }
}
