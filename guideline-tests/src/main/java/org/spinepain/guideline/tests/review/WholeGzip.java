package org.spinepain.guideline.tests.review;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a gzip holds, of one member or of several. Where another stream would end quietly before
 * bytes that are no whole member, this one throws.
 */
final class WholeGzip extends GZIPInputStream {

  private static final int TRAILER = 8;

  private final Counted packed;
  private long filledTo;

  /**
   * @param size how many packed bytes are read at a time
   * @throws IOException when it cannot be read, or does not begin as gzip does
   */
  WholeGzip(InputStream packed, int size) throws IOException {
    this(new Counted(packed), size);
  }

  private WholeGzip(Counted packed, int size) throws IOException {
    super(packed, size);
    this.packed = packed;
  }

  @Override
  protected void fill() throws IOException {
    super.fill();
    filledTo = packed.count;
  }

  /**
   * Reads on.
   *
   * @throws IOException when it cannot be read, is damaged, or ends before its last member does
   */
  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    if (read < 0) {
      long end = filledTo - inf.getRemaining() + TRAILER;
      packed.skipAll();
      if (packed.count != end) {
        throw new ZipException("bytes after the last whole member");
      }
    }
    return read;
  }

  private static final class Counted extends FilterInputStream {

    private static final int BUFFER = 1 << 13;

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count += Math.max(0, read);
      return read;
    }

    void skipAll() throws IOException {
      byte[] bytes = new byte[BUFFER];
      int read = 0;
      while (read >= 0) {
        read = read(bytes, 0, bytes.length);
      }
    }
  }
}
