package org.spinepain.guideline.tests.neutral;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.model.json.DocumentNode;

/**
 * A row of evidence as a vignette states it: pattern, technique, injectate and figure, and where it
 * is stated in full, interval and certainty.
 */
final class StatedRow {

  private static final String FIGURE = "-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?";
  private static final Pattern ROW =
      Pattern.compile(
          "(?<pattern>\\S+) (?<technique>\\S+) (?<injectate>\\S+)"
              + (" (?:not-held|(?<estimate>" + FIGURE + "))")
              + ("(?: \\((?<low>" + FIGURE + ") to (?<high>" + FIGURE + ")\\))?")
              + "(?: (?<certainty>\\S+)-certainty)?"
              + "(?: (?<status>\\S+))?");

  private static final String NO_CERTAINTY = "no";

  private final Matcher row;
  private final Dependent stated;

  private StatedRow(Matcher row, Dependent stated) {
    this.row = row;
    this.stated = stated;
  }

  /** The row of this text; refused when a row of an assessment is never stated so. */
  static StatedRow of(DocumentNode text) {
    Dependent stated = Dependent.of(text);
    StatedRow row = new StatedRow(ROW.matcher(stated.text()), stated);
    if (!row.isOne()) {
      throw text.refuse(
          "a row, as axial epidural-injection local-anaesthetic 0.28, or not-held for the figure;"
              + " in full with (-1.18 to 1.75) moderate-certainty after it, without the interval"
              + " when not held; then pending, or what it depends on");
    }
    return row;
  }

  private boolean isOne() {
    return row.matches()
        && Coded.of(PainPattern.class, row.group("pattern")).isPresent()
        && Coded.of(Technique.class, row.group("technique")).isPresent()
        && Coded.of(Injectate.class, row.group("injectate")).isPresent()
        && (certainty().isEmpty() || Coded.of(Certainty.class, certainty().get()).isPresent())
        && isInFullOrShort()
        && Coded.of(Status.class, status()).isPresent();
  }

  private boolean isInFullOrShort() {
    boolean hasInterval = row.group("low") != null;
    return hasInterval == (row.group("estimate") != null && isInFull());
  }

  private boolean isInFull() {
    return row.group("certainty") != null;
  }

  private Optional<String> certainty() {
    return Optional.ofNullable(row.group("certainty")).filter(code -> !code.equals(NO_CERTAINTY));
  }

  private String status() {
    return Optional.ofNullable(row.group("status")).orElse(Status.CHECKED.code());
  }

  void writeTo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (String code : new String[] {"pattern", "technique", "injectate"}) {
      json.writeStringField(code, row.group(code));
    }
    figure("estimate", json);
    if (isInFull()) {
      figure("low", json);
      figure("high", json);
      json.writeStringField("certainty", certainty().orElse(null));
    }
    json.writeStringField("status", status());
    stated.writeTo(json);
    json.writeEndObject();
  }

  /** A figure with the decimals that are stated, or null. */
  private void figure(String name, JsonGenerator json) throws IOException {
    json.writeFieldName(name);
    String figure = row.group(name);
    if (figure == null) {
      json.writeNull();
    } else {
      json.writeNumber(figure);
    }
  }
}
