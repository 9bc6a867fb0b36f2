package org.spinepain.guideline.tests.lint;

import org.spinepain.guideline.model.Coded;

/** What lint finds, in the order in which a rule author should mend it. */
public enum FindingCode implements Coded {
  /** Rules that are not loaded. */
  FOLDER_NOT_LOADED("Rules are loaded from the folders decision and guidance only."),
  PACKAGE_MISSING("Drools passes over a file without package; it names that of its folder."),
  PACKAGE_WRONG("Drools passes over a file whose package is not that of its folder."),
  NO_RULE("A file without rule refuses the pack."),
  RULE_IN_COMMENT("A rule in a comment is no rule, and nothing reports it."),
  RULE_HEAD("The index of the rules knows rule \"…\" at the start of a line only."),

  /** DRL that does not build. */
  MISSING_END("A rule ends with end."),
  ASSIGNMENT("Conditions compare with ==."),
  SYNTAX("The DRL cannot be parsed."),
  DUPLICATE_NAME("Every rule has a name of its own, across all files."),
  UNKNOWN_IMPORT("What is imported exists."),
  UNKNOWN_TYPE("Types are imported and spelt as in the model."),
  UNKNOWN_FIELD("Conditions name fields that the fact has."),
  UNKNOWN_ENUM_VALUE("Enum constants are those of their type."),
  BARE_ENUM_VALUE("Enum constants are written with their type."),
  TYPE_MISMATCH("Both sides of a comparison have the same type; else it fails or never holds."),
  CONDITION_ERROR("The condition of a rule compiles."),
  JAVA_ERROR("The consequence of a rule, and a function, is Java that compiles."),
  DOES_NOT_BUILD("The files of a folder build together."),

  /** What a rule tells of itself. */
  NO_SENTENCE("The name of a rule is a clinical sentence."),
  MISSING_ID("Every rule has an @id."),
  MISSING_SOURCE("Every rule has a @source."),
  REPEATED_ANNOTATION("Of an annotation that stands twice, Drools silently takes the first."),
  REUSED_ID("An @id belongs to one rule for ever."),
  DISAPPEARED_ID("The @ids of the last release stay: hosts keep them in their records."),
  UNKNOWN_SOURCE("A @source is id#section of a source in the descriptor."),

  /** What rules may not do. */
  NULL("Facts are complete: nothing is null."),
  UNKNOWN_VALUE("Facts are complete: nothing is unknown or unspecified."),
  RAW_NUMBER("Rules see the side of a boundary, never a raw number."),
  MAY_BE_MISSING("What may be missing is not negated: absent and unknown would be the same."),
  SALIENCE("Rules have no order: what depends on absence is inserted logically."),
  AGENDA_GROUP("Rules have no groups, so that answers do not depend on the order of firing."),
  ATTRIBUTE("Rules have no attributes."),
  EXTENDS("A rule states all of its condition itself."),
  EVAL("Conditions are on fields, where Drools and people can see them: no eval."),
  MVEL("Rules are written in the Java dialect."),
  ACCUMULATE("No accumulate: facts are single and complete."),
  GLOBAL("Rules conclude facts; nothing goes in or out by a global."),
  CLOCK("The date of the assessment is an input; rules read no clock and no chance."),
  NOT_LOGICAL("What rules conclude is inserted logically, so that it goes with what it rests on."),
  NOT_OWN_NAME("A conclusion remembers the rule that made it."),
  UNBOUND_PATTERN("Patterns are bound, unless under not or exists; else traces cannot name them."),
  DUPLICATE_BINDING("Of two bindings of one name, Drools silently takes the last."),
  RESTS_ON_OWN_ABSENCE("Nothing rests on its own absence, not even by a way round."),
  SELF_FEEDING("No rule feeds itself, not even by a way round."),

  /** What rules say. */
  MISSING_STATUS("Every figure says how far it has been checked."),
  INCOMPLETE_EVIDENCE("A row of evidence has all its parts; what is not held is called so."),
  UNKNOWN_CODE("A code that is asked for, or worded, is concluded by some rule."),
  LONG_TEXT("Texts for people have at most 300 characters."),

  /** What shows when the rules fire over the whole case space. */
  IMPOSSIBLE_CONSTRAINT("Some fact can meet every pattern."),
  NEVER_FIRES("Every rule fires on some combination of facts."),
  ALWAYS_FIRES("No rule fires on all combinations of facts."),
  SAME_EFFECT("No two rules always fire together to the same effect."),
  NO_ANSWER("The rules answer on every combination of facts."),

  /** What a site says. */
  OVERLAY("An overlay of a site fits the rules, and the other overlays.");

  private final String sentence;

  FindingCode(String sentence) {
    this.sentence = sentence;
  }

  /** What holds where there is no such finding. */
  public String sentence() {
    return sentence;
  }

  /** What is told of a word that rules may not have: the word, and why not. */
  String found(String word) {
    return "found "
        + word
        + "; "
        + Character.toLowerCase(sentence.charAt(0))
        + sentence.substring(1, sentence.length() - 1);
  }

  /** Whether the rule, and so the pack, cannot be built or loaded while there is such a finding. */
  boolean keepsFromBuilding() {
    return (compareTo(DOES_NOT_BUILD) <= 0 && this != RULE_IN_COMMENT && this != TYPE_MISMATCH)
        || this == EXTENDS;
  }
}
