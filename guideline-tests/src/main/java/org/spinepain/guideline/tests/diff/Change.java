package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * One way in which an answer changes, the same wherever it has the same cause.
 *
 * @param kind what changes
 * @param subject what it is about: a row of evidence, a code; empty for a decision
 * @param from the verdict before, for a decision
 * @param to the verdict after, for a decision
 * @param lost what the answer no longer has
 * @param gained what it has instead, or besides
 */
record Change(
    Kind kind, String subject, String from, String to, List<Token> lost, List<Token> gained) {

  /** What changes, the cause before what follows from it. */
  enum Kind {
    /** The verdict, or what it carries. */
    DECISION,
    /** The evidence, where the decision is the same. */
    EVIDENCE,
    /** Guidance or caveats, or words, where the decision is the same. */
    CONSEQUENCE
  }

  Change {
    lost = List.copyOf(lost);
    gained = List.copyOf(gained);
  }

  /** Every change from an answer to another; what follows from a changed decision is left out. */
  static List<Change> between(Answer before, Answer after) {
    if (before.equals(after)) {
      return List.of();
    }
    List<Change> decided = ofDecision(before, after);
    if (!decided.isEmpty()) {
      return decided;
    }
    List<Change> changes = new ArrayList<>();
    changes.addAll(ofItems(Kind.EVIDENCE, before.evidence(), after.evidence()));
    changes.addAll(ofItems(Kind.CONSEQUENCE, before.wordings(), after.wordings()));
    changes.addAll(ofItems(Kind.CONSEQUENCE, before.consequences(), after.consequences()));
    return List.copyOf(changes);
  }

  private static List<Change> ofDecision(Answer before, Answer after) {
    String from = before.verdict();
    String to = after.verdict();
    Set<String> lost = new LinkedHashSet<>(before.carried());
    Set<String> gained = new LinkedHashSet<>(after.carried());
    if (from.equals(to)) {
      lost.removeAll(after.carried());
      gained.removeAll(before.carried());
      if (lost.isEmpty() && gained.isEmpty()) {
        return List.of();
      }
    } else {
      // With a verdict, its recommendations come and go; the cause is the reason, or its end.
      if (!before.is(Verdict.NO_RECOMMENDATION)) {
        lost.clear();
      }
      if (!after.is(Verdict.NO_RECOMMENDATION)) {
        gained.clear();
      }
    }
    return List.of(new Change(Kind.DECISION, "", from, to, tokens(lost), tokens(gained)));
  }

  private static List<Token> tokens(Set<String> texts) {
    return texts.stream().map(Token::of).toList();
  }

  private static List<Change> ofItems(
      Kind kind, Map<String, Map<String, Token>> before, Map<String, Map<String, Token>> after) {
    List<Change> changes = new ArrayList<>();
    Set<String> subjects = new LinkedHashSet<>(before.keySet());
    subjects.addAll(after.keySet());
    for (String subject : subjects) {
      if (!after.containsKey(subject)) {
        changes.add(of(kind, subject, whole(before.get(subject)), List.of()));
      } else if (!before.containsKey(subject)) {
        changes.add(of(kind, subject, List.of(), whole(after.get(subject))));
      } else {
        changes.addAll(fields(kind, subject, before.get(subject), after.get(subject)));
      }
    }
    return changes;
  }

  /** All that is said of an item but its source. */
  static List<Token> whole(Map<String, Token> fields) {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().equals("source") && !field.getValue().exact().isEmpty())
        .map(field -> named(field.getKey(), field.getValue()))
        .toList();
  }

  /** One change of all fields of a row, but sources, which change for many items at once. */
  private static List<Change> fields(
      Kind kind, String subject, Map<String, Token> before, Map<String, Token> after) {
    List<Token> lost = new ArrayList<>();
    List<Token> gained = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    before.forEach(
        (field, token) -> {
          Token other = after.get(field);
          if (token.exact().equals(other.exact())) {
            return;
          }
          if (field.equals("source")) {
            changes.add(of(kind, "source", List.of(token), List.of(other)));
          } else {
            lost.add(named(field, token));
            gained.add(named(field, other));
          }
        });
    if (!lost.isEmpty()) {
      changes.add(0, of(kind, subject, lost, gained));
    }
    return changes;
  }

  private static Token named(String field, Token token) {
    return new Token(field + " " + token.shown(), field + " " + token.exact());
  }

  static Change of(Kind kind, String subject, List<Token> lost, List<Token> gained) {
    return new Change(kind, subject, "", "", lost, gained);
  }

  /** Whether its subject comes or goes as a whole. */
  boolean isOfPresence() {
    return kind != Kind.DECISION && (lost.isEmpty() || gained.isEmpty());
  }

  /** Whether it comes, goes or stays as another does, and is about the same. */
  boolean isLike(Change other) {
    return subject.equals(other.subject)
        && lost.isEmpty() == other.lost.isEmpty()
        && gained.isEmpty() == other.gained.isEmpty();
  }

  boolean changesVerdict() {
    return !from.equals(to);
  }
}
