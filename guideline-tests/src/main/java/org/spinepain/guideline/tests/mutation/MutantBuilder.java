package org.spinepain.guideline.tests.mutation;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.drools.drl.ast.descr.RuleDescr;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.tests.mutation.Mutant.Edit;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.CompiledRules;
import org.spinepain.guideline.tests.pack.DrlText;
import org.spinepain.guideline.tests.pack.DrlText.Span;
import org.spinepain.guideline.tests.pack.PackSource;

/** Builds mutants of a pack, compiling only the rule that changed where it can. */
final class MutantBuilder {

  private final BuiltPack pack;
  private final Map<String, DrlText> files = new TreeMap<>();

  MutantBuilder(BuiltPack pack) {
    this.pack = pack;
    Mutants.files(pack.source()).forEach(file -> files.put(file.file(), file));
  }

  /**
   * The pack with the change of a mutant.
   *
   * @throws org.spinepain.guideline.tests.pack.CompilationException when it does not compile
   */
  BuiltPack build(Mutant mutant) {
    PackSource changed = mutant.of(pack.source());
    if (!(mutant.change() instanceof Edit edit) || edit.file().equals(PackSource.DESCRIPTOR)) {
      return pack.with(changed);
    }
    RuleSet set = set(edit.file());
    return pack.with(changed, set, rules(mutant, edit, set, changed));
  }

  private CompiledRules rules(Mutant mutant, Edit edit, RuleSet set, PackSource changed) {
    if (mutant.part().rule().isEmpty()) {
      return CompiledRules.of(changed.drl(set));
    }
    String name = mutant.part().rule().get();
    CompiledRules others = pack.rules(set).without(name);
    if (mutant.operator() == Operator.RULE_DROPPED) {
      return others;
    }
    DrlText file = files.get(edit.file());
    Span span = file.span(rule(file, name));
    String rule =
        edit.text().substring(span.from(), edit.from())
            + edit.replacement()
            + edit.text().substring(edit.to(), span.to());
    return others.and(
        CompiledRules.of(
            new TreeMap<>(Map.of(edit.file(), file.outsideRules() + "\n" + rule + "\n"))));
  }

  private static RuleDescr rule(DrlText file, String name) {
    return file.rules().stream()
        .filter(rule -> rule.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static RuleSet set(String file) {
    return Arrays.stream(RuleSet.values())
        .filter(set -> file.startsWith(set.folder() + "/"))
        .findFirst()
        .orElseThrow();
  }
}
