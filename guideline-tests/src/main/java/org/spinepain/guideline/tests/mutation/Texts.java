package org.spinepain.guideline.tests.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The changes of a text: a word left out, and each figure in it changed. */
final class Texts {

  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'-]*");
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,]*\\d)?");

  private Texts() {}

  static List<LocalChange> changes(String text) {
    List<LocalChange> changes = new ArrayList<>();
    List<MatchResult> words = WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      changes.add(new LocalChange(Operator.TEXT_CHANGED, 0, text.length(), text + " "));
    } else {
      MatchResult word = words.get(words.size() / 2);
      changes.add(new LocalChange(Operator.TEXT_CHANGED, word.start(), word.end(), ""));
    }
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      changes.add(
          new LocalChange(
              Operator.FIGURE_CHANGED,
              number.start(),
              number.end(),
              figureChanged(number.group())));
    }
    return changes;
  }

  /** A figure with another last digit. */
  static String figureChanged(String figure) {
    int last = figure.length() - 1;
    char digit = figure.charAt(last);
    return figure.substring(0, last) + (digit == '9' ? '8' : (char) (digit + 1));
  }
}
