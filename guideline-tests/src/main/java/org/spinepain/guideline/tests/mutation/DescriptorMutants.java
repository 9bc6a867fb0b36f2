package org.spinepain.guideline.tests.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.tests.mutation.CaseShift.Boundary;
import org.spinepain.guideline.tests.mutation.Mutant.Edit;
import org.spinepain.guideline.tests.mutation.Mutant.Kind;
import org.spinepain.guideline.tests.mutation.Mutant.MovedByDays;
import org.spinepain.guideline.tests.mutation.Mutant.Part;
import org.spinepain.guideline.tests.pack.DrlText;
import org.spinepain.guideline.tests.pack.PackSource;

/** The mutants of the descriptor, in the order of its text; then the boundaries moved by days. */
final class DescriptorMutants {

  /** A key and its value, which goes on behind a backslash at the end of a line. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "^(?<key>[\\w.-]+)\\s*=\\s*(?<value>(?:[^\\\\\\n]|\\\\\\n|\\\\.)*)", Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("[^\\s\\\\]+");

  private final String text;
  private final List<Mutant> mutants = new ArrayList<>();

  private DescriptorMutants(String text) {
    this.text = text;
  }

  static List<Mutant> of(String descriptor) {
    DescriptorMutants made = new DescriptorMutants(descriptor);
    Matcher entry = ENTRY.matcher(descriptor);
    while (entry.find()) {
      made.ofEntry(entry.group("key"), entry.group("value"), entry.start("value"));
    }
    return List.copyOf(made.mutants);
  }

  /** By key, where its line is. */
  static List<Entry> entries(String descriptor) {
    return ENTRY
        .matcher(descriptor)
        .results()
        .map(entry -> new Entry(entry.group(1), entry.group(2)))
        .toList();
  }

  /** A key and its value. */
  record Entry(String key, String value) {}

  private void ofEntry(String key, String value, int at) {
    if (key.startsWith("boundary.")) {
      int number = Integer.parseInt(value.strip());
      change(Operator.BOUNDARY_MOVED, key, at, value, Integer.toString(number + 1));
      change(Operator.BOUNDARY_MOVED, key, at, value, Integer.toString(number - 1));
      boundaryByDays(key, at);
    } else if (key.equals("standing.state")) {
      List<String> states = Coded.codes(EditionState.class);
      String next = states.get((states.indexOf(value) + 1) % states.size());
      change(Operator.DESCRIPTION_CHANGED, key, at, value, next);
    } else if (key.endsWith(".sections") || key.startsWith("texts.")) {
      Matcher word = WORD.matcher(value);
      while (word.find()) {
        change(
            Operator.DESCRIPTION_CHANGED,
            key,
            at + word.start(),
            word.group(),
            word.group() + "-changed");
      }
    } else if (value.strip().contains(" ")) {
      for (LocalChange change : Texts.changes(value)) {
        change(
            change.operator(),
            key,
            at + change.from(),
            value.substring(change.from(), change.to()),
            change.replacement());
      }
    } else {
      change(Operator.DESCRIPTION_CHANGED, key, at, value, changed(value));
    }
  }

  private static String changed(String value) {
    return Character.isDigit(value.charAt(value.length() - 1))
        ? Texts.figureChanged(value)
        : value + "-changed";
  }

  private void boundaryByDays(String key, int at) {
    Optional<Boundary> boundary =
        switch (key) {
          case "boundary.adultYears" -> Optional.of(Boundary.ADULT);
          case "boundary.chronicMonths" -> Optional.of(Boundary.CHRONIC);
          default -> Optional.empty();
        };
    boundary.ifPresent(
        moved -> {
          for (int days : new int[] {1, -1}) {
            mutants.add(
                new Mutant(
                    Operator.BOUNDARY_MOVED,
                    part(key, Kind.BOUNDARY),
                    DrlText.lineOf(text, at),
                    new MovedByDays(new CaseShift(moved, days))));
          }
        });
  }

  private void change(Operator operator, String key, int at, String before, String after) {
    mutants.add(
        new Mutant(
            operator,
            part(key, operator == Operator.BOUNDARY_MOVED ? Kind.BOUNDARY : Kind.DESCRIPTION),
            DrlText.lineOf(text, at),
            new Edit(PackSource.DESCRIPTOR, at, at + before.length(), text, after)));
  }

  private static Part part(String key, Kind kind) {
    return new Part(PackSource.DESCRIPTOR, Optional.empty(), kind, key);
  }
}
