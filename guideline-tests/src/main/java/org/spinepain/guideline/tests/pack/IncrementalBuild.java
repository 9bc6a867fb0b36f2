package org.spinepain.guideline.tests.pack;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spinepain.guideline.engine.RuleSet;

/**
 * Builds a pack again and again while its files are edited: a file that reads as it did is not
 * compiled again. Not thread-safe.
 */
public final class IncrementalBuild {

  private final Map<String, CompiledFile> files = new TreeMap<>();

  private record CompiledFile(String text, CompiledRules rules) {}

  /**
   * The pack with its compiled rules.
   *
   * @throws CompilationException when they do not compile
   */
  public BuiltPack build(PackSource source) {
    files.keySet().retainAll(source.drl().keySet());
    Map<RuleSet, CompiledRules> rules = new EnumMap<>(RuleSet.class);
    for (RuleSet set : RuleSet.values()) {
      rules.put(set, build(source.drl(set)));
    }
    return BuiltPack.of(source, rules);
  }

  private CompiledRules build(SortedMap<String, String> drl) {
    CompiledRules rules = CompiledRules.none();
    try {
      for (Map.Entry<String, String> file : drl.entrySet()) {
        rules = rules.and(build(file.getKey(), file.getValue()));
      }
      return rules;
    } catch (CompilationException notAlone) {
      // A file may use a function of another; if not, this tells what is wrong.
      return CompiledRules.of(drl);
    }
  }

  private CompiledRules build(String file, String text) {
    CompiledFile known = files.get(file);
    if (known == null || !known.text().equals(text)) {
      known = new CompiledFile(text, CompiledRules.of(new TreeMap<>(Map.of(file, text))));
      files.put(file, known);
    }
    return known.rules();
  }
}
