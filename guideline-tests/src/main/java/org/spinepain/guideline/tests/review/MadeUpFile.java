package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.review.Referral;

/**
 * Writes made-up referrals as a file: a JSON document a line, or CSV as a system with local codes
 * may export it. Two of a hundred records are wrong, each in one of the ways that occur.
 */
public final class MadeUpFile {

  private static final JsonFactory JSON = new JsonFactory();

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private static final List<String> HEADER =
      List.of(
          "REF_NO",
          "REF_DATE",
          "SITE",
          "REFERRER",
          "PERSON",
          "AGE",
          "PAIN",
          "LEVEL",
          "ONSET",
          "CANCER",
          "ARTHRITIS",
          "CAUSE",
          "PROC",
          "DRUG",
          "PURPOSE",
          "TRIAL",
          "REMARK");

  private static final Map<String, String> LOCAL_CODES =
      Map.ofEntries(
          Map.entry("axial", "AX"),
          Map.entry("radicular", "RAD"),
          Map.entry("axial-and-radicular", "AX+RAD"),
          Map.entry("other", "OTH"),
          Map.entry("lumbar", "L"),
          Map.entry("cervical", "C"),
          Map.entry("thoracic", "T"),
          Map.entry("sacroiliac", "SI"),
          Map.entry("present", "Y"),
          Map.entry("absent", "N"),
          Map.entry("infection", "INF"),
          Map.entry("fracture", "FX"),
          Map.entry("epidural-injection", "EPI"),
          Map.entry("joint-targeted-injection", "JNT"),
          Map.entry("intramuscular-injection", "IM"),
          Map.entry("joint-radiofrequency-ablation", "RFA"),
          Map.entry("dorsal-root-ganglion-radiofrequency", "DRG"),
          Map.entry("local-anaesthetic", "LA"),
          Map.entry("steroid", "ST"),
          Map.entry("local-anaesthetic-and-steroid", "LA+ST"),
          Map.entry("diagnosis", "DIAG"),
          Map.entry("clinical-trial", "Y"));

  private static final int WRONG_OF_HUNDRED = 2;

  private final MadeUpReferrals referrals;

  /** Of these referrals. */
  public MadeUpFile(MadeUpReferrals referrals) {
    this.referrals = referrals;
  }

  /**
   * Writes a JSON document a line.
   *
   * @throws IOException when it cannot be written
   */
  public void writeLines(Writer out) throws IOException {
    for (long i = 0; i < referrals.count(); i++) {
      SplittableRandom random = referrals.randomAfter(i);
      String line = line(referrals.number(i));
      out.write(isWrong(random) ? wrongLine(line, random) : line);
      out.write('\n');
    }
  }

  /**
   * Writes CSV: separated by semicolons, dates as dd/MM/yyyy, local codes.
   *
   * @throws IOException when it cannot be written
   */
  public void writeTable(Writer out) throws IOException {
    // Closing it would close what it writes to.
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out);
    try {
      csv.writeRecord(HEADER);
      for (long i = 0; i < referrals.count(); i++) {
        SplittableRandom random = referrals.randomAfter(i);
        List<String> row = row(referrals.number(i), random);
        csv.writeRecord(isWrong(random) ? wrongRow(row, random) : row);
      }
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isWrong(SplittableRandom random) {
    return random.nextInt(100) < WRONG_OF_HUNDRED;
  }

  private static String line(Referral referral) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeObjectFieldStart("referral");
      write("clinic", referral.clinic(), json);
      write("referrer", referral.referrer(), json);
      write("person", referral.person(), json);
      json.writeEndObject();
      json.writeFieldName("case");
      json.writeRawValue(CaseDocuments.toCompactJson(referral.clinicalCase()));
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory", impossible);
    }
    return line.toString();
  }

  private static void write(String name, Optional<String> code, JsonGenerator json)
      throws IOException {
    if (code.isPresent()) {
      json.writeStringField(name, code.get());
    }
  }

  private static String wrongLine(String line, SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> line.substring(0, line.length() / 2);
      case 1 ->
          line.replaceFirst("\"assessedOn\":\"(\\d{4})-..-..\"", "\"assessedOn\":\"$1-02-30\"");
      case 2 -> line.replaceFirst("\"patient\":\\{[^}]*}", "\"patient\":{\"ageYears\":154}");
      case 3 -> line.replaceFirst("\"procedures\":\\[.*?]", "\"procedures\":[]");
      case 4 -> line.replaceFirst("\"pain\":\\{", "\"pain\":{\"side\":\"left\",");
      default -> line.replaceFirst("\"assessedOn\"", "\"assessedon\"");
    };
  }

  private static List<String> row(Referral referral, SplittableRandom random) {
    ClinicalCase c = referral.clinicalCase();
    ProcedureRequest procedure = c.procedures().get(0);
    List<String> row = new ArrayList<>();
    row.add(c.caseId());
    row.add(c.assessedOn().format(DATE));
    row.add(referral.clinic().orElse(""));
    row.add(referral.referrer().orElse(""));
    row.add(referral.person().orElse(""));
    row.add(c.patient().ageYears().map(age -> Integer.toString(age)).orElse(""));
    row.add(local(c.pain().pattern()));
    row.add(local(c.pain().level()));
    row.add(c.pain().onset().map(DATE::format).orElse(""));
    row.add(local(c.pain().cancer()));
    row.add(local(c.pain().inflammatoryArthropathy()));
    row.add(local(c.pain().otherCauses().stream().findFirst()));
    row.add(local(procedure.technique()));
    row.add(local(procedure.injectate().known()));
    row.add(local(procedure.intent().known()));
    row.add(local(procedure.setting().known()));
    row.add(random.nextInt(10) == 0 ? "made up; \"so to speak\",\r\non two lines" : "made up");
    return row;
  }

  private static String local(Optional<? extends Coded> fact) {
    return fact.map(known -> LOCAL_CODES.getOrDefault(known.code(), known.code())).orElse("");
  }

  private static List<String> wrongRow(List<String> row, SplittableRandom random) {
    List<String> wrong = new ArrayList<>(row);
    switch (random.nextInt(6)) {
      case 0 -> wrong.remove(wrong.size() - 1);
      case 1 -> wrong.set(HEADER.indexOf("REF_DATE"), "30/02/2025");
      case 2 -> wrong.set(HEADER.indexOf("AGE"), "154");
      case 3 -> wrong.set(HEADER.indexOf("PAIN"), "ISCHIAS");
      case 4 -> wrong.set(HEADER.indexOf("CAUSE"), "??");
      default -> wrong.set(HEADER.indexOf("AGE"), "forty");
    }
    return wrong;
  }
}
