package org.spinepain.guideline.review;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.GuidanceKind;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Strength;
import org.spinepain.guideline.model.assessment.Verdict;

/** A summary as text: a line an entry, its fields separated by tabs. */
final class SummaryText {

  private static final String FORMAT = "referral-summary\t4";

  /** More than can be counted, and so few that sums of them are exact. */
  private static final long HIGHEST_COUNT = 1_000_000_000_000L;

  private final Tally tally = new Tally();
  private final Set<List<String>> entries = new HashSet<>();
  private int number;
  private String found = "";
  private boolean ofTheseRules;
  private boolean ofThisKey;
  private OptionalLong lastPerson = OptionalLong.empty();

  private SummaryText() {}

  /**
   * Writes a summary.
   *
   * @param persons whether with the tokens of persons
   */
  static String write(ReferralSummary summary, String keyName, boolean persons) {
    StringBuilder text = new StringBuilder(FORMAT + "\n");
    line(text, rules(summary.edition()).toArray());
    line(text, "cases", summary.cases());
    if (summary.madeUp()) {
      line(text, "made-up");
    }
    for (Breakdown table : Breakdown.values()) {
      summary
          .rows(table)
          .forEach(
              (labels, counts) ->
                  line(
                      text,
                      Stream.of(
                              Stream.of("row", table.code()),
                              labels.stream(),
                              Stream.of(
                                  counts.against(),
                                  counts.noRecommendation(),
                                  counts.insufficient()))
                          .flatMap(part -> part)
                          .toArray()));
    }
    summary
        .kinds()
        .forEach(
            kind ->
                line(
                    text,
                    Stream.concat(
                            Stream.of(
                                "kind", kind.verdict().code(), kind.technique(), kind.pattern()),
                            kind.recommendations().stream())
                        .toArray()));
    summary
        .missing()
        .forEach((fact, n) -> line(text, "missing", fact.code(), n.requests(), n.settled()));
    summary.assumptions().forEach((code, n) -> line(text, "assumption", code, n));
    summary
        .guidanceOrVaried()
        .forEach(
            (code, one) ->
                line(
                    text,
                    Stream.concat(
                            Stream.of("guidance", code), one.stream().flatMap(SummaryText::fields))
                        .toArray()));
    summary
        .recommendationsOrVaried()
        .forEach(
            (id, one) ->
                line(
                    text,
                    Stream.concat(
                            Stream.of("recommendation", id),
                            one.stream().flatMap(SummaryText::fields))
                        .toArray()));
    summary.refused().forEach((reason, n) -> line(text, "refused", reason, n));
    summary
        .refusedRecords()
        .forEach(place -> line(text, "place", place.file(), place.line(), place.reason()));
    summary.unmapped().forEach((code, n) -> line(text, "unmapped", code.column(), code.code(), n));
    if (persons) {
      line(text, "key", keyName);
      long[] keys = summary.persons().keys();
      for (int i = 0; i < keys.length; i++) {
        line(text, "person", keys[i], summary.persons().counts()[i]);
      }
    }
    line(text, "end");
    return text.toString();
  }

  private static List<String> rules(ReviewedEdition edition) {
    return List.of(
        "rules",
        edition.rules().digest(),
        String.join(",", edition.overlays().stream().map(OverlayReference::digest).toList()),
        String.join(",", edition.assumptions().stream().map(Coded::code).toList()));
  }

  private static Stream<String> fields(Guidance guidance) {
    return Stream.concat(
        Stream.of(guidance.kind().code(), guidance.text()), fields(guidance.provenance()));
  }

  private static Stream<String> fields(ReviewedRecommendation recommendation) {
    return Stream.concat(
        Stream.of(
            recommendation.direction().code(),
            recommendation.strength().code(),
            recommendation.text()),
        fields(recommendation.provenance()));
  }

  private static Stream<String> fields(Provenance provenance) {
    Source source = provenance.source();
    return Stream.of(
        provenance.status().code(),
        provenance.reading().code(),
        source.id(),
        source.section(),
        source.citation(),
        source.doi().orElse(""));
  }

  private static void line(StringBuilder text, Object... fields) {
    text.append(
            Arrays.stream(fields)
                .map(field -> escaped(field.toString()))
                .collect(Collectors.joining("\t")))
        .append('\n');
  }

  /**
   * Reads a summary.
   *
   * @param keyName the key with which tokens of persons must have been made
   * @param persons whether it must know of persons, if there are any
   * @throws IllegalArgumentException for another text, with the line, and for numbers that do not
   *     hold together, with the table and row
   */
  static ReferralSummary read(
      String text, ReviewedEdition edition, String keyName, boolean persons) {
    SummaryText reader = new SummaryText();
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
      throw new IllegalArgumentException(
          "summary, line 1: found another first line, allowed is a summary of this format: "
              + FORMAT.replace('\t', ' '));
    }
    for (reader.number = 2; reader.number < lines.size(); reader.number++) {
      List<String> fields =
          Arrays.stream(lines.get(reader.number - 1).split("\t", -1))
              .map(SummaryText::plain)
              .toList();
      reader.found = "a damaged entry of " + fields.size() + " fields";
      try {
        reader.read(fields, edition, keyName);
      } catch (IndexOutOfBoundsException | NumberFormatException | ArithmeticException damaged) {
        throw reader.refused("an undamaged summary");
      }
    }
    reader.require(
        reader.ofTheseRules && lines.get(lines.size() - 1).equals("end"),
        reader.ofTheseRules ? "no end" : "no rules",
        "a whole summary, with its rules and an end");
    reader.require(
        reader.ofThisKey || !persons || reader.tally.cases() == 0,
        "no key",
        "a summary whose persons were told apart by the key of this review; it was written without"
            + " a key and knows of none");
    ReferralSummary summary = new ReferralSummary(edition, keyName, reader.tally);
    SummaryConsistency.check(summary);
    return summary;
  }

  private void read(List<String> fields, ReviewedEdition edition, String keyName) {
    switch (fields.get(0)) {
      case "rules" -> {
        requireOnce(fields.subList(0, 1));
        ofTheseRules = fields.equals(rules(edition));
        require(
            ofTheseRules,
            told(fields),
            "a summary of the same rules, overlays and assumptions: " + told(rules(edition)));
      }
      case "cases" -> {
        requireOnce(fields.subList(0, 1));
        tally.addCases(count(fields.get(1)));
      }
      case "made-up" -> {
        requireOnce(fields);
        tally.markMadeUp();
      }
      case "row" -> row(fields);
      case "kind" -> kind(fields);
      case "missing" -> missing(fields);
      case "assumption" -> {
        requireOnce(fields.subList(0, 2));
        tally.addAssumption(fields.get(1), count(fields.get(2)));
      }
      case "guidance" -> tally.addGuidance(fields.get(1), guidance(fields));
      case "recommendation" -> tally.addRecommendation(fields.get(1), recommendation(fields));
      case "refused" -> {
        requireOnce(fields.subList(0, 2));
        tally.addRefused(fields.get(1), count(fields.get(2)));
      }
      case "place" ->
          tally.addPlace(new RefusedRecord(fields.get(1), count(fields.get(2)), fields.get(3)));
      case "unmapped" -> {
        requireOnce(fields.subList(0, 3));
        tally.addUnmapped(new UnmappedCode(fields.get(1), fields.get(2)), count(fields.get(3)));
      }
      case "key" -> {
        ofThisKey = fields.get(1).equals(keyName);
        require(
            ofThisKey,
            "another key",
            "a summary whose persons were told apart by the key of this review");
      }
      case "person" -> {
        require(ofThisKey, "an undamaged summary");
        person(Long.parseLong(fields.get(1)), Math.toIntExact(count(fields.get(2))));
      }
      default -> throw refused("an undamaged summary");
    }
  }

  private void kind(List<String> fields) {
    requireOnce(fields);
    tally.addKind(
        new Kind(
            coded(Verdict.class, fields.get(1)),
            fields.get(2),
            fields.get(3),
            fields.subList(4, fields.size())));
  }

  /** They are written in their order, each once. */
  private void person(long token, int count) {
    require(
        count > 0 && (lastPerson.isEmpty() || token > lastPerson.getAsLong()),
        "an undamaged summary");
    lastPerson = OptionalLong.of(token);
    tally.persons().add(token, count);
  }

  private void missing(List<String> fields) {
    requireOnce(fields.subList(0, 2));
    long requests = count(fields.get(2));
    long settled = count(fields.get(3));
    require(settled <= requests, "an undamaged summary");
    tally.addMissing(
        Arrays.stream(CaseFact.values())
            .filter(fact -> fact.code().equals(fields.get(1)))
            .findFirst()
            .orElseThrow(() -> refused("an undamaged summary")),
        new MissingCount(requests, settled));
  }

  /** Counts of the same are added up before they are written: twice is none of ours. */
  private void requireOnce(List<String> entry) {
    require(entries.add(List.copyOf(entry)), "an undamaged summary");
  }

  /** Nothing after the code: it varies. */
  private Optional<Guidance> guidance(List<String> fields) {
    if (fields.size() == 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Guidance(
            fields.get(1),
            coded(GuidanceKind.class, fields.get(2)),
            fields.get(3),
            provenance(fields.subList(4, fields.size()))));
  }

  /** Nothing after the id: it varies. */
  private Optional<ReviewedRecommendation> recommendation(List<String> fields) {
    if (fields.size() == 2) {
      return Optional.empty();
    }
    return Optional.of(
        new ReviewedRecommendation(
            fields.get(1),
            coded(Direction.class, fields.get(2)),
            coded(Strength.class, fields.get(3)),
            fields.get(4),
            provenance(fields.subList(5, fields.size()))));
  }

  private Provenance provenance(List<String> fields) {
    require(fields.size() == 6, "an undamaged summary");
    return new Provenance(
        new Source(fields.get(2), fields.get(3), fields.get(4), optional(fields.get(5))),
        coded(Status.class, fields.get(0)),
        coded(Reading.class, fields.get(1)));
  }

  private <E extends Enum<E> & Coded> E coded(Class<E> type, String code) {
    return Coded.of(type, code).orElseThrow(() -> refused("an undamaged summary"));
  }

  private static Optional<String> optional(String field) {
    return Optional.of(field).filter(text -> !text.isEmpty());
  }

  private void row(List<String> fields) {
    Breakdown table = coded(Breakdown.class, fields.get(1));
    int labels = table.dimensions().size();
    require(fields.size() == labels + 5, "an undamaged summary");
    requireOnce(fields.subList(0, 2 + labels));
    tally.add(
        table,
        fields.subList(2, 2 + labels),
        new VerdictCounts(
            count(fields.get(labels + 2)),
            count(fields.get(labels + 3)),
            count(fields.get(labels + 4))));
  }

  private long count(String field) {
    long count = Long.parseLong(field);
    require(count >= 0 && count <= HIGHEST_COUNT, "an undamaged summary");
    return count;
  }

  private void require(boolean holds, String allowed) {
    if (!holds) {
      throw refused(allowed);
    }
  }

  private void require(boolean holds, String found, String allowed) {
    if (!holds) {
      throw refused(found, allowed);
    }
  }

  private IllegalArgumentException refused(String allowed) {
    return refused(found, allowed);
  }

  private IllegalArgumentException refused(String what, String allowed) {
    return new IllegalArgumentException(
        "summary, line " + number + ": found " + what + ", allowed is " + allowed);
  }

  /** The digests and assumptions of an entry of rules, those that are there. */
  private static String told(List<String> rules) {
    return rules.stream().skip(1).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
  }

  static String escaped(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String plain(String field) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && i + 1 < field.length()) {
        i++;
        plain.append(
            switch (field.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> field.charAt(i);
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
