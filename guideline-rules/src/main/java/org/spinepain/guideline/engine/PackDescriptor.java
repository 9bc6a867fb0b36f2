package org.spinepain.guideline.engine;

import java.lang.module.ModuleDescriptor.Version;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Status;

/**
 * What a pack says of itself beside its rules.
 *
 * @param guideline the guideline
 * @param standing how it stands
 * @param boundaries where ages and durations change sides
 * @param evidence what every row of its evidence measures
 * @param cost what a procedure costs, if the edition says so
 * @param modelFrom the first version of the model that its rules run with
 * @param modelBelow the first version of the model that they no longer run with
 * @param publications its sources, by id
 * @param quotedTexts the codes of the texts that a translation has to quote
 * @param rewordableTexts the codes of the guidance that a site may put in words of its own
 * @param language the language of its texts, as ISO 639 has it
 */
record PackDescriptor(
    GuidelineReference guideline,
    Standing standing,
    Boundaries boundaries,
    EvidenceTable evidence,
    Optional<CostRange> cost,
    Version modelFrom,
    Version modelBelow,
    Map<String, Publication> publications,
    SortedSet<String> quotedTexts,
    SortedSet<String> rewordableTexts,
    String language) {

  private static final Pattern SOURCE_KEY =
      Pattern.compile("source\\.([^.]+)\\.(citation|doi|sections)");

  /**
   * What every row of the evidence measures: the outcome, its unit, and what it was compared with.
   */
  record EvidenceTable(
      String outcome, String unit, BigDecimal smallestImportantDifference, String comparator) {}

  /** A source that rules name, and the sections of it that they may name. */
  record Publication(String citation, Optional<String> doi, Set<String> sections) {}

  /**
   * Reads a descriptor.
   *
   * @throws RulePackException for a key that is missing, unknown or has a value that cannot be read
   */
  static PackDescriptor parse(String text) {
    return new Parser(text).descriptor();
  }

  /** The same, with another text of its standing. */
  PackDescriptor withStandingText(String text) {
    return new PackDescriptor(
        guideline,
        standing.translated(text),
        boundaries,
        evidence,
        cost,
        modelFrom,
        modelBelow,
        publications,
        quotedTexts,
        rewordableTexts,
        language);
  }

  /** The source that a rule names as {@code id#section}, if the pack has it. */
  Optional<Source> source(String reference) {
    return source(publications, reference);
  }

  /** The guideline among the sources, told by its DOI, as one cites it. */
  Optional<String> guidelineCitation() {
    return publications.entrySet().stream()
        .filter(entry -> entry.getValue().doi().equals(Optional.of(guideline.doi())))
        .min(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue().citation());
  }

  private static Optional<Source> source(Map<String, Publication> publications, String reference) {
    List<String> parts = Arrays.asList(reference.split("#", -1));
    if (parts.size() != 2) {
      return Optional.empty();
    }
    String id = parts.get(0);
    String section = parts.get(1);
    return Optional.ofNullable(publications.get(id))
        .filter(publication -> publication.sections().contains(section))
        .map(publication -> new Source(id, section, publication.citation(), publication.doi()));
  }

  private static final class Parser {

    private final PropertyText properties;

    Parser(String text) {
      this.properties = new PropertyText("the descriptor", text);
    }

    PackDescriptor descriptor() {
      Map<String, Publication> publications = publications();
      PackDescriptor descriptor =
          new PackDescriptor(
              new GuidelineReference(
                  text("guideline.id"),
                  text("guideline.edition"),
                  text("guideline.doi"),
                  text("evidence.base")),
              new Standing(state(), text("standing.text"), month("standing.checkedTo")),
              new Boundaries(
                  whole("boundary.adultYears"),
                  whole("boundary.chronicMonths"),
                  whole("boundary.nearDays")),
              new EvidenceTable(
                  text("evidence.outcome"),
                  text("evidence.unit"),
                  decimal("evidence.smallestImportantDifference"),
                  text("evidence.comparator")),
              cost(publications),
              version("model.from"),
              version("model.below"),
              publications,
              properties.words("texts.quoted"),
              properties.words("texts.rewordable"),
              language());
      properties.refuseUnread("");
      return descriptor;
    }

    /** All of its keys, or none of them. */
    private Optional<CostRange> cost(Map<String, Publication> publications) {
      if (properties.unread().stream().noneMatch(key -> key.startsWith("cost."))) {
        return Optional.empty();
      }
      int low = amount("cost.low");
      int high = amount("cost.high");
      if (high < low) {
        throw properties.unreadable("cost.high", text("cost.high"), "a number not below cost.low");
      }
      return Optional.of(new CostRange(low, high, currency(), status(), costSource(publications)));
    }

    private int amount(String key) {
      String value = text(key);
      if (!value.matches("\\d{1,7}")) {
        throw properties.unreadable(key, value, "a whole number from 0 to 9999999");
      }
      return Integer.parseInt(value);
    }

    private Currency currency() {
      String value = text("cost.currency");
      try {
        return Currency.getInstance(value);
      } catch (IllegalArgumentException e) {
        throw properties.unreadable("cost.currency", value, "a code of ISO 4217 such as USD");
      }
    }

    private Status status() {
      String value = text("cost.status");
      List<Status> allowed = List.of(Status.CHECKED, Status.DIGEST_ONLY);
      return Coded.of(Status.class, value)
          .filter(allowed::contains)
          .orElseThrow(
              () ->
                  properties.unreadable(
                      "cost.status",
                      value,
                      "one of "
                          + String.join(", ", allowed.stream().map(Status::code).toList())
                          + ", since people read it"));
    }

    private Source costSource(Map<String, Publication> publications) {
      String value = text("cost.source");
      return source(publications, value)
          .orElseThrow(
              () ->
                  properties.unreadable(
                      "cost.source", value, "id#section of a source of the descriptor"));
    }

    private String language() {
      String language = text("texts.language");
      if (!language.matches("[a-z]{2,3}")) {
        throw properties.unreadable("texts.language", language, "a language such as en");
      }
      return language;
    }

    private String text(String key) {
      return properties.text(key);
    }

    private int whole(String key) {
      String value = text(key);
      if (!value.matches("\\d{1,4}")) {
        throw properties.unreadable(key, value, "a whole number from 0 to 9999");
      }
      return Integer.parseInt(value);
    }

    private BigDecimal decimal(String key) {
      String value = text(key);
      if (!value.matches("\\d{1,4}(\\.\\d{1,4})?")) {
        throw properties.unreadable(key, value, "a number such as 1.5");
      }
      return new BigDecimal(value);
    }

    private YearMonth month(String key) {
      String value = text(key);
      try {
        return YearMonth.parse(value);
      } catch (DateTimeParseException e) {
        throw properties.unreadable(key, value, "a year and month such as 2025-11");
      }
    }

    private EditionState state() {
      String value = text("standing.state");
      return Coded.of(EditionState.class, value)
          .orElseThrow(
              () ->
                  properties.unreadable(
                      "standing.state",
                      value,
                      "one of " + String.join(", ", Coded.codes(EditionState.class))));
    }

    private Version version(String key) {
      String value = text(key);
      try {
        return Version.parse(value);
      } catch (IllegalArgumentException e) {
        throw properties.unreadable(key, value, "a version such as 1.0.0");
      }
    }

    private Map<String, Publication> publications() {
      Map<String, Publication> publications = new HashMap<>();
      for (String key : properties.unread()) {
        Matcher source = SOURCE_KEY.matcher(key);
        if (source.matches()) {
          publications.computeIfAbsent(source.group(1), this::publication);
        }
      }
      return Map.copyOf(publications);
    }

    private Publication publication(String id) {
      String key = "source." + id + ".";
      return new Publication(
          text(key + "citation"),
          properties.optional(key + "doi"),
          Set.copyOf(new TreeSet<>(Arrays.asList(text(key + "sections").split("\\s+")))));
    }
  }
}
