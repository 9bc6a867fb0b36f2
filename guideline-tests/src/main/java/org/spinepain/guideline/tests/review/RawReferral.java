package org.spinepain.guideline.tests.review;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.review.Referral;

/** A record of a file that is yet to be read as a referral. */
interface RawReferral {

  /** The line of its file in which it begins, from 1. */
  long line();

  /** How long it is, in bytes or characters, to tell how much memory it takes. */
  int length();

  /**
   * Reads it.
   *
   * @param unmapped is told column and code of each local code to which no fact is mapped
   * @throws InvalidCaseException when it is no referral
   */
  Referral read(BiConsumer<String, String> unmapped);

  /**
   * Whether a code in it says that it is made up.
   *
   * @param read what was read from it; empty when it is no referral
   */
  boolean isMadeUp(Optional<Referral> read);
}
