package org.spinepain.guideline.tests.neutral;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.json.DocumentNode;

/**
 * What a vignette states, and the unknown facts on which it depends.
 *
 * @param text what stands before {@code depending-on}
 * @param dependingOn the facts after it
 */
record Dependent(String text, List<String> dependingOn) {

  private static final String DEPENDING_ON = " depending-on ";

  static Dependent of(DocumentNode stated) {
    String[] parts = stated.text().split(DEPENDING_ON, 2);
    List<String> facts = parts.length == 1 ? List.of() : List.of(parts[1].split(" ", -1));
    facts.forEach(fact -> requireFact(fact, stated));
    return new Dependent(parts[0], facts);
  }

  static void requireFact(String fact, DocumentNode stated) {
    List<String> facts = Arrays.stream(CaseFact.values()).map(CaseFact::code).toList();
    if (!facts.contains(fact)) {
      throw stated.refuse("facts, each one of " + String.join(", ", facts));
    }
  }

  void writeTo(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("dependingOn");
    for (String fact : dependingOn) {
      json.writeString(fact);
    }
    json.writeEndArray();
  }
}
