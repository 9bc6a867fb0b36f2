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

  /** The sources that were marked, in the order of their numbers. */
  List<String> sources() {
    return sources.values().stream()
        .map(source -> source.citation() + source.doi().map(doi -> ", doi " + doi).orElse("") + ".")
        .toList();
  }

  /** The sources that were marked, each by its number. */
  void addSources(TextLayout text) {
    if (sources.isEmpty()) {
      return;
    }
    text.blank().title("Sources");
    int number = 0;
    for (String source : sources()) {
      number++;
      text.item(2, "[" + number + "]", source);
    }
  }

  /** How the guideline stands, as a title. */
  static String titleOf(Standing standing) {
    return "Standing of the guideline: "
        + standing.state().words()
        + ", checked to "
        + standing.checkedTo();
  }

  static void addStanding(Standing standing, TextLayout text) {
    text.blank().title(titleOf(standing));
    text.paragraph(2, Printable.of(standing.text()));
    standing
        .original()
        .ifPresent(original -> text.paragraph(2, "In the rules' own words: " + original));
  }

  /** Which edition and rules answered. */
  static String rules(GuidelineReference guideline, RulePackReference rules) {
    String coordinates = rules.coordinates();
    return guideline.id()
        + " (doi "
        + guideline.doi()
        + "), edition "
        + guideline.edition()
        + ", rules "
        + coordinates.substring(coordinates.lastIndexOf(':') + 1);
  }

  static void addRules(GuidelineReference guideline, RulePackReference rules, TextLayout text) {
    text.blank().paragraph(0, rules(guideline, rules));
  }
}
