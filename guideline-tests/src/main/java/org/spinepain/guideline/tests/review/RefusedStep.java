package org.spinepain.guideline.tests.review;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/**
 * A step of a protocol that is refused.
 *
 * @param number which step of the document it is, from 1
 * @param id its id, where it has one
 * @param refusal where and why; also what was found, which is data of the document
 */
public record RefusedStep(int number, Optional<String> id, InvalidDocumentException refusal) {

  /** Refuses null with a {@link NullPointerException}. */
  public RefusedStep {
    requireNonNull(id, "id");
    requireNonNull(refusal, "refusal");
  }
}
