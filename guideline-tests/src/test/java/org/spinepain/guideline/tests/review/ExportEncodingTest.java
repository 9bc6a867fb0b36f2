package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.RefusedRecord;

class ExportEncodingTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-1"})
  void aRowInUtf8IsRefusedWhereAByteIsACharacterAndTheRestGoesOn(String encoding)
      throws IOException {
    // Sequences of two, three and four bytes.
    byte[] export =
        export(
            row("S\u00FCd", ISO_8859_1),
            row("S\u00FCd", UTF_8),
            row("A\u2013B", UTF_8),
            row("\uD83D\uDE00", UTF_8),
            row("Nord", UTF_8));

    ReferralSummary summary = Export.reviewed(folder, "e.csv", export, mapping(encoding));

    assertThat(summary.rows(Breakdown.CLINIC))
        .containsOnlyKeys(List.of("Nord"), List.of("S\u00FCd"));
    String reason =
        "clinic: allowed is text in " + encoding + ", and no bytes that are a character in UTF-8";
    assertThat(summary.refusedRecords())
        .containsExactly(refused(3, reason), refused(4, reason), refused(5, reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Caf\u00E9", "\u00C4\u00D6", "\u00C4\u00DCber", "\u00E9\u00BB", "\u00FC"})
  void lettersWithAccentsAloneOrInARowAreNoUtf8(String clinic) throws IOException {
    byte[] export = export(row(clinic, WINDOWS));

    assertThat(
            Export.reviewed(folder, "e.csv", export, mapping("windows-1252"))
                .rows(Breakdown.CLINIC))
        .containsOnlyKeys(List.of(clinic));
  }

  @Test
  void whatTheFirstRowTellsOfTheEncodingIsTold() {
    String header = "DATE,SITE\n";
    assertSuspected("it is in UTF-8, the enc", "windows-1252", ("\uFEFF" + header).getBytes(UTF_8));
    assertSuspected("it is in UTF-8, the enc", "ISO-8859-1", "DATUM,B\u00FCro\n".getBytes(UTF_8));
    assertSuspected("it holds NUL bytes, so it is in UTF-16", "UTF-8", header.getBytes(UTF_16LE));
    assertSuspected(
        "it holds NUL bytes, so it is in UTF-16",
        "windows-1252",
        ("\uFEFF" + header).getBytes(UTF_16LE));
  }

  @Test
  void aLineWithTheSeparatorForASpreadsheetIsToBeRemoved() {
    assertSuspected("remove this row, a line sep=", "UTF-8", "sep=;\nDATE,SITE\n".getBytes(UTF_8));
    assertSuspected("remove this row, a line sep=", "UTF-8", "SEP=,\nDATE,SITE\n".getBytes(UTF_8));
  }

  private void assertSuspected(String what, String encoding, byte[] export) {
    assertThatExceptionOfType(ReferralFileException.class)
        .isThrownBy(() -> Export.reviewed(folder, "e.csv", export, mapping(encoding)))
        .withMessageContaining("found no column DATE")
        .withMessageContaining("; " + what);
  }

  private RefusedRecord refused(long line, String reason) {
    return new RefusedRecord(folder.resolve("e.csv").toString(), line, reason);
  }

  private static ReferralMapping mapping(String encoding) {
    return Export.mapping("encoding: " + encoding, "columns: {assessedOn: DATE, clinic: SITE}");
  }

  private static byte[] export(byte[]... rows) {
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    export.writeBytes("DATE,SITE\n".getBytes(UTF_8));
    for (byte[] row : rows) {
      export.writeBytes(row);
    }
    return export.toByteArray();
  }

  private static byte[] row(String clinic, Charset encoding) {
    return ("2025-06-30," + clinic + "\n").getBytes(encoding);
  }
}
