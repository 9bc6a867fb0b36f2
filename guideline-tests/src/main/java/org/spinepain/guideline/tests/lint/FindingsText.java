package org.spinepain.guideline.tests.lint;

import java.util.List;

/** Findings for a person. */
public final class FindingsText {

  private FindingsText() {}

  /** Three or four lines each: place and code, what was found, what to write instead. */
  public static String of(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(finding.file()).append(':').append(finding.line());
      if (finding.column() > 0) {
        text.append(':').append(finding.column());
      }
      text.append(": ").append(finding.code().code()).append('\n');
      finding.rule().ifPresent(rule -> text.append("  rule \"").append(rule).append("\"\n"));
      text.append("  ").append(finding.message()).append('\n');
      text.append("  write: ").append(finding.instead()).append("\n\n");
    }
    return text.append(findings.size() == 1 ? "1 finding" : findings.size() + " findings")
        .append(".\n")
        .toString();
  }
}
