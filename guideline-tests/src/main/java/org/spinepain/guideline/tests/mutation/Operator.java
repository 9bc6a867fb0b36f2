package org.spinepain.guideline.tests.mutation;

import org.spinepain.guideline.model.Coded;

/** What a mutant changes. */
public enum Operator implements Coded {
  /** A rule left out. */
  RULE_DROPPED,
  /** A pattern left out of a condition. */
  PATTERN_DROPPED,
  /** A pattern that must not match where it had to, or the other way round. */
  PATTERN_NEGATED,
  /** A constraint, or one side of a compound one, left out of a pattern. */
  CONSTRAINT_DROPPED,
  /** A constraint or a condition turned into its opposite. */
  CONSTRAINT_NEGATED,
  /** The operator of a compound constraint exchanged: and for or, or the other way round. */
  CONNECTIVE_EXCHANGED,
  /** A constant exchanged for another of its type. */
  VALUE_EXCHANGED,
  /** A value left out of a list of values. */
  VALUE_DROPPED,
  /** A value added to a list of values. */
  VALUE_ADDED,
  /** A figure changed in its last digit, or invented where none is held. */
  FIGURE_CHANGED,
  /** A status exchanged for another. */
  STATUS_CHANGED,
  /** A code exchanged for another of its kind. */
  CODE_CHANGED,
  /** A word left out of a text. */
  TEXT_CHANGED,
  /** The name, id or source of a rule changed. */
  HEAD_CHANGED,
  /** A value of the descriptor changed, other than a text, a figure in one, or a boundary. */
  DESCRIPTION_CHANGED,
  /** A boundary moved: by one of its unit in the descriptor, or by a day. */
  BOUNDARY_MOVED
}
