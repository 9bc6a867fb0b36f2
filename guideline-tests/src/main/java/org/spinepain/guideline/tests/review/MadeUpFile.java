package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
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
          "BORN",
          "PAIN",
          "LEVEL",
          "ONSET",
          "WEEKS",
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
  private static final int WAYS_A_ROW_IS_WRONG = 6;

  /** The local code of what is known to be unknown. */
  private static final String NOT_KNOWN = "NK";

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
      String right = line(referrals.number(i));
      String line = isWrong(random) ? wrongLine(right, random) : right;
      out.write(random.nextBoolean() ? line : unspecifiedPattern(line));
      out.write('\n');
    }
  }

  /**
   * Writes CSV: separated by semicolons, dates as dd/MM/yyyy, local codes, a row a procedure.
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
        Referral referral = referrals.number(i);
        int wrong = isWrong(random) ? random.nextInt(WAYS_A_ROW_IS_WRONG) : WAYS_A_ROW_IS_WRONG;
        String pattern = random.nextBoolean() ? NOT_KNOWN : "";
        for (ProcedureRequest procedure : referral.clinicalCase().procedures()) {
          String remark =
              random.nextInt(10) == 0 ? "made up; \"so to speak\",\r\non two lines" : "made up";
          csv.writeRecord(wrongRow(row(referral, procedure, pattern, remark), wrong));
        }
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

  /** What leaves the pattern out says in so many words that it is not known. */
  private static String unspecifiedPattern(String line) {
    return line.replaceFirst(
        "\"pain\":\\{(?=\")(?!\"pattern\")", "\"pain\":{\"pattern\":\"unspecified\",");
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

  private static List<String> row(
      Referral referral, ProcedureRequest procedure, String unknownPattern, String remark) {
    ClinicalCase c = referral.clinicalCase();
    List<String> row = new ArrayList<>();
    row.add(c.caseId());
    row.add(c.assessedOn().format(DATE));
    row.add(referral.clinic().orElse(""));
    row.add(referral.referrer().orElse(""));
    row.add(referral.person().orElse(""));
    row.add(c.patient().ageYears().map(age -> Integer.toString(age)).orElse(""));
    row.add(c.patient().birthDate().map(DATE::format).orElse(""));
    row.add(c.pain().pattern().isPresent() ? local(c.pain().pattern()) : unknownPattern);
    row.add(local(c.pain().level()));
    row.add(c.pain().onset().map(DATE::format).orElse(""));
    row.add(c.pain().duration().map(lasted -> weeks(c.assessedOn(), lasted)).orElse(""));
    row.add(local(c.pain().cancer()));
    row.add(local(c.pain().inflammatoryArthropathy()));
    row.add(local(c.pain().otherCauses().stream().findFirst()));
    row.add(local(procedure.technique()));
    row.add(local(procedure.injectate()));
    row.add(local(procedure.intent()));
    row.add(local(procedure.setting()));
    row.add(remark);
    return row;
  }

  private static String weeks(LocalDate until, Period lasted) {
    return Long.toString(ChronoUnit.WEEKS.between(until.minus(lasted), until));
  }

  private static String local(Stated<? extends Coded> fact) {
    return fact.equals(Stated.unspecified()) ? NOT_KNOWN : local(fact.known());
  }

  private static String local(Optional<? extends Coded> fact) {
    return fact.map(known -> LOCAL_CODES.getOrDefault(known.code(), known.code())).orElse("");
  }

  /** All rows of a referral are wrong in the same way; those of most in none. */
  private static List<String> wrongRow(List<String> row, int way) {
    List<String> wrong = new ArrayList<>(row);
    switch (way) {
      case 0 -> wrong.remove(wrong.size() - 1);
      case 1 -> wrong.set(HEADER.indexOf("REF_DATE"), "30/02/2025");
      case 2 -> {
        wrong.set(HEADER.indexOf("AGE"), "154");
        wrong.set(HEADER.indexOf("BORN"), "");
      }
      case 3 -> wrong.set(HEADER.indexOf("PAIN"), "ISCHIAS");
      case 4 -> wrong.set(HEADER.indexOf("CAUSE"), "??");
      case 5 -> wrong.set(HEADER.indexOf("AGE"), "forty");
      default -> {
        // It is right.
      }
    }
    return wrong;
  }
}
