package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one of two packs says that the other never does: texts, and rows of evidence. Each is told
 * once, with the first answer that has it.
 */
final class OnlySaid {

  private final Set<String> known = new HashSet<>();

  /**
   * @param other all answers of the other pack
   * @param tallies what is told, some of which tell an item as given now, or no longer
   */
  OnlySaid(Collection<Answer> other, List<Tally> tallies) {
    other.forEach(answer -> known.addAll(answer.items().keySet()));
    tallies.stream()
        .flatMap(tally -> tally.cause().changes().stream())
        .filter(Change::isOfPresence)
        .forEach(change -> known.add(change.subject()));
  }

  /** What these answers say of it, each item with its words and figures. */
  List<String> by(Collection<Answer> answers) {
    List<String> items = new ArrayList<>();
    for (Answer answer : answers) {
      answer
          .items()
          .forEach(
              (subject, fields) -> {
                if (known.add(subject)) {
                  items.add(Token.joined(subject, Change.whole(fields)));
                }
              });
    }
    return items;
  }
}
