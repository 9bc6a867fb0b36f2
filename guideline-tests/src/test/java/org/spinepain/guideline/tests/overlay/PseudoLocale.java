package org.spinepain.guideline.tests.overlay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.tests.approved.ApprovedTexts;

/** A translation that no person reads: each approved text, between brackets. */
final class PseudoLocale {

  private static final Map<String, String> KINDS =
      Map.of(
          "Recommendations", "recommendation",
          "Reasons", "reason",
          "Guidance", "guidance",
          "Caveats", "caveat");

  private PseudoLocale() {}

  static Overlay overlay() {
    StringBuilder lines = new StringBuilder("overlay.locale = qps-ploc\n");
    lines.append("text.standing = " + translated(section("Standing").get("")) + "\n");
    KINDS.forEach(
        (title, kind) ->
            section(title)
                .forEach(
                    (code, text) ->
                        lines.append(
                            "text."
                                + kind
                                + "."
                                + code
                                + " = "
                                + translated(
                                    Site.PACK.quotedTexts().contains(code) ? "{text}" : text)
                                + "\n")));
    return Overlay.parse(
        "qps-ploc.properties", Site.HEAD.replace("example-hospital", "pseudo-locale") + lines);
  }

  static boolean isTranslated(String text) {
    return text.startsWith("[!! ") && text.endsWith(" !!]");
  }

  /** The codes of a section of the approved sheet. */
  static Set<String> codes(String title) {
    return section(title).keySet();
  }

  private static String translated(String text) {
    return "[!! " + text + " !!]";
  }

  /** By code the first text of a section of the approved sheet. */
  private static Map<String, String> section(String title) {
    Map<String, String> texts = new LinkedHashMap<>();
    boolean here = false;
    String code = "";
    for (String line : ApprovedTexts.bundled().lines().toList()) {
      if (line.startsWith("## ")) {
        here = line.equals("## " + title);
      } else if (line.startsWith("### ")) {
        code = line.substring("### ".length());
      } else if (here && !line.isBlank()) {
        texts.putIfAbsent(code, line);
      }
    }
    return texts;
  }
}
