package org.spinepain.guideline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.engine.PackDescriptor.EvidenceTable;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Standing;

class PackDescriptorTest {

  private static final String TEXT =
      """
      guideline.id = g
      guideline.edition = 2031
      guideline.doi = 10.1/g
      standing.state = superseded
      standing.checkedTo = 2032-01
      standing.text = One line \\
        and another.
      boundary.adultYears = 17
      boundary.chronicMonths = 4
      boundary.nearDays = 0
      evidence.outcome = pain
      evidence.unit = points
      evidence.smallestImportantDifference = 0.50
      evidence.comparator = nothing
      evidence.base = Trials.
      model.from = 1.2.0
      model.below = 3
      texts.quoted = first  second
      texts.rewordable =
      texts.language = fr
      source.with-doi.citation = A paper
      source.with-doi.doi = 10.1/p
      source.with-doi.sections = results  methods
      source.without-doi.citation = A letter
      source.without-doi.sections = all
      """;

  private static final PackDescriptor DESCRIPTOR = PackDescriptor.parse(TEXT);

  @Test
  void theGuidelineIsRead() {
    assertThat(DESCRIPTOR.guideline())
        .isEqualTo(new GuidelineReference("g", "2031", "10.1/g", "Trials."));
  }

  @Test
  void theGuidelineIsCitedByTheFirstSourceThatHasItsDoi() {
    String own = TEXT.replace("10.1/p", "10.1/g");
    String again = own + "source.again.citation = Again\nsource.again.sections = all\n";

    assertThat(DESCRIPTOR.guidelineCitation()).isEmpty();
    assertThat(PackDescriptor.parse(own).guidelineCitation()).contains("A paper");
    assertThat(PackDescriptor.parse(again).guidelineCitation()).contains("A paper");
    assertThat(PackDescriptor.parse(again + "source.again.doi = 10.1/g\n").guidelineCitation())
        .contains("Again");
  }

  @Test
  void theStandingIsRead() {
    assertThat(DESCRIPTOR.standing())
        .isEqualTo(
            new Standing(EditionState.SUPERSEDED, "One line and another.", YearMonth.of(2032, 1)));
  }

  @Test
  void theBoundariesAreRead() {
    assertThat(DESCRIPTOR.boundaries()).isEqualTo(new Boundaries(17, 4, 0));
  }

  @Test
  void theEvidenceTableIsRead() {
    assertThat(DESCRIPTOR.evidence())
        .isEqualTo(new EvidenceTable("pain", "points", new BigDecimal("0.50"), "nothing"));
  }

  @Test
  void whatOverlaysMayDoWithTextsIsReadAndTheTextsMayBeNone() {
    assertThat(DESCRIPTOR.quotedTexts()).containsExactly("first", "second");
    assertThat(DESCRIPTOR.rewordableTexts()).isEmpty();
    assertThat(DESCRIPTOR.language()).isEqualTo("fr");
  }

  @Test
  void aSourceIsFoundByItsIdAndSection() {
    assertThat(DESCRIPTOR.source("with-doi#methods"))
        .contains(new Source("with-doi", "methods", "A paper", Optional.of("10.1/p")));
  }

  @Test
  void aSourceNeedsNoDoi() {
    assertThat(DESCRIPTOR.source("without-doi#all"))
        .contains(new Source("without-doi", "all", "A letter", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with-doi",
        "with-doi#",
        "with-doi#all",
        "#all",
        "other#all",
        "without-doi#all#all",
        ""
      })
  void whatIsNoSourceIsNotFound(String reference) {
    assertThat(DESCRIPTOR.source(reference)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guideline.id",
        "guideline.edition",
        "guideline.doi",
        "standing.state",
        "standing.checkedTo",
        "standing.text",
        "boundary.adultYears",
        "boundary.chronicMonths",
        "boundary.nearDays",
        "evidence.outcome",
        "evidence.unit",
        "evidence.smallestImportantDifference",
        "evidence.comparator",
        "evidence.base",
        "model.from",
        "model.below",
        "texts.quoted",
        "texts.rewordable",
        "texts.language",
        "source.with-doi.citation",
        "source.with-doi.sections"
      })
  void everyKeyIsNeeded(String key) {
    assertThatThrownBy(() -> PackDescriptor.parse(TEXT.replace(key + " =", "# " + key + " =")))
        .isInstanceOf(RulePackException.class)
        .hasMessageEndingWith("no value for " + key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standing.States",
        "source.with-doi.url",
        "source.with-doi",
        "source.a.b.doi",
        "boundary"
      })
  void aKeyThatIsNotKnownIsRefused(String key) {
    assertThatThrownBy(() -> PackDescriptor.parse(TEXT + key + " = x\n"))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("[" + key + "]");
  }
}
