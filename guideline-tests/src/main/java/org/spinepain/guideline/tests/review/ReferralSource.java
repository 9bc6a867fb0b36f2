package org.spinepain.guideline.tests.review;

import java.io.IOException;
import java.util.Optional;

/** The records of one file, one after the other. */
interface ReferralSource extends AutoCloseable {

  /**
   * The next record; empty after the last.
   *
   * @throws ReferralFileException when the file cannot be read further
   */
  Optional<RawReferral> next() throws IOException;

  @Override
  void close() throws IOException;
}
