package org.spinepain.guideline.tests.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.tests.pack.CompiledRules;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * Finds the mistakes in a rule pack. A mistake is told once, where it was made: what follows from
 * it elsewhere is not, and rules are fired over the case space only when all of them build, none
 * rests on itself, and all of them insert logically.
 */
public final class Lint {

  private Lint() {}

  /** The findings in a pack, by file and place. */
  public static List<Finding> of(PackSource pack) {
    return of(pack, Optional.empty());
  }

  /**
   * The findings in a pack, by file and place.
   *
   * @param previous the last release, whose ids have to be there still
   */
  public static List<Finding> of(PackSource pack, PackSource previous) {
    return of(pack, Optional.of(previous));
  }

  private static List<Finding> of(PackSource source, Optional<PackSource> previous) {
    Pack pack = new Pack(source);
    FileChecks.check(pack);
    SyntaxChecks.check(pack);
    HeadChecks.check(pack);
    WordChecks.check(pack);
    ImportChecks.check(pack);
    ConditionChecks.check(pack);
    ConsequenceChecks.check(pack);
    Links links = new Links(pack);
    LinkChecks.check(pack, links);
    previous.ifPresent(release -> ReleaseChecks.check(pack, new Pack(release)));
    Optional<Map<RuleSet, CompiledRules>> rules = BuildChecks.check(pack);
    // Those would not come to rest; and with chance, each run would tell something else.
    boolean canBeFired =
        !pack.hasFinding(
            FindingCode.SELF_FEEDING,
            FindingCode.RESTS_ON_OWN_ABSENCE,
            FindingCode.NOT_LOGICAL,
            FindingCode.CLOCK);
    if (rules.isPresent() && canBeFired) {
      SpaceChecks.check(pack, links, rules.get());
    }
    return List.copyOf(pack.findings());
  }

  /**
   * The DRL files below a folder that are not part of the pack in it, since they stand outside of
   * the folder of the rules, or do not end in {@code .drl} in small letters.
   *
   * @param path what {@link PackSource#in} takes
   */
  public static List<Finding> notInThePack(Path path) throws IOException {
    List<Finding> findings = new ArrayList<>();
    if (!Files.isDirectory(path)) {
      return findings;
    }
    Path rules = path.resolve(PackFiles.FOLDER);
    Path folder = Files.isDirectory(rules) ? rules : path;
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        boolean isDrl = name.toLowerCase(Locale.ROOT).endsWith(".drl");
        if (isDrl && !(file.startsWith(folder) && name.endsWith(".drl"))) {
          findings.add(
              new Finding(
                  FindingCode.FOLDER_NOT_LOADED,
                  folder.relativize(file).toString().replace('\\', '/'),
                  1,
                  0,
                  Optional.empty(),
                  file.startsWith(folder)
                      ? "the name of this file does not end in .drl: it is not part of the pack"
                      : "this file stands outside of the folder of the rules: it is not loaded",
                  file.startsWith(folder)
                      ? "a name that ends in .drl"
                      : PackFiles.FOLDER + "/decision or …/guidance as its folder"));
        }
      }
    }
    return findings;
  }
}
