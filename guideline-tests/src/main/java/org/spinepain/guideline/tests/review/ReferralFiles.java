package org.spinepain.guideline.tests.review;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;

/**
 * Referrals in files, one after the other: {@code .ndjson}, {@code .csv}, and both with {@code
 * .gz}. {@code -} is standard input, which holds NDJSON. Not thread-safe.
 */
public final class ReferralFiles implements AutoCloseable {

  /** The name of standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final int BUFFER = 1 << 16;

  private final List<String> files;
  private final Optional<ReferralMapping> mapping;
  private final InputStream in;
  private final AtomicLong bytesRead = new AtomicLong();
  private int next;
  private String file;
  private ReferralSource source;

  /**
   * @param files their names
   * @param mapping what the columns of CSV hold
   * @param in standard input; stays open
   */
  public ReferralFiles(List<String> files, Optional<ReferralMapping> mapping, InputStream in) {
    this.files = List.copyOf(files);
    this.mapping = mapping;
    this.in = in;
  }

  /** How many bytes the files have together; empty when that is not known. */
  public Optional<Long> size() {
    long size = 0;
    for (String each : files) {
      try {
        if (each.equals(STANDARD_INPUT)) {
          return Optional.empty();
        }
        size += Files.size(Path.of(each));
      } catch (IOException | InvalidPathException unknown) {
        return Optional.empty();
      }
    }
    return Optional.of(size);
  }

  /**
   * Checks what can be checked before any is read.
   *
   * @throws ReferralFileException when one is not there, or what it holds cannot be known
   */
  void check() {
    for (String each : files) {
      if (!each.equals(STANDARD_INPUT)) {
        isTable(each);
        Path path = path(each);
        if (!Files.exists(path)) {
          throw new ReferralFileException(each, why(new NoSuchFileException(each)));
        }
        if (!Files.isReadable(path)) {
          throw new ReferralFileException(each, why(new AccessDeniedException(each)));
        }
      }
    }
  }

  /** How many bytes of them were read so far. */
  public long bytesRead() {
    return bytesRead.get();
  }

  /** The file that is read, as it was given. */
  String file() {
    return file;
  }

  /**
   * The next record; empty after the last of the last file.
   *
   * @throws ReferralFileException when a file cannot be used, or not to its end
   */
  Optional<RawReferral> next() {
    while (source != null || next < files.size()) {
      if (source == null) {
        file = files.get(next++);
      }
      try {
        if (source == null) {
          source = open();
        }
        Optional<RawReferral> record = source.next();
        if (record.isPresent()) {
          return record;
        }
        close();
      } catch (IOException e) {
        throw new ReferralFileException(file, why(e));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    if (source != null) {
      try {
        source.close();
      } catch (IOException nothingIsLost) {
        // It was only read.
      }
      source = null;
    }
  }

  private ReferralSource open() throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return new ReferralLines(leftOpen(in));
    }
    boolean table = isTable(file);
    InputStream bytes = counted(Files.newInputStream(path(file)));
    try {
      InputStream content =
          new BufferedInputStream(isPacked(file) ? new WholeGzip(bytes, BUFFER) : bytes, BUFFER);
      return table ? new ReferralTable(file, content, mapping.get()) : new ReferralLines(content);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static boolean isPacked(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  private boolean isTable(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    String plain = isPacked(file) ? name.substring(0, name.length() - ".gz".length()) : name;
    boolean table = plain.endsWith(".csv");
    if (!table && !plain.endsWith(".ndjson")) {
      throw new ReferralFileException(
          file,
          "what this file holds is not known from its name, allowed is a file that ends in .ndjson,"
              + " .csv, .ndjson.gz or .csv.gz, or - for standard input");
    }
    if (table && mapping.isEmpty()) {
      throw new ReferralFileException(
          file, "what its columns hold is not known, allowed is CSV with a mapping");
    }
    return table;
  }

  private static Path path(String file) {
    try {
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        throw new ReferralFileException(file, "this is a directory, allowed is a file");
      }
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new ReferralFileException(
            file, "this is a pipe or device, allowed is a file, or - for standard input");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new ReferralFileException(file, "this is no name of a file");
    }
  }

  private static String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "this file may not be read";
    }
    if (e instanceof EOFException) {
      return "this file was cut off: it ends before its gzip does";
    }
    if (e instanceof ZipException) {
      return "this is no gzip, or a damaged one, or what follows it is none";
    }
    return "this cannot be read: " + e.getMessage();
  }

  private InputStream counted(InputStream bytes) {
    return new FilterInputStream(bytes) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        bytesRead.addAndGet(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        bytesRead.addAndGet(Math.max(0, read));
        return read;
      }
    };
  }

  private static InputStream leftOpen(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {
        // Whoever opened it closes it.
      }
    };
  }
}
