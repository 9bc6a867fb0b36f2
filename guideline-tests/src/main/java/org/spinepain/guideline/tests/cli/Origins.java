package org.spinepain.guideline.tests.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Standing;

/** What a text for a person tells of where it comes from: sources by number, standing, rules. */
final class Origins {

  private final Map<String, Source> sources = new LinkedHashMap<>();

  /** The number of the source, and what a reader must know of how it was read. */
  String mark(Provenance provenance) {
    Source source = provenance.source();
    sources.putIfAbsent(source.id(), source);
    int number = new ArrayList<>(sources.keySet()).indexOf(source.id()) + 1;
    List<String> marks = new ArrayList<>();
    marks.add(Integer.toString(number));
    switch (provenance.status()) {
      case CHECKED -> {}
      case DIGEST_ONLY -> marks.add("read in the practitioner digest only");
      case PENDING -> marks.add("awaiting check");
    }
    if (provenance.reading() == Reading.OURS) {
      marks.add("our reading");
    }
    return " [" + String.join(", ", marks) + "]";
  }

  /** The sources that were marked, each by its number. */
  void addSources(TextLayout text) {
    if (sources.isEmpty()) {
      return;
    }
    text.blank().title("Sources");
    int number = 0;
    for (Source source : sources.values()) {
      number++;
      text.item(
          2,
          "[" + number + "]",
          source.citation() + source.doi().map(doi -> ", doi " + doi).orElse("") + ".");
    }
  }

  static void addStanding(Standing standing, TextLayout text) {
    text.blank()
        .title(
            "Standing of the guideline: "
                + standing.state().words()
                + ", checked to "
                + standing.checkedTo());
    text.paragraph(2, Printable.of(standing.text()));
    standing
        .original()
        .ifPresent(original -> text.paragraph(2, "In the rules' own words: " + original));
  }

  static void addRules(GuidelineReference guideline, RulePackReference rules, TextLayout text) {
    String coordinates = rules.coordinates();
    text.blank()
        .paragraph(
            0,
            guideline.id()
                + " (doi "
                + guideline.doi()
                + "), edition "
                + guideline.edition()
                + ", rules "
                + coordinates.substring(coordinates.lastIndexOf(':') + 1));
  }
}
