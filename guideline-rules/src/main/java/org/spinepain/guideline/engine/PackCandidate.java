package org.spinepain.guideline.engine;

import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.api.KieBase;

/**
 * A pack from a trusted jar that is whole and made for this engine, as far as that shows without
 * its classes. None of them was loaded.
 *
 * @param name the name of the jar
 * @param texts what was read of it
 * @param version the version in its coordinates
 * @param models the classes that its build made of the rule sets
 * @param classes the compiled rules
 */
record PackCandidate(
    String name,
    PackTexts texts,
    Version version,
    List<String> models,
    Map<String, byte[]> classes) {

  /**
   * Unzips and checks a jar.
   *
   * @throws RulePackException when it cannot be used
   */
  static PackCandidate of(PackJar jar) {
    PackContents contents = PackContents.of(jar.bytes());
    PackIndex index = PackIndex.parse(contents.text(PackFiles.INDEX));
    List<String> models =
        PrecompiledRules.models(contents.text(PrecompiledRules.list(index.coordinates())));
    PackFiles files = contents.files();
    index.checkMadeOf(files.drl());
    return new PackCandidate(
        jar.name(),
        PackTexts.of(
            index.coordinates(),
            Optional.of(jar.digest()),
            files,
            index.rules(),
            contents.vignettes()),
        versionIn(index.coordinates()),
        models,
        contents.classes());
  }

  /**
   * The version in these coordinates.
   *
   * @throws RulePackException when it is none
   */
  static Version versionIn(String coordinates) {
    String version = coordinates.substring(coordinates.lastIndexOf(':') + 1);
    try {
      return Version.parse(version);
    } catch (IllegalArgumentException e) {
      throw new RulePackException(
          "the version of the pack is " + version + ", allowed is one such as 2025.1.0");
    }
  }

  /**
   * Loads its classes.
   *
   * @throws RulePackException when that fails; without a cause, which would hold the classes
   */
  Map<RuleSet, KieBase> load() {
    try {
      return PrecompiledRules.load(new PackClassLoader(classes), models);
    } catch (RulePackException e) {
      throw new RulePackException(e.getMessage());
    } catch (Throwable e) {
      MachineFailure.throwOn(e);
      throw new RulePackException("the compiled rules cannot be loaded: " + e);
    }
  }
}
