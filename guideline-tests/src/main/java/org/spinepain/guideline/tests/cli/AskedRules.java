package org.spinepain.guideline.tests.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.TrustedDigests;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.PackSourceException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Which rules a command asks, and by what they are adapted. A folder is compiled, for whoever edits
 * it; a jar is what hosts load, so it is loaded as they load it, by its pin.
 */
final class AskedRules extends RulesOption {

  @Option(
      names = "--pin",
      paramLabel = "DIGEST",
      description =
          "The digest of the jar that --rules names, sha256: and 64 hexadecimal digits. A jar is"
              + " code: it is loaded only when this is its digest, and then as it was built.")
  private Optional<String> pin = Optional.empty();

  @Mixin private OverlayOption overlays;

  /** A command that asks rules. */
  interface Asking {

    /** A new engine on the rules that were named. */
    GuidelineEngine engine();
  }

  /** Whether they come from a jar. */
  boolean isJar() {
    return !isBundled() && Files.isRegularFile(path());
  }

  /** The files of the overlays that adapt them. */
  List<Path> overlays() {
    return overlays.files();
  }

  /** Names all files that are read for them. */
  void name(NamedFiles named) {
    if (!isBundled()) {
      named.read("--rules", path());
    }
    overlays().forEach(file -> named.read("--overlay", file));
  }

  /**
   * A new engine on them.
   *
   * @param bundled opens that on the bundled rules, which are loaded already
   * @throws ParameterException when they cannot be used, with file and line where they are compiled
   *     and with the digest to pin where a jar is not pinned
   */
  GuidelineEngine engine(Supplier<GuidelineEngine> bundled) {
    if (pin.isPresent() && !isJar()) {
      throw usage(
          isBundled() || Files.exists(path())
              ? "--pin goes with --rules JAR"
              : "Invalid value for option '--rules' (RULES): there is no file " + path());
    }
    return isBundled() && overlays.files().isEmpty()
        ? bundled.get()
        : GuidelineEngine.on(
            adapted(isBundled() ? RulePack.bundled() : loaded()), EngineOptions.defaults());
  }

  private RulePack loaded() {
    try {
      return isJar() ? RulePack.load(PackOrigin.jar(path()), trusted()) : source().load();
    } catch (PackSourceException | CompilationException | RulePackException e) {
      throw usage(e.getMessage());
    }
  }

  private TrustedDigests trusted() {
    try {
      return TrustedDigests.of(pin.stream().toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      throw usage("Invalid value for option '--pin' (DIGEST): " + e.getMessage());
    }
  }

  /**
   * These rules, adapted by the overlays.
   *
   * @throws ParameterException when an overlay is refused
   */
  RulePack adapted(RulePack pack) {
    try {
      return pack.adaptedBy(overlays.read());
    } catch (RulePackException e) {
      throw usage(e.getMessage());
    }
  }
}
