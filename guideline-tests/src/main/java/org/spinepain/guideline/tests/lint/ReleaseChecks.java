package org.spinepain.guideline.tests.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.spinepain.guideline.tests.pack.PackSource;

/** Whether the ids of an earlier release are still there, for the same rules. */
final class ReleaseChecks {

  private ReleaseChecks() {}

  static void check(Pack pack, Pack earlier) {
    Map<String, DrlRule> byId = new HashMap<>();
    pack.rules().forEach(rule -> rule.annotation("id").ifPresent(id -> byId.putIfAbsent(id, rule)));
    for (DrlRule before : earlier.rules()) {
      Optional<String> id = before.annotation("id");
      if (id.isEmpty()) {
        continue;
      }
      DrlRule now = byId.get(id.get());
      Optional<DrlRule> same = pack.rule(before.name());
      if (now == null) {
        disappeared(pack, before, id.get(), same);
      } else if (same.isPresent() && same.get() != now) {
        pack.add(
            FindingCode.REUSED_ID,
            now,
            now.annotations("id").get(0).at(),
            "in the last release the id "
                + id.get()
                + " belonged to \""
                + before.name()
                + "\", which now has another",
            "the id that the rule had, or a new one");
      }
    }
  }

  private static void disappeared(
      Pack pack, DrlRule before, String id, Optional<DrlRule> sameName) {
    String message =
        "the id " + id + " of \"" + before.name() + "\" disappeared since the last release";
    String instead = "@id( \"" + id + "\" ) at the rule that says this now";
    if (sameName.isPresent()) {
      DrlRule rule = sameName.get();
      int at = rule.annotations("id").stream().findFirst().map(a -> a.at()).orElse(rule.from());
      pack.add(FindingCode.DISAPPEARED_ID, rule, at, message, instead);
    } else {
      String file = before.file().name();
      boolean isThere = pack.source().files().containsKey(file);
      pack.add(
          FindingCode.DISAPPEARED_ID, isThere ? file : PackSource.DESCRIPTOR, 1, message, instead);
    }
  }
}
