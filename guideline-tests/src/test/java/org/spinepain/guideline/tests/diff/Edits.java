package org.spinepain.guideline.tests.diff;

import java.util.regex.Pattern;
import org.spinepain.guideline.tests.pack.PackSource;

/** Edits of the bundled rules, as an author makes them. */
final class Edits {

  private Edits() {}

  /** The pack without the rule of this id. */
  static PackSource withoutRule(PackSource pack, String file, String id) {
    String text = pack.files().get(file);
    String edited =
        Pattern.compile(
                "rule \"[^\"]*\"\\s+@id\\( \"" + Pattern.quote(id) + "\" \\).*?\\nend\\n",
                Pattern.DOTALL)
            .matcher(text)
            .replaceFirst("");
    if (edited.equals(text)) {
      throw new IllegalArgumentException(file + " has no rule " + id);
    }
    return pack.with(file, edited);
  }
}
