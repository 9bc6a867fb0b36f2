package org.spinepain.guideline.engine;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.engine.Overlay.Addition;
import org.spinepain.guideline.engine.Overlay.Contents;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.LocalKind;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.Suppression;
import org.spinepain.guideline.model.assessment.TextKind;
import org.spinepain.guideline.model.assessment.Verdict;

/** Reads an overlay, and refuses what no overlay may say, of whatever pack. */
final class OverlayParser {

  private static final String CODE = "([a-z0-9]+(?:-[a-z0-9]+)*)";
  private static final Pattern LOCAL = Pattern.compile("local\\." + CODE + "\\.(?:kind|with|text)");
  private static final Pattern SUPPRESS =
      Pattern.compile("suppress\\." + CODE + "\\.(?:reason|owner|until)");
  private static final Pattern TEXT =
      Pattern.compile("text\\.(" + String.join("|", Coded.codes(TextKind.class)) + ")\\." + CODE);
  private static final String STANDING = "text.standing";
  private static final String LOCALE = "overlay.locale";

  private static final String ALLOWED =
      ". Allowed are overlay.{id,owner,guideline,edition,locale}, local.CODE.{kind,with,text},"
          + " text.{recommendation,reason,guidance,caveat}.CODE, text.standing and"
          + " suppress.RECOMMENDATION.{reason,owner,until}, where codes are lower-case words joined"
          + " by hyphens: an overlay cannot change what is decided, its evidence or its scope";

  private final String name;
  private final String text;
  private final PropertyText properties;

  OverlayParser(String name, String text) {
    this.name = name;
    this.text = text;
    this.properties = new PropertyText(name, text);
    properties.refuseControlCharacters();
  }

  Overlay overlay() {
    OverlayReference reference =
        new OverlayReference(id(), properties.text("overlay.owner"), digest(), locale());
    Contents contents =
        new Contents(
            properties.text("overlay.guideline"),
            properties.text("overlay.edition"),
            standing(reference.locale()),
            texts(reference.locale()),
            named(LOCAL, this::addition),
            named(SUPPRESS, this::suppression));
    properties.refuseUnread(ALLOWED);
    return new Overlay(name, reference, contents);
  }

  private String id() {
    String id = properties.text("overlay.id");
    if (!id.matches(CODE)) {
      throw properties.unreadable("overlay.id", id, "lower-case words joined by hyphens");
    }
    return id;
  }

  private Optional<String> locale() {
    Optional<String> locale = properties.optional(LOCALE);
    locale.ifPresent(
        tag -> {
          try {
            new Locale.Builder().setLanguageTag(tag);
          } catch (IllformedLocaleException e) {
            throw properties.unreadable(LOCALE, tag, "a language tag such as fr or pt-BR");
          }
        });
    return locale;
  }

  private Optional<String> standing(Optional<String> locale) {
    if (!properties.unread().contains(STANDING)) {
      return Optional.empty();
    }
    refuseUnlessTranslated(STANDING, locale);
    return Optional.of(properties.text(STANDING));
  }

  private SortedMap<RuleText, String> texts(Optional<String> locale) {
    SortedMap<RuleText, String> texts = new TreeMap<>();
    for (String key : properties.unread()) {
      Matcher matcher = TEXT.matcher(key);
      if (matcher.matches()) {
        TextKind of = Coded.of(TextKind.class, matcher.group(1)).orElseThrow();
        if (of == TextKind.REASON) {
          refuseUnlessTranslated(key, locale);
        }
        texts.put(new RuleText(of, matcher.group(2)), properties.text(key));
      }
    }
    return texts;
  }

  private void refuseUnlessTranslated(String key, Optional<String> locale) {
    if (locale.isEmpty()) {
      throw OverlayCheck.onlyTranslated(name, key);
    }
  }

  /** What is said of each code that a key of this pattern names. */
  private <T> SortedMap<String, T> named(Pattern pattern, Function<String, T> reader) {
    SortedMap<String, T> all = new TreeMap<>();
    for (String key : properties.unread()) {
      Matcher matcher = pattern.matcher(key);
      if (matcher.matches()) {
        all.computeIfAbsent(matcher.group(1), reader);
      }
    }
    return all;
  }

  private Addition addition(String code) {
    String key = "local." + code + ".";
    LocalKind kind = coded(LocalKind.class, key + "kind", properties.text(key + "kind"));
    String with = properties.text(key + "with");
    List<String> words = new ArrayList<>(Arrays.asList(with.split("\\s+")));
    Verdict verdict = coded(Verdict.class, key + "with", words.remove(0));
    if (verdict != Verdict.RECOMMEND_AGAINST && kind == LocalKind.GUIDANCE) {
      throw properties.unreadable(
          key + "with",
          with,
          Verdict.RECOMMEND_AGAINST.code()
              + ": where the guideline makes no recommendation, guidance would stand in its place;"
              + " a caveat or a duty may be added there");
    }
    if (verdict != Verdict.RECOMMEND_AGAINST && !words.isEmpty()) {
      throw properties.unreadable(
          key + "with",
          with,
          verdict.code() + " alone: only " + Verdict.RECOMMEND_AGAINST.code() + " has any");
    }
    return new Addition(
        kind, properties.text(key + "text"), verdict, Set.copyOf(new TreeSet<>(words)));
  }

  private Suppression suppression(String recommendation) {
    String key = "suppress." + recommendation + ".";
    return new Suppression(
        properties.text(key + "owner"), properties.text(key + "reason"), date(key + "until"));
  }

  private LocalDate date(String key) {
    String value = properties.text(key);
    try {
      if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(value);
      }
    } catch (DateTimeParseException e) {
      // Refused below, as is what does not look like a date.
    }
    throw properties.unreadable(key, value, "a date such as 2026-03-31");
  }

  private <E extends Enum<E> & Coded> E coded(Class<E> type, String key, String code) {
    return Coded.of(type, code)
        .orElseThrow(
            () ->
                properties.unreadable(key, code, "one of " + String.join(", ", Coded.codes(type))));
  }

  private String digest() {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
