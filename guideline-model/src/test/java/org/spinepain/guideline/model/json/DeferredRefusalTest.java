package org.spinepain.guideline.model.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.spinepain.guideline.model.json.Refusals.assertTells;
import static org.spinepain.guideline.model.json.Refusals.refusalOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeferredRefusalTest {

  private static final DocumentParser YAML = DocumentParser.yaml("root").deferringRefusals();

  @Test
  void anObjectWithANameTwiceIsRefusedWhenItsFieldsAreRead() {
    DocumentNode document = YAML.parse("one: {a: x, a: y, b: z}\nother: {a: x}\n");

    assertThat(document.requiredField("other").requiredField("a").text()).isEqualTo("x");
    DocumentNode doubled = document.requiredField("one");
    assertTells(
        refusalOf(() -> doubled.field("b")),
        "one.a",
        1,
        "the field \"a\" again",
        "each field once");
    assertThat(refusalOf(() -> doubled.requireFields("a", "b")).path()).isEqualTo("one.a");
    assertThat(refusalOf(doubled::entries).path()).isEqualTo("one.a");
  }

  @Test
  void whatYamlTakesForATruthValueIsRefusedWhenItIsRead() {
    DocumentNode document = YAML.parse("a: yes\nb: true\n");

    assertThat(document.requiredField("b").bool()).isTrue();
    DocumentNode yes = document.requiredField("a");
    assertTells(refusalOf(yes::text), "a", 1, "yes", "true, false, or a text in quotes");
    assertTells(refusalOf(yes::bool), "a", 1, "yes", "true, false, or a text in quotes");
  }

  @Test
  void whatYamlTakesForANumberIsRefusedWhenItIsRead() {
    DocumentNode document = YAML.parse("a: 1\nb: 007\n");

    assertThat(document.requiredField("a").wholeNumber()).isOne();
    DocumentNode octal = document.requiredField("b");
    String allowed = "a number as JSON writes it, or a text in quotes";
    assertTells(refusalOf(octal::text), "b", 2, "007", allowed);
    assertTells(refusalOf(octal::wholeNumber), "b", 2, "007", allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: &x 1", "a: !!str 1", "<<: {b: 1}", "a: [", "a: 1\n--- b", "a: \u00FC"})
  void allElseIsRefusedAtOnce(String document) {
    assertThat(refusalOf(() -> YAML.parse(document.getBytes(ISO_8859_1))).path()).isEqualTo("root");
  }
}
