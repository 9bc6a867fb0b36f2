package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.spinepain.guideline.model.json.DocumentParser.LARGEST_DOCUMENT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.RefusedRecord;
import org.spinepain.guideline.review.UnmappedCode;
import org.spinepain.guideline.review.VerdictCounts;

class ReferralTableTest {

  private static final String HEADER = "DATE,SITE,AGE,WEEKS,DX,CA,RA,CAUSE,PROC,DRUG\r\n";

  private static final ReferralMapping MAPPING =
      Export.mapping(
          "columns:",
          "  assessedOn: {column: DATE, format: d.M.yyyy}",
          "  clinic: SITE",
          "  patient.ageYears: AGE",
          "  pain.duration: {column: WEEKS, unit: weeks}",
          "  pain.pattern: {column: DX, codes: {AX: axial, RAD: radicular}}",
          "  pain.cancer: {column: CA, codes: {N: absent, Y: present}}",
          "  pain.inflammatoryArthropathy: {column: RA, codes: {N: absent}, unmapped: refuse}",
          "  pain.otherCauses: {column: CAUSE, codes: {'': none, INF: infection}}",
          "  procedure.technique: PROC",
          "  procedure.injectate: DRUG");

  /** Axial, epidural, steroid: recommended against. */
  private static final String AGAINST = "30.6.2025,A,54,60,AX,N,N,,epidural-injection,steroid\r\n";

  @TempDir private Path folder;

  @Test
  void aRowIsACaseOfOneProcedure() throws IOException {
    ReferralSummary summary = reviewed(HEADER + AGAINST);

    assertThat(summary.requests()).isEqualTo(new VerdictCounts(1, 0, 0));
    assertThat(summary.rows(Breakdown.MONTH)).containsOnlyKeys(List.of("2025-06"));
    assertThat(summary.rows(Breakdown.CLINIC)).containsOnlyKeys(List.of("A"));
    assertThat(summary.rows(Breakdown.RECOMMENDATION)).containsOnlyKeys(List.of("axial-epidural"));
    assertThat(summary.refused()).isEmpty();
  }

  @Test
  void twelveWeeksAreNotChronicAndFourteenAre() throws IOException {
    assertThat(reviewed(HEADER + AGAINST.replace(",60,", ",12,")).requests())
        .isEqualTo(new VerdictCounts(0, 1, 0));
    assertThat(reviewed(HEADER + AGAINST.replace(",60,", ",14,")).requests())
        .isEqualTo(new VerdictCounts(1, 0, 0));
  }

  @Test
  void anEmptyCellIsNotKnown() throws IOException {
    ReferralSummary summary = reviewed(HEADER + AGAINST.replace("AX", " "));

    assertThat(summary.requests()).isEqualTo(new VerdictCounts(0, 0, 1));
    assertThat(summary.missing()).containsOnlyKeys(CaseFact.PAIN_PATTERN);
    assertThat(summary.unmapped()).isEmpty();
  }

  @Test
  void aCodeThatIsNotMappedIsCountedAndNotGuessed() throws IOException {
    ReferralSummary summary =
        reviewed(HEADER + AGAINST.replace("AX", "axial") + AGAINST.replace("AX", "ax"));

    assertThat(summary.missing()).containsOnlyKeys(CaseFact.PAIN_PATTERN);
    assertThat(summary.unmapped())
        .containsExactly(
            Map.entry(new UnmappedCode("DX", "ax"), 1L),
            Map.entry(new UnmappedCode("DX", "axial"), 1L));
  }

  @Test
  void aCauseThatIsNotMappedIsRefusedSinceItWouldCountAsAbsent() throws IOException {
    assertRefused(
        AGAINST.replace("N,N,,", "N,N,TUMOUR?,"),
        "pain.otherCauses: allowed is a code that the mapping names for it");
  }

  @Test
  void aCauseThatIsMappedCounts() throws IOException {
    assertThat(reviewed(HEADER + AGAINST.replace("N,N,,", "N,N,INF,")).requests())
        .isEqualTo(new VerdictCounts(0, 1, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30.6.2025|31.6.2025|assessedOn: allowed is a date of the calendar, as d.M.yyyy",
        "30.6.2025|2025-06-30|assessedOn: allowed is a date of the calendar, as d.M.yyyy",
        "30.6.2025||assessedOn: allowed is a value; the field is required",
        "54|54.0|patient.ageYears: allowed is a whole number",
        "54|131|patient.ageYears: allowed is a whole number from 0 to 130",
        "60|-3|pain.duration: allowed is a whole number of weeks",
        "N,N|N,Y|pain.inflammatoryArthropathy: allowed is a code that the mapping names for it",
        "steroid|steroid,more|record: allowed is 10 fields, as the header has",
        ",steroid||record: allowed is 10 fields, as the header has"
      })
  void whatIsNoReferralIsRefusedWithItsLine(String part, String other, String reason)
      throws IOException {
    assertRefused(AGAINST.replace(part, other == null ? "" : other), reason);
  }

  @Test
  void aClinicIsNotNamedAsThoseThatAreNotStated() throws IOException {
    String reason = "referral.clinic: allowed is another text than \"not stated\", or nothing";
    assertRefused(AGAINST.replace(",A,", ",not stated,"), reason + " where it is not known");
  }

  @Test
  void quotesAndLineEndsInQuotesAreRead() throws IOException {
    ReferralSummary summary =
        reviewed(
            HEADER
                + AGAINST.replace(",A,", ",\"St. \"\"Ann\"\", east\r\nwing\",")
                + AGAINST.replace("54", "x"));

    assertThat(summary.rows(Breakdown.CLINIC))
        .containsOnlyKeys(List.of("St. \"Ann\", east\r\nwing"));
    assertThat(summary.refusedRecords()).extracting(RefusedRecord::line).containsExactly(4L);
  }

  @Test
  void aByteOrderMarkOfASpreadsheetIsNoPartOfTheFirstColumn() throws IOException {
    assertThat(reviewed("\uFEFF" + HEADER + AGAINST).requests().against()).isOne();
  }

  @Test
  void noneIsAByteOrderMarkBeforeAQuotedColumn() throws IOException {
    assertThat(
            reviewed("\uFEFF" + HEADER.replace("DATE", "\"DATE\"") + AGAINST).requests().against())
        .isOne();
  }

  @Test
  void aLineOfAnotherEncodingIsRefusedAndTheRestGoesOn() throws IOException {
    String umlaut = AGAINST.replace(",A,", ",Z\u00FCrich,");
    byte[] mixed = concat((HEADER + umlaut).getBytes(UTF_8), umlaut.getBytes(ISO_8859_1));

    ReferralSummary summary = Export.reviewed(folder, "e.csv", mixed, MAPPING);

    assertThat(summary.rows(Breakdown.CLINIC)).containsOnlyKeys(List.of("Z\u00FCrich"));
    assertThat(summary.refusedRecords())
        .containsExactly(new RefusedRecord(file("e.csv"), 3, "clinic: allowed is text in UTF-8"));
  }

  @Test
  void anotherEncodingCanBeStated() throws IOException {
    ReferralMapping latin =
        Export.mapping("encoding: ISO-8859-1", "columns: {assessedOn: DATE, clinic: SITE}");

    assertThat(
            Export.reviewed(
                    folder,
                    "e.csv",
                    "DATE,SITE\n2025-06-30,Z\u00FCrich\n".getBytes(ISO_8859_1),
                    latin)
                .rows(Breakdown.CLINIC))
        .containsOnlyKeys(List.of("Z\u00FCrich"));
  }

  @Test
  void aMissingColumnIsToldWithThoseThatAreThere() {
    assertFileRefused(
        HEADER.replace("WEEKS", "DAYS") + AGAINST,
        ":1: found no column WEEKS, allowed is one, which the mapping names for pain.duration; the"
            + " first row has 10 fields, of which the mapping names DATE, SITE, AGE, DX, CA, RA,"
            + " CAUSE, PROC, DRUG");
  }

  @Test
  void anotherSeparatorOrEncodingOfTheHeaderIsTold() {
    assertFileRefused(
        HEADER.replace(",", ";") + AGAINST.replace(",", ";"),
        ":1: found no column DATE, allowed is one, which the mapping names for assessedOn; the"
            + " first row has 1 fields, of which the mapping names none; the mapping has , as the"
            + " separator");
    ReferralMapping umlaut = Export.mapping("columns: {assessedOn: DATE, clinic: B\u00FCro}");
    assertThatExceptionOfType(ReferralFileException.class)
        .isThrownBy(
            () -> Export.reviewed(folder, "e.csv", "DATE,B\u00FCro\n".getBytes(ISO_8859_1), umlaut))
        .withMessageEndingWith("names DATE; it is not in UTF-8, the encoding of the mapping");
  }

  @Test
  void anExportWithoutAHeaderIsToldWithoutItsFirstRow() {
    assertFileRefused(
        AGAINST,
        ":1: found no column DATE, allowed is one, which the mapping names for assessedOn; the"
            + " first row has 10 fields, of which the mapping names none");
  }

  @Test
  void aDoubledColumnIsTold() {
    assertFileRefused(
        HEADER.replace("AGE", "DX") + AGAINST.replace("54", "AX"), ":1: found no column AGE");
    assertFileRefused(
        HEADER.replace("DRUG", "DRUG,DX") + AGAINST, ":1: found 2 columns DX, allowed is one");
  }

  @Test
  void aQuoteThatIsNeverClosedEndsTheFileThere() {
    assertFileRefused(
        HEADER + AGAINST + AGAINST.replace(",A,", ",\"A,") + AGAINST,
        ":2: after the record of this line: found a record that does not end");
  }

  @Test
  void aRowThatIsLongerThanADocumentEndsTheFileThere() {
    String half = "x".repeat(LARGEST_DOCUMENT / 2);

    assertFileRefused(
        HEADER + AGAINST + AGAINST.replace(",A,54,", "," + half + "," + half + ",") + AGAINST,
        ":2: after the record of this line: found a record that does not end within 1048576"
            + " characters");
  }

  @Test
  void anEmptyFileIsTold() {
    assertFileRefused("", ": found nothing, allowed is CSV");
  }

  @Test
  void adjacentRowsOfOneCaseAreItsProcedures() throws IOException {
    ReferralSummary summary =
        reviewedCases(
            "7,ann,AX,epidural-injection", " 7 ,ann,AX,other", "8,ann,AX,epidural-injection");

    assertThat(summary.cases()).isEqualTo(2);
    assertThat(summary.rows(Breakdown.TECHNIQUE).get(List.of("epidural-injection")).total())
        .isEqualTo(2);
    assertThat(summary.rows(Breakdown.TECHNIQUE).get(List.of("other")).total()).isOne();
  }

  @Test
  void aDoubledRowIsNoSecondReferralOfItsPerson() throws IOException {
    String row = "7,ann,AX,epidural-injection";

    assertThat(reviewedCases(row, row).repeats().repeatedPersons()).isZero();
    assertThat(reviewedCases(row, row.replace('7', '8')).repeats().repeatedPersons()).isOne();
  }

  @Test
  void rowsOfOneCaseThatAreNotAdjacentOrHaveNoIdAreCasesOfTheirOwn() throws IOException {
    assertThat(
            reviewedCases("7,ann,AX,other", "8,bob,AX,other", "7,ann,AX,other", ",,AX,", ",,AX,")
                .cases())
        .isEqualTo(5);
  }

  @Test
  void rowsOfOneCaseThatContradictEachOtherAreRefusedAsOne() throws IOException {
    ReferralSummary summary =
        reviewedCases(
            "7,ann,AX,other", "7,ann,AX,other", "7,ann,RAD,other", "8,bob,AX,other", "8,,AX,other");

    assertThat(summary.cases()).isZero();
    assertThat(summary.refusedRecords())
        .containsExactly(
            new RefusedRecord(
                file("export.csv"),
                2,
                "pain.pattern: allowed is the same value in adjacent rows of one caseId"),
            new RefusedRecord(
                file("export.csv"),
                5,
                "person: allowed is the same value in adjacent rows of one caseId"));
  }

  @Test
  void rowsOfOneCaseWithDifferentCodesThatAreNotMappedAreRefusedAsOne() throws IOException {
    String reason = "pain.pattern: allowed is the same value in adjacent rows of one caseId";

    ReferralSummary summary =
        reviewedCases(
            "7,ann,foo,other",
            "7,ann,bar,other",
            "8,ann,,other",
            "8,ann,foo,other",
            "9,ann,ax,other",
            "9,ann, ax ,other");

    assertThat(summary.refusedRecords())
        .containsExactly(
            new RefusedRecord(file("export.csv"), 2, reason),
            new RefusedRecord(file("export.csv"), 4, reason));
    assertThat(summary.cases()).isOne();
    assertThat(summary.unmapped()).containsExactly(Map.entry(new UnmappedCode("DX", "ax"), 1L));
  }

  /** Each row has 11 characters besides its remark, and counts one more for each of 5 fields. */
  @Test
  void rowsOfOneCaseAreRefusedAsOneWhenTheyAreLongerTogetherThanADocument() throws IOException {
    String row = "7,ann,AX,other,";
    String half = row + "x".repeat(LARGEST_DOCUMENT / 2 - 16);
    String none = "8,ann,AX,other,";

    assertThat(reviewedRemarks(half, half, none).requests().total()).isEqualTo(3);
    assertRefusedAsOne(reviewedRemarks(half, half + "x", none));
    String all = half.replace("ann", "x".repeat(LARGEST_DOCUMENT / 2 + 8));
    assertRefusedAsOne(reviewedRemarks(all, row, half, row, none));
  }

  private void assertRefusedAsOne(ReferralSummary summary) {
    assertThat(summary.requests().total()).isOne();
    assertThat(summary.refusedRecords())
        .containsExactly(
            new RefusedRecord(
                file("export.csv"),
                2,
                "record: allowed is rows of one case with at most 1048576 characters together"));
  }

  @Test
  void aRowThatIsWrongIsNoProcedureLeftOutOfItsCase() throws IOException {
    assertThat(
            reviewedCases("7,ann,AX,other", "7,ann,AX,other,more", "7,ann,AX,other")
                .refusedRecords())
        .containsExactly(
            new RefusedRecord(
                file("export.csv"), 2, "record: allowed is 4 fields, as the header has"));
  }

  @Test
  void aCodeOfTheCaseThatIsNotMappedCountsOnceAndOneOfAProcedureEachTime() throws IOException {
    assertThat(reviewedCases("7,ann,ax,x", "7,ann,ax,x").unmapped())
        .containsOnly(
            Map.entry(new UnmappedCode("DX", "ax"), 1L),
            Map.entry(new UnmappedCode("PROC", "x"), 2L));
  }

  @Test
  void aCaseHasAsManyProceduresAsCasesMayHave() throws IOException {
    assertThat(reviewedCases(procedures(100)).requests().total()).isEqualTo(100);
    assertThat(reviewedCases(procedures(101)).refused())
        .containsExactly(Map.entry("procedures: allowed is at most 100 procedures", 1L));
    assertThat(reviewedCases(procedures(1_000)).refused())
        .containsExactly(Map.entry("procedures: allowed is at most 100 procedures", 1L));
  }

  private static String[] procedures(int count) {
    return Collections.nCopies(count, "7,ann,AX,other").toArray(String[]::new);
  }

  private ReferralSummary reviewedCases(String... rows) throws IOException {
    return reviewedCases("REF,WHO,DX,PROC", rows);
  }

  private ReferralSummary reviewedRemarks(String... rows) throws IOException {
    return reviewedCases("REF,WHO,DX,PROC,REMARK", rows);
  }

  private ReferralSummary reviewedCases(String header, String[] rows) throws IOException {
    ReferralMapping mapping =
        Export.mapping(
            "columns:",
            "  caseId: REF",
            "  person: WHO",
            "  pain.pattern: {column: DX, codes: {AX: axial, RAD: radicular}}",
            "  procedure.technique: PROC",
            "constants: {assessedOn: 2025-06-30, procedure.intent: treatment}");
    String csv = header + "\n" + String.join("\n", rows) + "\n";
    return Export.reviewed(folder, "export.csv", csv.getBytes(UTF_8), mapping);
  }

  private void assertRefused(String row, String reason) throws IOException {
    ReferralSummary summary = reviewed(HEADER + AGAINST + row);

    assertThat(summary.requests().total()).isOne();
    assertThat(summary.refusedRecords())
        .containsExactly(new RefusedRecord(file("export.csv"), 3, reason));
  }

  private void assertFileRefused(String csv, String message) {
    assertThatExceptionOfType(ReferralFileException.class)
        .isThrownBy(() -> reviewed(csv))
        .withMessageStartingWith(file("export.csv") + message);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private ReferralSummary reviewed(String csv) throws IOException {
    return Export.reviewed(folder, "export.csv", csv.getBytes(UTF_8), MAPPING);
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
