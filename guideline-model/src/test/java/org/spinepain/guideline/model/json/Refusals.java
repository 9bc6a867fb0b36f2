package org.spinepain.guideline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts what a refusal tells. */
final class Refusals {

  private Refusals() {}

  static InvalidDocumentException refusalOf(ThrowingCallable reading) {
    InvalidDocumentException refusal =
        catchThrowableOfType(InvalidDocumentException.class, reading);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.getCause()).isNull();
    assertThat(refusal.getSuppressed()).isEmpty();
    assertThat(refusal.getMessage())
        .endsWith(
            " (line "
                + refusal.line()
                + ", column "
                + refusal.column()
                + "): allowed is "
                + refusal.allowed());
    return refusal;
  }

  static void assertTells(
      InvalidDocumentException refusal, String path, int line, String found, String allowed) {
    assertThat(refusal.path()).isEqualTo(path);
    assertThat(refusal.line()).as("line").isEqualTo(line);
    assertThat(refusal.found()).isEqualTo(found);
    assertThat(refusal.allowed()).isEqualTo(allowed);
  }
}
