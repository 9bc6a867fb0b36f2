package org.spinepain.guideline.engine;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.RulePackReference;

/**
 * What of a pack can be read and checked without its classes.
 *
 * @param reference how assessments name it
 * @param files what the rule author wrote
 * @param descriptor the descriptor among them
 * @param index where its rules stand
 * @param vignettes the vignettes that it brings, by their paths
 */
record PackTexts(
    RulePackReference reference,
    PackFiles files,
    PackDescriptor descriptor,
    RuleIndex index,
    SortedMap<String, String> vignettes) {

  private static final String MODEL_VERSION = "META-INF/spinepain/guideline-model.properties";

  /**
   * Of these parts.
   *
   * @throws RulePackException when the descriptor cannot be read, or does not accept the model on
   *     the classpath
   */
  static PackTexts of(
      String coordinates,
      Optional<String> jar,
      PackFiles files,
      RuleIndex index,
      SortedMap<String, String> vignettes) {
    PackDescriptor descriptor = PackDescriptor.parse(files.descriptor());
    checkModel(descriptor);
    RulePackReference reference = new RulePackReference(coordinates, files.digest(), jar);
    return new PackTexts(reference, files, descriptor, index, vignettes);
  }

  private static void checkModel(PackDescriptor descriptor) {
    Properties properties = new Properties();
    try {
      properties.load(
          new StringReader(PackFiles.resource(ClinicalCase.class.getClassLoader(), MODEL_VERSION)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version", "");
    if (!version.matches("\\d+\\.\\d+.*")) {
      throw new RulePackException("the guideline-model on the classpath does not tell its version");
    }
    Version model = Version.parse(version);
    if (model.compareTo(descriptor.modelFrom()) < 0
        || model.compareTo(descriptor.modelBelow()) >= 0) {
      throw new RulePackException(
          "the pack runs with guideline-model from "
              + descriptor.modelFrom()
              + " and below "
              + descriptor.modelBelow()
              + ", not with "
              + model);
    }
  }
}
