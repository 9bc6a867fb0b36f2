package org.spinepain.guideline.tests.lint;

import java.util.Optional;
import java.util.SortedMap;
import org.kie.api.builder.Message;
import org.spinepain.guideline.tests.pack.Compilation;
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
    try (Compilation compilation = new Compilation(files)) {
      return compilation.errors().isEmpty()
          ? new Compiled(Optional.of(compilation.compiled()), Optional.empty())
          : new Compiled(Optional.empty(), Optional.of(error(compilation.errors().get(0))));
    }
  }

  private static CompileError error(Message first) {
    return new CompileError(
        String.valueOf(first.getPath()).matches(".*/LambdaConsequence\\w*\\.java"),
        String.valueOf(first.getText()).lines().findFirst().orElse("no message"));
  }
}
