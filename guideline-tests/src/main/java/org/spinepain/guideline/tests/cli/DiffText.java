package org.spinepain.guideline.tests.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.diff.DiffReport;
import org.spinepain.guideline.tests.diff.ToldChange;
import org.spinepain.guideline.tests.diff.ToldChange.Counts;

/** Writes what changes from one pack to another for a person: a sentence a change. */
final class DiffText {

  private static final int INDENT = 3;

  /** More names than this are counted, and left to the JSON. */
  private static final int MOST_NAMES = 8;

  private DiffText() {}

  /** The text, laid out in lines of this width. */
  static String of(DiffReport report, int width, boolean styled) {
    TextLayout text = new TextLayout(width, styled);
    int number = 1;
    for (ToldChange change : report.changes()) {
      text.item(0, number + ".", Printable.of(change.sentence()));
      text.paragraph(INDENT, counts(change.counts()));
      change
          .example()
          .ifPresent(
              c ->
                  text.paragraph(
                      INDENT,
                      "For one"
                          + assuming(change.assume())
                          + ": "
                          + CaseDocuments.toCompactJson(c)));
      text.item(INDENT, "-", side(change.before(), change.rulesBefore()));
      change.itemsBefore().forEach(i -> text.item(INDENT, "-", Printable.of("gone: " + i)));
      change
          .exampleAfter()
          .ifPresent(
              c ->
                  text.paragraph(
                      INDENT,
                      "For one with the same facts, where the boundary lies now: "
                          + CaseDocuments.toCompactJson(c)));
      text.item(INDENT, "+", side(change.after(), change.rulesAfter()));
      change.itemsAfter().forEach(i -> text.item(INDENT, "+", Printable.of("new: " + i)));
      text.blank();
      number++;
    }
    text.paragraph(
        0,
        (report.changes().isEmpty()
                ? "No determination changes"
                : plural(report.changes().size(), "change"))
            + asked(report.asked())
            + ".");
    return text.toString();
  }

  private static String assuming(List<Assumption> assume) {
    return assume.isEmpty()
        ? ""
        : ", assuming " + String.join(" and ", assume.stream().map(Coded::code).toList());
  }

  private static String asked(DiffReport.Asked asked) {
    if (asked.equals(DiffReport.Asked.NOTHING)) {
      return ": both packs have the same files";
    }
    List<String> words = new ArrayList<>();
    words.add(plural(asked.complete(), "complete combination"));
    words.add(figure(asked.incomplete()) + " incomplete ones");
    words.add(figure(asked.assuming()) + " under assumptions");
    if (asked.boundaryCases() > 0) {
      words.add(plural(asked.boundaryCases(), "boundary case"));
    }
    if (asked.vignettes() > 0) {
      words.add(plural(asked.vignettes(), "vignette"));
    }
    if (asked.cases() > 0) {
      words.add(plural(asked.cases(), "case of yours"));
    }
    int last = words.size() - 1;
    return ", over " + String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String counts(Counts counts) {
    List<String> words = new ArrayList<>();
    if (counts.complete() > 0) {
      words.add(plural(counts.complete(), "complete combination"));
    }
    if (counts.incomplete() > 0) {
      words.add(
          plural(counts.incomplete(), "incomplete combination")
              + (counts.incompleteVerdicts() > 0
                  ? " (" + figure(counts.incompleteVerdicts()) + " with another verdict)"
                  : ""));
    }
    if (counts.assuming() > 0) {
      words.add(figure(counts.assuming()) + " under assumptions");
    }
    if (counts.boundaryCases() > 0) {
      words.add(plural(counts.boundaryCases(), "boundary case"));
    }
    if (!counts.vignettes().isEmpty()) {
      words.add(plural(counts.vignettes().size(), "vignette") + names(counts.vignettes()));
    }
    if (!counts.cases().isEmpty()) {
      words.add(plural(counts.cases().size(), "case") + " of yours" + names(counts.cases()));
    }
    return words.isEmpty()
        ? "In no determination, but in reviews of referrals."
        : String.join("; ", words) + ".";
  }

  private static String names(List<String> names) {
    int told = Math.min(MOST_NAMES, names.size());
    return " ("
        + Printable.of(String.join(", ", names.subList(0, told)))
        + (names.size() > told ? ", and " + (names.size() - told) + " more" : "")
        + ")";
  }

  private static String side(String answer, List<String> rules) {
    return Printable.of(
        answer + (rules.isEmpty() ? "" : "; behind it " + String.join(", ", rules)));
  }

  private static String plural(long count, String what) {
    int end = what.indexOf(" of ");
    String noun = end < 0 ? what : what.substring(0, end);
    return figure(count) + " " + noun + (count == 1 ? "" : "s") + what.substring(noun.length());
  }

  private static String figure(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
