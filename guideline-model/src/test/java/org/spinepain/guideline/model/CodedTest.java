package org.spinepain.guideline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

class CodedTest {

  @Test
  void aCodeIsTheNameInLowerCaseWithHyphens() {
    assertThat(PainPattern.AXIAL_AND_RADICULAR.code()).isEqualTo("axial-and-radicular");
    assertThat(PainPattern.AXIAL_AND_RADICULAR.words()).isEqualTo("axial and radicular");
  }

  @Test
  void everyCodeLeadsBackToItsConstant() {
    for (Technique technique : Technique.values()) {
      assertThat(Coded.of(Technique.class, technique.code())).contains(technique);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"STEROID", "Steroid", " steroid", "local_anaesthetic", "unspecified", ""})
  void whatIsNotExactlyACodeLeadsToNoConstant(String text) {
    assertThat(Coded.of(Injectate.class, text)).isEmpty();
  }

  @Test
  void codesStandInTheOrderOfDeclaration() {
    assertThat(Coded.codes(SpinalLevel.class))
        .containsExactly("cervical", "thoracic", "lumbar", "sacroiliac");
  }

  @Test
  void codesAreTheSameWhereverTheProgramRuns() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(Coded.of(OtherCause.class, "infection")).contains(OtherCause.INFECTION);
    } finally {
      Locale.setDefault(before);
    }
  }
}
