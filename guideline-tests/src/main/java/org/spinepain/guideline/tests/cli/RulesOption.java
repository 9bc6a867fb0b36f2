package org.spinepain.guideline.tests.cli;

import java.nio.file.Path;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.PackSourceException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which rules a command asks or works on. */
class RulesOption {

  private static final String BUNDLED = "bundled";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--rules",
      paramLabel = "PATH",
      defaultValue = BUNDLED,
      description =
          "The rules: a folder of them or of resources above it, which is compiled first, or a jar."
              + " ${DEFAULT-VALUE} by default.")
  private String rules;

  /** Whether they are those on the classpath. */
  final boolean isBundled() {
    return isBundled(rules);
  }

  /** Whether rules of this name are those on the classpath. */
  static boolean isBundled(String rules) {
    return rules.equals(BUNDLED);
  }

  /** Where they stand, when they are not bundled. */
  final Path path() {
    return Path.of(rules);
  }

  /**
   * Their source, not compiled yet.
   *
   * @throws PackSourceException when there is none
   */
  final PackSource source() {
    return isBundled() ? PackSource.bundled() : PackSource.in(path());
  }

  /**
   * Their source, which compiles and which the engine would load.
   *
   * @throws ParameterException when it is none, with file and line
   */
  PackSource pack() {
    try {
      PackSource pack = source();
      pack.load();
      return pack;
    } catch (PackSourceException | CompilationException | RulePackException e) {
      throw usage(e.getMessage());
    }
  }

  /**
   * Their source at a git revision.
   *
   * @throws ParameterException when there is none
   */
  PackSource at(String revision) {
    if (isBundled()) {
      throw usage("--changed-since goes with --rules FOLDER, a folder in a work tree of git");
    }
    try {
      return PackSource.at(revision, path());
    } catch (PackSourceException e) {
      throw usage(e.getMessage());
    }
  }

  /** What is wrong with them. */
  final ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
