package org.spinepain.guideline.tests.lint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what the files import exists. */
final class ImportChecks {

  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^[ \\t]*import\\s+(?:(static|function)\\s+)?(\\w+(?:\\.\\w+)*)(\\.\\*)?");

  private ImportChecks() {}

  static void check(Pack pack) {
    for (DrlSource file : pack.files()) {
      Matcher found = IMPORT.matcher(file.code());
      while (found.find()) {
        String name = found.group(2);
        boolean isMember = found.group(1) != null && found.group(3) == null;
        String type = isMember ? name.substring(0, Math.max(0, name.lastIndexOf('.'))) : name;
        boolean isPackage = found.group(1) == null && found.group(3) != null;
        if (!isPackage && Types.load(type).isEmpty()) {
          pack.add(
              FindingCode.UNKNOWN_IMPORT,
              file,
              found.start(2),
              "there is no " + name + " to import",
              instead(pack.types(file), Types.simple(type)));
        }
      }
    }
  }

  private static String instead(Types types, String simpleName) {
    return types
        .probably(simpleName)
        .map(type -> "import " + type.getName() + ";")
        .orElse("the name of a type that exists, or no import");
  }
}
