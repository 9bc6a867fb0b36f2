package org.spinepain.guideline.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.Overlay.Contents;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.TextKind;

/** Whether overlays fit a pack, and one another. */
final class OverlayCheck {

  /** Where the text of the pack goes into a text that stands for it. */
  static final String ORIGINAL = "{text}";

  private final PackDescriptor descriptor;
  private final SortedSet<RuleText> texts;
  private final Set<String> recommendations;

  private OverlayCheck(PackDescriptor descriptor, SortedSet<RuleText> texts) {
    this.descriptor = descriptor;
    this.texts = texts;
    this.recommendations = codes(TextKind.RECOMMENDATION);
  }

  /**
   * Refuses overlays that do not fit a pack, or do the same.
   *
   * @param descriptor the pack's descriptor
   * @param texts the texts that the pack has
   */
  static void check(List<Overlay> overlays, PackDescriptor descriptor, SortedSet<RuleText> texts) {
    OverlayCheck check = new OverlayCheck(descriptor, texts);
    if (!overlays.isEmpty()) {
      check.descriptor();
    }
    overlays.forEach(check::check);
    refuseTheSame(overlays);
  }

  /** What the descriptor says of texts must be of texts that there are, lest it protects none. */
  private void descriptor() {
    SortedSet<String> all = texts.stream().map(RuleText::code).collect(toSortedSet());
    refuseOthers("texts.quoted", descriptor.quotedTexts(), all);
    SortedSet<String> guidance = codes(TextKind.GUIDANCE);
    guidance.removeAll(descriptor.quotedTexts());
    refuseOthers("texts.rewordable", descriptor.rewordableTexts(), guidance);
  }

  private static void refuseOthers(String key, Set<String> found, Set<String> allowed) {
    for (String code : found) {
      if (!allowed.contains(code)) {
        throw new RulePackException(
            "the descriptor of the pack, %s: found %s, allowed is one of %s"
                .formatted(key, code, String.join(", ", allowed)));
      }
    }
  }

  private void check(Overlay overlay) {
    Contents contents = overlay.contents();
    GuidelineReference guideline = descriptor.guideline();
    checkValue(overlay, "overlay.guideline", contents.guideline(), guideline.id());
    checkValue(overlay, "overlay.edition", contents.edition(), guideline.edition());
    overlay.reference().locale().ifPresent(locale -> checkLocale(overlay, locale));
    contents.texts().forEach((of, text) -> checkText(overlay, of, text));
    contents
        .suppressions()
        .keySet()
        .forEach(id -> checkKnown(overlay, "suppress." + id, id, recommendations));
    contents
        .additions()
        .forEach(
            (code, addition) -> {
              addition
                  .recommendations()
                  .forEach(id -> checkKnown(overlay, with(code), id, recommendations));
              if (texts.stream().anyMatch(text -> text.code().equals(code))) {
                throw refusal(overlay, "local." + code, code, "a code that the rules do not have");
              }
            });
  }

  private static String with(String code) {
    return "local." + code + ".with";
  }

  private void checkText(Overlay overlay, RuleText of, String text) {
    String key = key(of);
    checkKnown(overlay, key, of.code(), codes(of.of()));
    if (overlay.reference().locale().isEmpty()
        && !(of.of() == TextKind.GUIDANCE && descriptor.rewordableTexts().contains(of.code()))) {
      throw onlyTranslated(overlay.name(), key);
    }
    boolean quoted = descriptor.quotedTexts().contains(of.code());
    if (quoted && !text.contains(ORIGINAL)) {
      throw refusal(
          overlay,
          key,
          "a text without " + ORIGINAL,
          "one with it, for the figures, evidence or date that the rules put into theirs");
    }
    if (!quoted && text.contains(ORIGINAL)) {
      throw refusal(
          overlay,
          key,
          ORIGINAL,
          "it only where the rules put figures, evidence or a date into their text: "
              + String.join(", ", descriptor.quotedTexts()));
    }
  }

  /** What calls itself a translation may put all in other words, so it has to be one. */
  private void checkLocale(Overlay overlay, String locale) {
    String language = language(locale);
    if (language.isEmpty() || language.equals(language(descriptor.language()))) {
      throw refusal(
          overlay,
          "overlay.locale",
          locale,
          "a language other than that of the rules, " + descriptor.language());
    }
  }

  /** One code for a language that has two, as en and eng; empty when it is none. */
  private static String language(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    try {
      return locale.getISO3Language().equals("und") ? "" : locale.getISO3Language();
    } catch (MissingResourceException unlisted) {
      return locale.getLanguage();
    }
  }

  private SortedSet<String> codes(TextKind of) {
    return texts.stream()
        .filter(text -> text.of() == of)
        .map(RuleText::code)
        .collect(toSortedSet());
  }

  private static Collector<String, ?, SortedSet<String>> toSortedSet() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static String key(RuleText text) {
    return "text." + text.of().code() + "." + text.code();
  }

  private static void checkValue(Overlay overlay, String key, String found, String allowed) {
    if (!found.equals(allowed)) {
      throw refusal(overlay, key, found, allowed + ", which the rules are");
    }
  }

  private static void checkKnown(Overlay overlay, String key, String code, Set<String> known) {
    if (!known.contains(code)) {
      throw refusal(overlay, key, code, "one of " + String.join(", ", known));
    }
  }

  private static void refuseTheSame(List<Overlay> overlays) {
    Map<String, Overlay> done = new HashMap<>();
    for (Overlay overlay : overlays) {
      Contents contents = overlay.contents();
      Stream.of(
              Stream.of("overlay.id = " + overlay.reference().id()),
              contents.standing().stream().map(text -> "text.standing"),
              contents.texts().keySet().stream().map(OverlayCheck::key),
              contents.additions().keySet().stream().map(code -> "local." + code),
              contents.suppressions().keySet().stream().map(id -> "suppress." + id))
          .flatMap(keys -> keys)
          .forEach(
              key -> {
                Overlay first = done.putIfAbsent(key, overlay);
                if (first != null) {
                  throw new RulePackException(
                      overlay.name() + ", " + key + ": " + first.name() + " has this too");
                }
              });
    }
  }

  /** That only a translation may have this key. */
  static RulePackException onlyTranslated(String name, String key) {
    return new RulePackException(
        name
            + ", "
            + key
            + ": this is what the guideline says; it may be translated, in an overlay that names its"
            + " overlay.locale, but not reworded");
  }

  private static RulePackException refusal(
      Overlay overlay, String key, String found, String allowed) {
    return new RulePackException(
        overlay.name() + ", " + key + ": found " + found + ", allowed is " + allowed);
  }
}
