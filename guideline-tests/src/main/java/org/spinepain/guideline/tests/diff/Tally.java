package org.spinepain.guideline.tests.diff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.tests.diff.Change.Kind;
import org.spinepain.guideline.tests.diff.IncompleteChanges.Count;
import org.spinepain.guideline.tests.diff.ToldChange.Counts;

/** What is found of one change, while cases are asked. */
final class Tally {

  private static final int ID_LENGTH = 12;

  private final Cause cause;
  private final String sentence;
  private final List<String> responsible;
  private final List<String> vignettes = new ArrayList<>();
  private final List<String> cases = new ArrayList<>();
  private final Set<String> onlyShown = new TreeSet<>();
  private Count incomplete = Count.NONE;
  private int boundaryCases;
  private Optional<ClinicalCase> example = Optional.empty();
  private Optional<ClinicalCase> exampleAfter = Optional.empty();
  private List<Assumption> assume = List.of();
  private Answer before;
  private Answer after;
  private List<String> itemsBefore = List.of();
  private List<String> itemsAfter = List.of();

  /**
   * Of a cause.
   *
   * @param responsible what is responsible beside rules, on the old side and on the new one; empty
   *     when rules are
   */
  Tally(Cause cause, String sentence, List<String> responsible) {
    this.cause = cause;
    this.sentence = sentence;
    this.responsible = List.copyOf(responsible);
  }

  Cause cause() {
    return cause;
  }

  Tally incomplete(Count count) {
    incomplete = count;
    return this;
  }

  /** What the host assumes in the case that shows it. */
  Tally assuming(List<Assumption> assumptions) {
    assume = assumptions;
    return this;
  }

  /** The case that shows it, and what is said of it. */
  Tally example(ClinicalCase clinicalCase, Answer was, Answer is) {
    example = Optional.of(clinicalCase);
    return answers(was, is);
  }

  /** The case with the same facts where a boundary has moved, and what is said of it. */
  Tally exampleAfter(ClinicalCase clinicalCase, Answer is) {
    exampleAfter = Optional.of(clinicalCase);
    after = is;
    return this;
  }

  Tally answers(Answer was, Answer is) {
    before = was;
    after = is;
    return this;
  }

  /** What is said with its complete combinations, before and after, in one of the packs only. */
  void items(OnlySaid gone, OnlySaid added) {
    Transition transition = cause.transition();
    Set<Answer> were = new LinkedHashSet<>();
    Set<Answer> are = new LinkedHashSet<>();
    cause.combinations().stream()
        .forEach(
            number -> {
              were.add(transition.before(number));
              are.add(transition.after(CompleteSpace.ALL.get(number)));
            });
    itemsBefore = gone.by(were);
    itemsAfter = added.by(are);
  }

  boolean hasAnswers() {
    return before != null;
  }

  void addBoundaryCase() {
    boundaryCases++;
  }

  /** What a case says before and after, where no combination shows it. */
  void onlyShown(Answer was, Answer is) {
    onlyShown.add(was.everything() + '\0' + is.everything());
  }

  void add(AskedCase asked) {
    (asked.isVignette() ? vignettes : cases).add(asked.name());
  }

  ToldChange tell(RuleTexts old, RuleTexts young, List<String> changedFiles) {
    List<String> rulesBefore = new ArrayList<>(responsible.stream().limit(1).toList());
    List<String> rulesAfter = new ArrayList<>(responsible.stream().skip(1).toList());
    if (hasAnswers()) {
      rulesBefore.addAll(old.onlyBehind(cause.changes().get(0), before, after, young));
      rulesAfter.addAll(young.onlyBehind(cause.changes().get(0), after, before, old));
    }
    if (rulesBefore.isEmpty() && rulesAfter.isEmpty()) {
      rulesBefore.addAll(changedFiles);
      rulesAfter.addAll(changedFiles);
    }
    return new ToldChange(
        id(),
        sentence,
        new Counts(
            cause.combinations().cardinality(),
            incomplete.all(),
            incomplete.ofVerdict(),
            incomplete.assuming(),
            boundaryCases,
            vignettes.stream().distinct().toList(),
            cases.stream().distinct().toList()),
        example,
        exampleAfter,
        assume,
        words(before, Change::lost),
        words(after, Change::gained),
        rulesBefore,
        rulesAfter,
        itemsBefore,
        itemsAfter);
  }

  private interface Side {
    List<Token> of(Change change);
  }

  private String words(Answer answer, Side side) {
    if (cause.kind() == Kind.DECISION) {
      return answer.words();
    }
    if (!hasAnswers()) {
      Change change = cause.changes().get(0);
      return Token.joined(change.subject(), side.of(change));
    }
    if (example.isEmpty()) {
      // A caveat may name a date of the case, which is not ours to show.
      return "see the case";
    }
    List<Change> changes = cause.changes();
    // First those of the example.
    Map<String, Change> bySubject = new LinkedHashMap<>();
    Stream.concat(Change.between(before, after).stream(), changes.stream())
        .filter(change -> exampleAfter.isPresent() ? isOfSubject(change) : changes.contains(change))
        .forEach(change -> bySubject.putIfAbsent(change.subject(), change));
    String words =
        bySubject.values().stream()
            .limit(changes.get(0).isOfPresence() ? bySubject.size() : 1)
            .filter(change -> !side.of(change).isEmpty())
            .map(change -> Token.joined(change.subject(), side.of(change)) + others(change))
            .collect(Collectors.joining("; "));
    return words.isEmpty() ? "without it" : words;
  }

  /** Whether it is of what changes; the words may hold another date in another case. */
  private boolean isOfSubject(Change change) {
    return cause.changes().stream().anyMatch(c -> c.subject().equals(change.subject()));
  }

  /** How many other texts come, or go, with the same code. */
  private String others(Change one) {
    long others =
        cause.changes().stream().filter(c -> c.subject().equals(one.subject())).count() - 1;
    return others == 0 || !one.isOfPresence() ? "" : " (and " + others + " other texts of it)";
  }

  /**
   * Of what changes and where, not of how many vignettes or cases a host happens to have; but where
   * only they show it, of all that they show, in any order.
   */
  private String id() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String changes = onlyShown.isEmpty() ? cause.changes().toString() : onlyShown.toString();
      Stream.concat(
              Stream.of(sentence, changes, incomplete + " " + boundaryCases),
              cause.combinations().stream().mapToObj(n -> CompleteSpace.ALL.get(n).toString()))
          .forEach(part -> sha.update((part + '\0').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha.digest()).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
