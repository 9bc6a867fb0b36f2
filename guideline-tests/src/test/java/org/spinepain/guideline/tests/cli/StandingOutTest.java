package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StandingOutTest {

  private static final OptionalLong WITHHELD = OptionalLong.empty();

  @Test
  void itIsTwiceTheMedianAndTwentyMore() {
    assertThat(among(OptionalLong.of(179), of(10, 10, 10, 29, 120))).isEqualTo(of(120));
    assertThat(among(OptionalLong.of(70), of(10, 10, 10, 30, 10))).isEqualTo(of(30));
    assertThat(among(OptionalLong.of(219), of(40, 40, 79, 40, 20))).isEmpty();
    assertThat(among(OptionalLong.of(220), of(40, 40, 80, 40, 20))).isEqualTo(of(80));
  }

  @Test
  void aWithheldMonthIsAnEqualShareOfWhatTheOthersLeaveOfTheTotal() {
    // 35 - 23 in four months are 3 each, 34 - 22 too, 150 - 30 are 30 each.
    assertThat(among(OptionalLong.of(35), withheldBut(23))).isEqualTo(of(23));
    assertThat(among(OptionalLong.of(34), withheldBut(22))).isEmpty();
    assertThat(among(OptionalLong.of(150), withheldBut(30))).isEmpty();
  }

  @Test
  void whereTheTotalIsWithheldTooNoMonthStandsOut() {
    assertThat(among(WITHHELD, withheldBut(1_000))).isEmpty();
    assertThat(among(WITHHELD, of(10, 10, 30))).isEqualTo(of(30));
  }

  @Test
  void monthsWithoutRequestsMakeNoOtherStandOut() {
    assertThat(among(OptionalLong.of(90), of(0, 0, 0, 0, 30, 30, 30))).isEmpty();
    assertThat(among(OptionalLong.of(150), of(0, 0, 0, 0, 30, 90, 30))).isEqualTo(of(90));
    assertThat(among(OptionalLong.of(0), of(0, 0))).isEmpty();
  }

  @Test
  void ofNoMonthNoneStandsOut() {
    assertThat(among(OptionalLong.of(0), List.of())).isEmpty();
  }

  private static List<OptionalLong> among(OptionalLong total, List<OptionalLong> months) {
    StandingOut standingOut = StandingOut.among(months, total);
    List<OptionalLong> marked = months.stream().filter(standingOut::is).toList();
    assertThat(standingOut.any()).isEqualTo(!marked.isEmpty());
    return marked;
  }

  private static List<OptionalLong> of(long... counts) {
    return Arrays.stream(counts).mapToObj(OptionalLong::of).toList();
  }

  private static List<OptionalLong> withheldBut(long shown) {
    return List.of(WITHHELD, WITHHELD, OptionalLong.of(shown), WITHHELD, WITHHELD);
  }
}
