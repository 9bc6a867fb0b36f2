package org.spinepain.guideline.tests.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.RuleDescr;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.DrlText;
import org.spinepain.guideline.tests.pack.PackSource;

/** All mutants of a pack. */
public final class Mutants {

  private Mutants() {}

  /**
   * The mutants of a pack, by file and place.
   *
   * @throws CompilationException when a file of the pack is no DRL
   */
  public static List<Mutant> of(PackSource pack) {
    List<DrlText> files = files(pack);
    Codes codes = codes(files);
    List<Mutant> mutants = new ArrayList<>();
    files.forEach(file -> mutants.addAll(DrlMutants.of(file, codes)));
    mutants.addAll(DescriptorMutants.of(pack.descriptor()));
    return List.copyOf(mutants);
  }

  /**
   * Those mutants of a pack that change what differs from an earlier state of it: the rules that
   * are new or read differently, all of a file whose imports or functions differ, and the values of
   * the descriptor that differ.
   */
  public static List<Mutant> ofWhatChanged(PackSource earlier, PackSource pack) {
    Set<String> rules = new TreeSet<>();
    Set<String> wholeFiles = new TreeSet<>();
    for (DrlText file : files(pack)) {
      Optional<DrlText> before =
          Optional.ofNullable(earlier.files().get(file.file()))
              .map(text -> DrlText.of(file.file(), text));
      if (before.isEmpty() || !before.get().declarations().equals(file.declarations())) {
        wholeFiles.add(file.file());
      }
      Set<String> same = new TreeSet<>();
      before.ifPresent(old -> old.rules().forEach(rule -> same.add(old.of(old.span(rule)))));
      for (RuleDescr rule : file.rules()) {
        if (!same.contains(file.of(file.span(rule)))) {
          rules.add(rule.getName());
        }
      }
    }
    Set<DescriptorMutants.Entry> sameEntries =
        Set.copyOf(DescriptorMutants.entries(earlier.descriptor()));
    Set<String> keys = new TreeSet<>();
    DescriptorMutants.entries(pack.descriptor()).stream()
        .filter(entry -> !sameEntries.contains(entry))
        .forEach(entry -> keys.add(entry.key()));
    return of(pack).stream()
        .filter(
            mutant ->
                wholeFiles.contains(mutant.part().file())
                    || mutant.part().rule().filter(rules::contains).isPresent()
                    || (mutant.part().file().equals(PackSource.DESCRIPTOR)
                        && keys.contains(mutant.part().text())))
        .toList();
  }

  static List<DrlText> files(PackSource pack) {
    return pack.drl().entrySet().stream()
        .map(file -> DrlText.of(file.getKey(), file.getValue()))
        .toList();
  }

  private static Codes codes(List<DrlText> files) {
    Codes codes = new Codes();
    for (DrlText file : files) {
      for (RuleDescr rule : file.rules()) {
        codes.add(
            "@source", String.valueOf(rule.getAnnotation("source").getValue()).replace("\"", ""));
        file.patterns(rule)
            .forEach(
                pattern ->
                    pattern
                        .constraints()
                        .forEach(
                            span ->
                                ConstraintMutants.gather(file.of(span), pattern.type(), codes)));
        ConsequenceMutants.gather(file.of(file.consequence(rule)), codes);
      }
    }
    return codes;
  }
}
