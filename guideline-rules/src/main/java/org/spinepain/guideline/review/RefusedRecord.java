package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Where a record was refused. It is for those who may see the records: a file's name may say more
 * than a summary should.
 *
 * @param file the file, as it was given
 * @param line the line, from 1
 * @param reason why, without what was found
 */
public record RefusedRecord(String file, long line, String reason)
    implements Comparable<RefusedRecord> {

  private static final Comparator<RefusedRecord> ORDER =
      Comparator.comparing(RefusedRecord::file)
          .thenComparingLong(RefusedRecord::line)
          .thenComparing(RefusedRecord::reason);

  /** Refuses null with a {@link NullPointerException}. */
  public RefusedRecord {
    requireNonNull(file, "file");
    requireNonNull(reason, "reason");
  }

  @Override
  public int compareTo(RefusedRecord other) {
    return ORDER.compare(this, other);
  }
}
