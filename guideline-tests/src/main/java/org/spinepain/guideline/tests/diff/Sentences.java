package org.spinepain.guideline.tests.diff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.tests.diff.Change.Kind;

/** Puts causes into sentences. */
final class Sentences {

  /** Wordings that differ in more characters are cut in a sentence; the example has all of it. */
  private static final int LONGEST_FRAGMENT = 100;

  private static final int MOST_SUBJECTS = 3;

  private Sentences() {}

  static String of(Cause cause) {
    String where = join(" ", cause.transition().move().map(BoundaryMove::words).orElse(""), cause);
    String what =
        switch (cause.kind()) {
          case DECISION -> decision(cause);
          case EVIDENCE -> items("evidence on ", cause);
          case CONSEQUENCE -> items("", cause);
        };
    String sentence = where.isEmpty() ? what : where + ": " + what;
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }

  private static String join(String between, String move, Cause cause) {
    int changed = cause.combinations().cardinality();
    String share = cause.of() > changed ? changed + " of " + cause.of() + " combinations of" : "";
    String where =
        Stream.of(share, cause.where(), cause.context())
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(between));
    return move.isEmpty() || where.isEmpty() ? move + where : move + ", " + where;
  }

  private static String decision(Cause cause) {
    Change change = cause.changes().get(0);
    if (change.changesVerdict()) {
      Set<Answer> before = new LinkedHashSet<>();
      Set<Answer> after = new LinkedHashSet<>();
      cause.combinations().stream()
          .forEach(
              number -> {
                before.add(cause.transition().before(number));
                after.add(cause.transition().after(CompleteSpace.ALL.get(number)));
              });
      return "was " + outcome(before) + ", becomes " + outcome(after);
    }
    boolean isAgainst =
        !cause.combinations().isEmpty()
            && !recommendations(cause.transition().before(cause.combinations().nextSetBit(0)))
                .isEmpty();
    return change.from()
        + " as before"
        + tokens(isAgainst ? ", without " : ", no longer because of ", change.lost())
        + tokens(isAgainst ? ", with " : ", now also because of ", change.gained());
  }

  private static String tokens(String words, List<Token> tokens) {
    return tokens.isEmpty()
        ? ""
        : words + tokens.stream().map(Token::shown).collect(Collectors.joining(" and "));
  }

  /** The one outcome of these answers; of several, the codes that occur in any. */
  private static String outcome(Set<Answer> answers) {
    Set<String> all = answers.stream().map(Answer::words).collect(Collectors.toSet());
    if (all.size() == 1) {
      return all.iterator().next();
    }
    Set<String> codes = new LinkedHashSet<>();
    answers.forEach(answer -> codes.addAll(recommendations(answer)));
    answers.forEach(answer -> codes.addAll(reasons(answer)));
    return answers.iterator().next().verdict() + ": " + String.join(" or ", new TreeSet<>(codes));
  }

  private static List<String> recommendations(Answer answer) {
    return answer.determination().map(Determination::recommendations).orElse(List.of()).stream()
        .map(Recommendation::id)
        .toList();
  }

  private static List<String> reasons(Answer answer) {
    return answer.determination().map(Determination::reasons).orElse(List.of()).stream()
        .map(Reason::code)
        .toList();
  }

  private static String items(String of, Cause cause) {
    Set<String> subjects =
        cause.changes().stream()
            .map(Change::subject)
            .collect(Collectors.toCollection(TreeSet::new));
    String named =
        subjects.size() > MOST_SUBJECTS
            ? subjects.size() + " items, each"
            : String.join("; ", subjects);
    Set<List<String>> differences =
        cause.changes().stream()
            .map(Sentences::difference)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return of
        + named
        + (differences.size() == 1
            ? difference(differences.iterator().next(), cause.kind())
            : " is worded otherwise, in " + differences.size() + " ways");
  }

  private static String difference(List<String> difference, Kind kind) {
    String lost = difference.get(0);
    String gained = difference.get(1);
    String carried = kind == Kind.EVIDENCE ? "carried" : "given";
    if (difference.size() > 2) {
      return lost.isEmpty() ? " is " + carried + " now" : " is no longer " + carried;
    }
    if (lost.equals(gained)) {
      return " has another figure, which awaits its check";
    }
    return ": was \"" + lost + "\", becomes \"" + gained + "\"";
  }

  /** What a change takes away and what it puts there, without what both begin and end with. */
  private static List<String> difference(Change change) {
    if (change.isOfPresence()) {
      return List.of(change.lost().isEmpty() ? "" : "there", "", "presence");
    }
    List<String> lost = words(change.lost());
    List<String> gained = words(change.gained());
    boolean isWhole = lost.equals(gained) || change.kind() != Kind.CONSEQUENCE;
    int start = isWhole ? 0 : common(lost, gained);
    int end = isWhole ? 0 : commonEnd(lost, gained, start);
    return List.of(fragment(lost, start, end), fragment(gained, start, end));
  }

  private static List<String> words(List<Token> tokens) {
    return List.of(
        tokens.stream().map(Token::shown).collect(Collectors.joining(", ")).split(" ", -1));
  }

  private static int common(List<String> a, List<String> b) {
    int i = 0;
    while (i < Math.min(a.size(), b.size()) && a.get(i).equals(b.get(i))) {
      i++;
    }
    return i;
  }

  private static int commonEnd(List<String> a, List<String> b, int start) {
    int i = 0;
    while (i < Math.min(a.size(), b.size()) - start
        && a.get(a.size() - 1 - i).equals(b.get(b.size() - 1 - i))) {
      i++;
    }
    return i;
  }

  private static String fragment(List<String> words, int start, int end) {
    String middle = String.join(" ", words.subList(start, words.size() - end));
    String cut =
        middle.length() > LONGEST_FRAGMENT ? middle.substring(0, LONGEST_FRAGMENT) + " …" : middle;
    return (start > 0 ? "… " : "") + cut + (end > 0 ? " …" : "");
  }
}
