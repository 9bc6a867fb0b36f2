package org.spinepain.guideline.tests.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.engine.RuleSet;

/** Whether the rules in the files are loaded at all. */
final class FileChecks {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package\\s+([\\w.]+)");
  private static final Pattern COMMENT =
      Pattern.compile("/\\*(?s:.*?)\\*/|(?m:^[ \\t]*//.*(?:\\R[ \\t]*//.*)*)");
  private static final Pattern RULE =
      Pattern.compile("(?m)^[ \\t/*]*(rule)\\s+[\"'](?s:.*?)^[ \\t/*]*(?:when|then)\\b");

  private FileChecks() {}

  static void check(Pack pack) {
    pack.files().forEach(file -> check(pack, file));
  }

  private static void check(Pack pack, DrlSource file) {
    Optional<RuleSet> set =
        Arrays.stream(RuleSet.values())
            .filter(one -> one.folder().equals(file.folder()))
            .findFirst();
    if (set.isEmpty()) {
      pack.add(
          FindingCode.FOLDER_NOT_LOADED,
          file,
          0,
          "the folder "
              + (file.folder().isEmpty() ? "of the rules itself" : file.folder())
              + " is not loaded, and so no rule of this file",
          "move the file to " + folders());
    } else if (!file.rules().isEmpty()) {
      packageOf(pack, file, set.get());
    } else {
      pack.add(
          FindingCode.NO_RULE,
          file,
          0,
          "there is no rule in this file, and the pack is refused",
          "drop the file, or move what it holds to the file of the rules that use it");
    }
    heads(pack, file);
    comments(pack, file);
  }

  private static void packageOf(Pack pack, DrlSource file, RuleSet set) {
    Matcher found = PACKAGE.matcher(file.code());
    String instead = "package " + set.packageName() + ";";
    if (!found.find()) {
      pack.add(
          FindingCode.PACKAGE_MISSING,
          file,
          0,
          "the file has no package; its rules are silently not loaded",
          instead);
    } else if (!found.group(1).equals(set.packageName())) {
      pack.add(
          FindingCode.PACKAGE_WRONG,
          file,
          found.start(1),
          "the package " + found.group(1) + " is not that of the folder " + file.folder(),
          instead);
    }
  }

  private static String folders() {
    List<String> folders = Arrays.stream(RuleSet.values()).map(RuleSet::folder).toList();
    return String.join(" or ", folders);
  }

  private static void heads(Pack pack, DrlSource file) {
    for (DrlRule rule : file.rules()) {
      boolean atLineStart = file.column(rule.from()) == 1;
      boolean inDoubleQuotes =
          file.text().substring(rule.from(), rule.to()).matches("(?s)rule[ \\t]+\"[^\"\\n]*\".*");
      if (!atLineStart || !inDoubleQuotes) {
        pack.add(
            FindingCode.RULE_HEAD,
            rule,
            atLineStart
                ? "the name of this rule does not stand in double quotes beside it"
                : "this rule does not begin at the start of its line",
            "rule \"" + rule.name() + "\" at the start of a line");
      }
    }
  }

  private static void comments(Pack pack, DrlSource file) {
    Matcher comment = COMMENT.matcher(file.text());
    while (comment.find()) {
      boolean isComment = file.code().substring(comment.start(), comment.end()).isBlank();
      Matcher rule = RULE.matcher(comment.group());
      if (isComment && rule.find()) {
        pack.add(
            FindingCode.RULE_IN_COMMENT,
            file.name(),
            file.line(comment.start() + rule.start(1)),
            "a rule stands in a comment: it is not loaded",
            "drop it (git keeps it), or take it out of the comment");
      }
    }
  }
}
