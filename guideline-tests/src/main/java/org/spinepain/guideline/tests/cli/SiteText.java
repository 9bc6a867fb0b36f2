package org.spinepain.guideline.tests.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.LocalItem;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.model.assessment.Suppression;
import org.spinepain.guideline.model.assessment.TextKind;

/** What a site adds to an assessment, suppresses and words otherwise, told apart from the rest. */
final class SiteText {

  private SiteText() {}

  /** Behind a recommendation: that a site has suppressed it, if so. */
  static String suppressed(Optional<Suppression> suppressed) {
    return suppressed
        .map(
            suppression ->
                " Suppressed by "
                    + Printable.of(suppression.by())
                    + " until "
                    + suppression.until()
                    + ": "
                    + Printable.of(suppression.reason()))
        .orElse("");
  }

  /** Behind a text and its source: that a site has put other words there, if so. */
  static String wordedBy(TextKind of, String code, List<ReplacedText> replaced) {
    return replaced.stream()
        .filter(text -> text.of() == of && text.code().equals(code))
        .map(text -> " In the words of overlay " + text.overlay() + ".")
        .findFirst()
        .orElse("");
  }

  /** Behind a determination: what each of these overlays adds, and the words it replaces. */
  static void add(Determination determination, List<OverlayReference> overlays, TextLayout text) {
    add(determination.local(), determination.replaced(), overlays, text);
  }

  /** Behind what is said of a procedure: what each of these overlays adds, and replaces. */
  static void add(
      List<LocalItem> local,
      List<ReplacedText> replacements,
      List<OverlayReference> overlays,
      TextLayout text) {
    sections(local, replacements, overlays)
        .forEach(
            (title, items) -> {
              text.blank().title(title);
              items.forEach(item -> text.item(2, "-", item));
            });
  }

  /** What each of these overlays adds, and the words it replaces, by title, where there is any. */
  static Map<String, List<String>> sections(
      List<LocalItem> local, List<ReplacedText> replacements, List<OverlayReference> overlays) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    for (OverlayReference overlay : overlays) {
      String owner = Printable.of(overlay.owner());
      for (LocalItem item : local) {
        if (item.overlay().equals(overlay.id())) {
          add("Added by " + owner + ", not the guideline", words(item), sections);
        }
      }
      for (ReplacedText replaced : replacements) {
        if (replaced.overlay().equals(overlay.id())) {
          add(
              "In the rules' own words, where " + owner + " has put others",
              words(replaced),
              sections);
        }
      }
    }
    return sections;
  }

  private static void add(String title, String item, Map<String, List<String>> sections) {
    sections.computeIfAbsent(title, name -> new ArrayList<>()).add(item);
  }

  private static String words(LocalItem item) {
    return Words.capitalised(item.kind().words()) + ": " + Printable.of(item.text());
  }

  private static String words(ReplacedText replaced) {
    return Words.capitalised(replaced.of().words())
        + " "
        + replaced.code()
        + ": "
        + replaced.original();
  }

  /** In the last lines: the overlays by which the rules were adapted. */
  static void addOverlays(List<OverlayReference> overlays, TextLayout text) {
    overlays.forEach(overlay -> text.paragraph(0, "Adapted by " + words(overlay)));
  }

  /** Which overlay it is, and who answers for it. */
  static String words(OverlayReference overlay) {
    return "overlay "
        + overlay.id()
        + " of "
        + Printable.of(overlay.owner())
        + overlay.locale().map(locale -> ", a translation (" + locale + ")").orElse("")
        + ", "
        + overlay.digest();
  }
}
