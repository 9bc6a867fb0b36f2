package org.spinepain.guideline.tests.vignette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.spinepain.guideline.engine.GuidelineEngine;

/** The vignettes of the guideline, and what they keep to as a collection. */
class BundledVignettesTest {

  private static final Vignettes VIGNETTES = Vignettes.bundled();
  private static GuidelineEngine engine;

  @BeforeAll
  static void open() {
    engine = GuidelineEngine.bundled();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> theGuidelinesVignettes() {
    return VignetteTests.of(VIGNETTES, engine);
  }

  @Test
  void eachVignetteStatesEveryAspectOfEveryProcedure() {
    assertThat(VIGNETTES.all())
        .allSatisfy(
            vignette ->
                assertThat(vignette.expect().values())
                    .as(vignette.id())
                    .allSatisfy(stated -> assertThat(stated).containsOnlyKeys(Aspect.values())));
  }

  @Test
  void idsAndTitlesAreUnique() {
    List<Vignette> all = VIGNETTES.all();
    assertThat(all).extracting(Vignette::id).doesNotHaveDuplicates();
    assertThat(all).extracting(Vignette::title).doesNotHaveDuplicates();
  }

  @Test
  void theIdIsTheFolderWithANumberAndAlsoTheIdOfTheCase() {
    assertThat(VIGNETTES.files())
        .allSatisfy(
            file -> {
              Vignette vignette = file.vignette();
              String folder = file.name().substring(0, file.name().indexOf('/'));
              assertThat(vignette.id()).as(file.name()).matches(folder + "-\\d{3}");
              assertThat(vignette.clinicalCase().caseId()).isEqualTo(vignette.id());
            });
  }

  @Test
  void boundariesComeInPairsThatNameEachOther() {
    Map<String, Vignette> byId =
        VIGNETTES.all().stream().collect(Collectors.toMap(Vignette::id, Function.identity()));
    List<Vignette> boundaries =
        byId.values().stream().filter(v -> v.kind() == VignetteKind.BOUNDARY).toList();
    assertThat(boundaries)
        .isNotEmpty()
        .allSatisfy(
            vignette -> {
              Vignette other = byId.get(vignette.pair().orElseThrow());
              assertThat(other).as("the pair of %s", vignette.id()).isNotNull();
              assertThat(other.pair()).contains(vignette.id());
              assertThat(other.expect()).isNotEqualTo(vignette.expect());
            });
  }

  @Test
  void everyKindOfVignetteIsThere() {
    assertThat(VIGNETTES.all().stream().map(Vignette::kind).distinct())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(VignetteKind.values()));
  }
}
