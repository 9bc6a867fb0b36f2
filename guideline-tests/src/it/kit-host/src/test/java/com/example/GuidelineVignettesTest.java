package com.example;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.spinepain.guideline.tests.vignette.VignetteTests;
import org.spinepain.guideline.tests.vignette.Vignettes;

class GuidelineVignettesTest {

  private final Advisor advisor = new Advisor();

  @TestFactory
  Stream<DynamicTest> theGuidelinesVignettes() {
    return VignetteTests.of(Vignettes.bundled(), advisor::advise);
  }

  @TestFactory
  Stream<DynamicTest> ourOwnVignettes() {
    return VignetteTests.of(Vignettes.in(Path.of("src/test/vignettes")), advisor::advise);
  }
}
