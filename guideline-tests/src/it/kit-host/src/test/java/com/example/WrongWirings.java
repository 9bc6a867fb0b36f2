package com.example;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.vignette.VignetteTests;
import org.spinepain.guideline.tests.vignette.Vignettes;

/** No test of this host: ways to get it wrong, each of which the kit has to catch. */
class WrongWirings {

  private final Advisor advisor = new Advisor();

  @TestFactory
  Stream<DynamicTest> theAssumptionsAreDropped() {
    return VignetteTests.of(
        Vignettes.bundled(), (clinicalCase, assumptions) -> advisor.advise(clinicalCase, Set.of()));
  }

  @TestFactory
  Stream<DynamicTest> theFolderIsEmpty(@TempDir Path folder) {
    return VignetteTests.of(Vignettes.in(folder), advisor::advise);
  }
}
