package org.spinepain.guideline.tests.lint;

import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.tests.pack.CompiledRules;

/**
 * What came of compiling some files: rules, or what Drools said first. What was compiled once is
 * kept.
 *
 * @param rules the rules
 * @param error what Drools said
 */
record Compiled(Optional<CompiledRules> rules, Optional<CompileError> error) {

  private static final Kept<SortedMap<String, String>, Compiled> KEPT = new Kept<>(64);
  private static final Pattern MESSAGE =
      Pattern.compile("path=([^,]*), line=[^\\n]*\\n\\s*text=([^\\n]*)");

  /**
   * An error of Drools.
   *
   * @param isInJava whether it is about a class that was made of a consequence or a function
   * @param text what it says
   */
  record CompileError(boolean isInJava, String text) {}

  static Compiled of(SortedMap<String, String> files) {
    return KEPT.of(files, Compiled::compile);
  }

  private static Compiled compile(SortedMap<String, String> files) {
    try {
      return new Compiled(Optional.of(CompiledRules.of(files)), Optional.empty());
    } catch (RuntimeException | LinkageError e) {
      // Drools also fails with bare exceptions of any kind, such as NumberFormatException.
      return new Compiled(Optional.empty(), Optional.of(error(e)));
    }
  }

  private static CompileError error(Throwable thrown) {
    String all = String.valueOf(thrown.getMessage());
    Matcher message = MESSAGE.matcher(all);
    if (message.find()) {
      String text = message.group(2).replaceFirst("\\](?:, Message \\[.*|\\])?$", "");
      boolean isInJava = message.group(1).matches(".*/LambdaConsequence\\w*\\.java");
      return new CompileError(isInJava, text);
    }
    return new CompileError(
        false,
        thrown.getClass().getSimpleName() + ": " + all.lines().findFirst().orElse("no message"));
  }
}
