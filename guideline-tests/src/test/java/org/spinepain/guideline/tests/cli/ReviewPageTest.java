package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.spinepain.guideline.model.Presence.ABSENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.SharedSummary;

class ReviewPageTest {

  private static final ReferralReview REVIEW = ReferralReview.of(CommandRun.engine());

  private static final ProcedureRequest AGAINST =
      ProcedureRequest.epidural("p1").injecting(Injectate.STEROID);
  private static final ProcedureRequest NOT_ADDRESSED =
      ProcedureRequest.dorsalRootGanglionRadiofrequency("p1");
  private static final ProcedureRequest INJECTATE_UNKNOWN = ProcedureRequest.jointTargeted("p1");

  @TempDir private Path folder;

  private final ReferralCounts counts = REVIEW.counts();

  @Test
  void thePageTellsTheCountsTheCostAndTheHarms() throws IOException {
    add(1_234, "A", 6, AGAINST);
    add(56, "A", 6, NOT_ADDRESSED);
    add(78, "B", 7, INJECTATE_UNKNOWN);

    PageDocument page = page();

    assertThat(page.title()).isEqualTo("Practice review of referrals, 2025-06 to 2025-07");
    assertThat(page.figures())
        .containsExactly(
            "Cases: 1,368",
            "Requests: 1,368",
            "Recommended against: 1,234",
            "No recommendation: 56",
            "Not enough information: 78");
    assertThat(page.text())
        .contains(
            "1,234,000 to 6,170,000 USD",
            "(1,234), at about 1,000 to 5,000 USD a procedure (digest only;",
            "prolonged pain or stiffness in 8.6%",
            "Digest only; Practitioner digest of the guideline. HCN, hcn.health. These rates are",
            "These rates are not multiplied by the number of requests.",
            "Counts from 1 to 4 are withheld")
        .doesNotContain("Made up");
    assertThat(page.table("month"))
        .containsExactly("2025-06 1,234 56 0 1,290", "2025-07 0 0 78 78");
    assertThat(page.table("clinic")).containsExactly("A 1,234 56 0 1,290", "B 0 0 78 78");
    assertThat(page.table("recommendation"))
        .containsExactly(
            "axial epidural Strong recommendation against: Axial spine pain: do not offer epidural"
                + " injection of local anaesthetic, steroid or both outside a clinical trial. [1]"
                + " 1,234");
    assertThat(page.table("missing")).containsExactly("The injectate 78 78");
  }

  @Test
  void itTellsWhichRulesAnsweredAndHowTheGuidelineStands() throws IOException {
    PageDocument page = page();

    assertThat(page.text())
        .contains(
            CommandRun.engine().rules().digest(),
            CommandRun.engine().rules().coordinates(),
            "edition 2025",
            "10.1136/bmj-2024-079970",
            "contested, checked to 2025-11",
            "34 medical societies asked for its retraction",
            "The referrals do not say which are of the same person.",
            "none, there are no referrals");
  }

  @Test
  void whatAChartIsDrawnFromIsWhatItsTableShows() throws IOException {
    add(1_234, "A", 6, AGAINST);
    add(3, "A", 7, AGAINST);
    add(40, "B", 7, AGAINST);
    add(50, "C", 5, AGAINST);
    add(30, "C", 6, AGAINST);
    add(30, "C", 7, AGAINST);

    PageDocument page = page();

    assertThat(page.cells()).isNotEmpty();
    assertThat(page.cells())
        .allSatisfy(
            cell ->
                assertThat(
                        cell.value()
                            .map(value -> String.format(Locale.ROOT, "%,d", Long.valueOf(value))))
                    .isEqualTo(
                        Optional.of(cell.text().replace("▲ stands out: ", ""))
                            .filter(text -> !text.equals("withheld"))));
    assertThat(page.charts())
        .containsExactly(
            "lines of month: Recommended against, No recommendation, Not enough information;"
                + " axes: month of assessment, requests",
            "clinics of month-and-clinic: A, C, B; axes: month of assessment, requests recommended"
                + " against",
            "bars of clinic: Recommended against; axes: clinic, requests recommended against",
            "bars of recommendation: Requests; axes: recommendation, requests recommended against");
    assertThat(page.source())
        .contains("data-label=\"Axial spine pain: do not offer epidural injection of local");
  }

  @Test
  void aNumberThatIsWithheldIsNowhere() throws IOException {
    add(1_003, "A", 6, AGAINST);
    add(3, "A", 7, AGAINST);
    add(2_011, "B", 6, AGAINST);
    add(4_027, "B", 7, AGAINST);

    SharedSummary shared = SharedSummary.of(counts.summary(), 5);
    PageDocument page = page();

    assertThat(shared.against(Breakdown.MONTH_AND_CLINIC).get(List.of("2025-06", "A"))).isEmpty();
    assertThat(page.text()).contains("withheld").doesNotContain("1,003");
    assertThat(page.source()).doesNotContain("\"1003\"", "\"3\"");
    assertThat(page.table("month-and-clinic")).contains("2025-07 withheld withheld");
  }

  @Test
  void whetherThereAreLocalCodesWithoutAMeaningIsWithheldWithANumberOfAllRequests()
      throws IOException {
    add(3, "A", 6, AGAINST);

    assertThat(page().text())
        .contains(
            "Local codes without a meaning Whether there are any is withheld, since it could tell a"
                + " count that is withheld above.")
        .doesNotContain("any column");
  }

  @Test
  void aChartThatWouldBeEmptySinceItsNumbersAreWithheldIsNoChart() throws IOException {
    add(3, "A", 5, AGAINST);
    add(3, "A", 7, AGAINST);

    PageDocument page = page();

    assertThat(page.table("month-and-clinic")).contains("2025-05 withheld");
    assertThat(page.charts())
        .containsExactly(
            "bars of clinic: Recommended against; axes: clinic, requests recommended against",
            "bars of recommendation: Requests; axes: recommendation, requests recommended against");
    assertThat(page.text())
        .contains("Trend by month Chart: withheld, since no number above 0 is shown.")
        .contains("it is no test. Chart: withheld, since no number above 0 is shown.");
  }

  @Test
  void whatIsTakenByDefaultIsToldApartFromWhatIsAsked() throws IOException {
    add(12, "A", 6, AGAINST);
    add(20, "A", 6, NOT_ADDRESSED);

    PageDocument page = page();

    assertThat(page.table("assumptions"))
        .containsExactlyInAnyOrder(
            "By default: treatment as the intent 32",
            "By default: routine care as the setting 32",
            "By default: no infection or fracture as a cause 32",
            "By default: no injectate, where the technique is no injection 20");
    assertThat(page.text())
        .contains("Assumed where unknown, as askednothing; what is taken by default is told above");
  }

  @Test
  void aMonthThatStandsOutIsMarked() throws IOException {
    for (int month = 1; month <= 5; month++) {
      add(30, "even", month, AGAINST);
      add(month == 4 ? 60 : 30, "odd", month, AGAINST);
      add(month == 4 ? 24 : 8, "few", month, AGAINST);
    }

    assertThat(page().table("month-and-clinic"))
        .contains("2025-03 30 30 8", "2025-04 ▲ stands out: 60 30 24");
  }

  @Test
  void aMonthStandsOutAlsoWhereTheUsualMonthsAreWithheld() throws IOException {
    for (int month = 1; month <= 5; month++) {
      add(month == 4 ? 24 : 3, "few", month, AGAINST);
      add(30, "even", month, AGAINST);
    }

    // With the few, 30 is withheld too, since the month's total would tell them.
    assertThat(page().table("month-and-clinic"))
        .contains("2025-03 withheld withheld", "2025-04 ▲ stands out: 24 30");
  }

  @Test
  void monthsWithoutARequestHaveTheirPlace() throws IOException {
    add(30, "A", 1, AGAINST);
    add(30, "A", 2, AGAINST);
    add(30, "A", 5, AGAINST);
    add(6, "B", 5, NOT_ADDRESSED);

    PageDocument page = page();

    assertThat(page.table("month"))
        .containsExactly(
            "2025-01 30 0 0 30",
            "2025-02 30 0 0 30",
            "2025-03 0 0 0 0",
            "2025-04 0 0 0 0",
            "2025-05 30 6 0 36");
    assertThat(page.table("month-and-clinic"))
        .containsExactly(
            "2025-01 30 0", "2025-02 30 0", "2025-03 0 0", "2025-04 0 0", "2025-05 30 0");
  }

  @Test
  void monthsOfMoreThanTenYearsAreToldWithoutThoseBetween() throws IOException {
    add(6, "A", 1, AGAINST);
    counts.add(referral("A", LocalDate.of(2015, 2, 28), AGAINST));
    assertThat(page().table("month")).hasSize(120);
    assertThat(page().text()).doesNotContain("Months without requests are left out");

    counts.add(referral("A", LocalDate.of(2015, 1, 28), AGAINST));
    assertThat(page().table("month")).hasSize(3);
    assertThat(page().text()).contains("Months without requests are left out");
  }

  @Test
  void aHostsCodesAreTextAndNothingElse() throws IOException {
    String script = "</script><script>alert(1)</script>";
    String attribute = "\" onload='x' a=\"&amp;${1}";
    add(7, script, 6, AGAINST);
    add(6, attribute, 6, AGAINST);
    for (int i = 0; i < 5; i++) {
      counts.addUnmapped("DX<b>", "<img src=x>\u202e");
    }

    PageDocument page = page();

    assertThat(page.table("clinic")).containsExactly(script + " 7 0 0 7", attribute + " 6 0 0 6");
    assertThat(page.charts())
        .anyMatch(
            chart ->
                chart.startsWith(
                    "clinics of month-and-clinic: " + script + ", " + attribute + "; axes"));
    assertThat(page.table("unmapped")).containsExactly("DX<b> \"<img src=x>\\u202e\" 5");
    assertThat(page.source()).doesNotContain("<img", "<b>", "alert(1)</script>");
    assertThat(count("<script", page.source())).isEqualTo(2);
    assertThat(count("</script", page.source())).isEqualTo(2);
  }

  @Test
  void aBrowserTakesTheScriptsOfThePageAndNothingElse() throws IOException {
    String source = page().source();

    List<String> allowed =
        Stream.of("style", "script")
            .flatMap(
                name ->
                    Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                        .matcher(source)
                        .results()
                        .map(found -> "sha256-" + hash(found.group(1))))
            .toList();

    assertThat(allowed).hasSize(3);
    assertThat(policy(source))
        .isEqualTo(
            "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '%s'; script-src"
                    .formatted(allowed.get(0))
                + " '%s' '%s'".formatted(allowed.get(1), allowed.get(2)));
    assertThat(source.replaceAll("(?s)<script>.*?</script>", ""))
        .doesNotContain("src=", "href=", "http:", "https:", "url(", "@import", "style=");
  }

  @Test
  void thatNoneIsRecommendedAgainstIsSaidOnlyWhereNoneIs() throws IOException {
    add(6, "A", 6, NOT_ADDRESSED);
    assertThat(page().text()).contains("no request counted here is recommended against");

    add(6, "A", 6, AGAINST);
    String harmsVary = REVIEW.write(counts.summary()).replaceFirst("(guidance\tharms)\t.*", "$1");
    assertThat(page(REVIEW.read(harmsVary)).text())
        .contains("The rules have no one text about them for these requests")
        .doesNotContain("no request counted here is recommended against");
  }

  @Test
  void madeUpReferralsAreCalledMadeUp() throws IOException {
    add(6, "A", 6, AGAINST);
    counts.markMadeUp();

    PageDocument page = page();

    assertThat(page.text()).contains("Made up. These referrals were made up by a program");
    assertThat(page.title())
        .isEqualTo("Made up, no data: practice review of referrals, 2025-06")
        .isEqualTo(page.heading());
    assertThat(page.onEverySheet())
        .containsExactly(
            "Made up by a program: these referrals are no data, and nothing here was observed.");
  }

  @Test
  void thereMayBeMoreClinicsThanAreShown() throws IOException {
    for (int clinic = 10; clinic < 42; clinic++) {
      add(clinic, "c" + clinic, 6, AGAINST);
    }

    PageDocument page = page();

    assertThat(page.table("clinic"))
        .hasSize(30)
        .startsWith("c41 41 0 0 41")
        .endsWith("c12 12 0 0 12");
    assertThat(page.text())
        .contains(
            "And 2 more clinics; the tables in CSV have them all.",
            "And 17 more clinics; the tables in CSV have them all.");
  }

  private void add(int count, String clinic, int month, ProcedureRequest procedure) {
    Referral referral = referral(clinic, LocalDate.of(2025, month, 28), procedure);
    for (int i = 0; i < count; i++) {
      counts.add(referral);
    }
  }

  private static Referral referral(
      String clinic, LocalDate assessedOn, ProcedureRequest procedure) {
    return new Referral(
        ClinicalCase.of("c", assessedOn)
            .patient(PatientRecord.aged(54))
            .pain(
                PainHistory.of(PainPattern.AXIAL)
                    .at(SpinalLevel.LUMBAR)
                    .since(assessedOn.minusYears(1))
                    .cancer(ABSENT)
                    .inflammatoryArthropathy(ABSENT))
            .procedure(procedure)
            .build(),
        Optional.of(clinic),
        Optional.empty(),
        Optional.empty());
  }

  private PageDocument page() throws IOException {
    return page(counts.summary());
  }

  private PageDocument page(ReferralSummary summary) throws IOException {
    Path file = folder.resolve("page.html");
    ReviewPage.write(SharedSummary.of(summary, 5), Optional.empty(), file);
    return PageDocument.of(Files.readString(file));
  }

  private static long count(String part, String text) {
    return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
  }

  private static String policy(String source) {
    return Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
        .matcher(source)
        .results()
        .map((MatchResult found) -> found.group(1).replace("&#39;", "'"))
        .findFirst()
        .orElseThrow();
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
