package org.spinepain.guideline.tests.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.tests.pack.PackSource;

/** Cases lie where their facts say, wherever a pack has its boundaries. */
class BoundarySidesTest {

  private static final Dimension ADULT = dimension("Patient.adult");
  private static final Dimension CHRONIC = dimension("SpinePain.chronic");

  private static Dimension dimension(String name) {
    return CaseSpace.ALL.get(CaseSpace.indexOf(name));
  }

  private static PackSource packWith(int adultYears, int chronicMonths, int nearDays) {
    return PackSource.bundled()
        .describedWith("adultYears = 18", "adultYears = " + adultYears)
        .describedWith("chronicMonths = 3", "chronicMonths = " + chronicMonths)
        .describedWith("nearDays = 7", "nearDays = " + nearDays);
  }

  /** The plainest combination, which is addressed, on each side of both boundaries. */
  private static Stream<Combination> sides() {
    Combination plainest =
        CaseSpace.completeInOneContext().filter(c -> c.oddness() == 0).findFirst().orElseThrow();
    return Stream.of(true, false)
        .flatMap(
            adult ->
                Stream.of(true, false)
                    .map(chronic -> plainest.with(ADULT, adult).with(CHRONIC, chronic)));
  }

  @ParameterizedTest
  @CsvSource({
    "18, 3, 7, 128",
    "60, 6, 7, 128",
    "16, 6, 2, 128",
    "21, 12, 30, 128",
    "12, 1, 7, 128",
    "25, 24, 14, 128",
    "18, 3, 60, 128",
    // Where only the boundary itself is near it, nothing acute is: 2 times 8 contexts less.
    "18, 3, 0, 96"
  })
  void theEngineFindsTheFactsThatACaseWasMadeFrom(
      int adultYears, int chronicMonths, int nearDays, int cases) {
    PackSource pack = packWith(adultYears, chronicMonths, nearDays);
    Boundaries boundaries = Boundaries.of(pack);
    List<Combination> asked =
        sides().flatMap(CaseSpace::contexts).filter(boundaries::allow).toList();
    assertThat(asked).hasSize(cases / 2);
    try (GuidelineEngine engine = pack.open()) {
      assertThat(asked)
          .allSatisfy(
              c -> {
                assertThat(found(engine, c.toCase(boundaries))).isEqualTo(meant(c));
                assertThat(found(engine, c.toCaseOfStatedDuration(boundaries))).isEqualTo(meant(c));
              });
    }
  }

  private record Sides(boolean adult, boolean chronic, boolean near, boolean addressed) {}

  private static Sides meant(Combination c) {
    boolean adult = c.patient().adult();
    boolean chronic = c.pain().chronic();
    return new Sides(adult, chronic, c.presentation().nearDurationBoundary(), adult && chronic);
  }

  private static Sides found(GuidelineEngine engine, ClinicalCase clinicalCase) {
    Determination found = engine.assess(clinicalCase).determinations().get(0);
    List<String> reasons = found.reasons().stream().map(r -> r.code()).toList();
    return new Sides(
        !reasons.contains("not-adult"),
        !reasons.contains("acute-pain"),
        found.caveats().stream().anyMatch(c -> c.code().equals("near-duration-boundary")),
        found.verdict() == Verdict.RECOMMEND_AGAINST);
  }

  @Test
  void theBundledBoundariesHaveRoundFigures() {
    BoundarySides sides = BoundarySides.of(Boundaries.bundled());
    PainHistory pain = PainHistory.axial();
    assertThat(sides.ageYears(true)).isEqualTo(54);
    assertThat(sides.ageYears(false)).isEqualTo(12);
    assertThat(sides.since(pain, true).onset()).contains(LocalDate.of(2023, 4, 1));
    assertThat(sides.since(pain, false).onset()).contains(LocalDate.of(2025, 6, 1));
    assertThat(sides.lasting(pain, true, false).duration()).contains(Period.ofMonths(26));
    assertThat(sides.lasting(pain, false, false).duration()).contains(Period.ofWeeks(4));
    assertThat(sides.lasting(pain, true, true).duration()).contains(Period.ofMonths(3));
    assertThat(sides.lasting(pain, false, true).duration()).contains(Period.ofWeeks(12));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 7, a child",
    "95, 3, 7, an adult",
    "18, 0, 7, acute pain",
    "18, 9999, 7, a child who can have had pain since",
    "18, 3, 9999, acute pain that is stated and not near the boundary",
    // Four months before 30 June is 28 February, from which four months end on 28 June.
    "18, 4, 1, chronic pain that is stated and near the boundary"
  })
  void boundariesWithNoCaseOnASideAreRefused(
      int adultYears, int chronicMonths, int nearDays, String missing) {
    Boundaries boundaries = new Boundaries(adultYears, chronicMonths, nearDays);
    Combination combination = sides().findFirst().orElseThrow();
    assertThatThrownBy(() -> combination.toCase(boundaries))
        .isInstanceOf(BoundariesException.class)
        .hasMessageContaining("boundary.adultYears = " + adultYears)
        .hasMessageContaining("boundary.chronicMonths = " + chronicMonths)
        .hasMessageContaining("boundary.nearDays = " + nearDays)
        .hasMessageContaining("it has no case of " + missing);
  }

  @Test
  void whereNothingAcuteIsNearACaseOfThatIsRefused() {
    Boundaries boundaries = new Boundaries(18, 3, 0);
    Combination acuteAndNear =
        sides()
            .flatMap(CaseSpace::contexts)
            .filter(CaseSpace::isAcuteAndNear)
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> acuteAndNear.toCase(boundaries))
        .isInstanceOf(BoundariesException.class)
        .hasMessageContaining("acute pain that is stated and near the boundary");
  }

  @Test
  void theDaysAroundABoundaryAreAskedOfAnAdultWhateverTheAge() {
    PackSource pack = packWith(70, 6, 7);
    assertThat(
            BoundaryCases.of(pack).stream()
                .filter(c -> !c.pain().onset().equals(chronic()))
                .map(ClinicalCase::patient)
                .distinct())
        .containsExactly(PatientRecord.aged(70));
  }

  /** The pain of those who are asked about their age: of seven months. */
  private static Optional<LocalDate> chronic() {
    return Optional.of(LocalDate.of(2024, 11, 30));
  }
}
