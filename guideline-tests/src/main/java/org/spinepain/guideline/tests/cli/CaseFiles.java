package org.spinepain.guideline.tests.cli;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.tests.review.BoundedLines;

/**
 * The cases in the files that were given, one after the other. What is no case stands in its place,
 * and the rest goes on. No more than one case is held, and read ahead.
 */
final class CaseFiles implements Iterator<CaseRecord>, AutoCloseable {

  /** The name of standard input, which holds a case a line. */
  static final String STANDARD_INPUT = "-";

  private static final String ALLOWED =
      "allowed is a file that ends in .json, .yaml, .yml or .ndjson, or - for standard input";

  private final Iterator<String> files;
  private final InputStream in;
  private String file;
  private BoundedLines lines;
  private CaseRecord next;

  CaseFiles(List<String> files, InputStream in) {
    this.files = files.iterator();
    this.in = in;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (lines != null || files.hasNext())) {
      next = (lines != null ? nextLine() : nextFile()).orElse(null);
    }
    return next != null;
  }

  @Override
  public CaseRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    CaseRecord record = next;
    next = null;
    return record;
  }

  @Override
  public void close() {
    if (lines != null) {
      try {
        lines.close();
      } catch (IOException nothingIsLost) {
        // It was only read.
      }
      lines = null;
    }
  }

  /** The one case of the next file, or nothing yet from a file that has a case a line. */
  private Optional<CaseRecord> nextFile() {
    file = files.next();
    try {
      if (file.equals(STANDARD_INPUT)) {
        return open(leftOpen(in));
      }
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        return unreadable("this is a directory, " + ALLOWED);
      }
      String name = file.toLowerCase(Locale.ROOT);
      if (name.endsWith(".ndjson")) {
        return open(Files.newInputStream(path));
      }
      if (name.endsWith(".json")) {
        return document(path, CaseDocuments::readJson);
      }
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        return document(path, CaseDocuments::readYaml);
      }
      return unreadable("what this file holds is not known from its name, " + ALLOWED);
    } catch (InvalidPathException e) {
      return unreadable("this is no name of a file");
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private interface CaseReader {
    ClinicalCase read(InputStream document) throws IOException;
  }

  private Optional<CaseRecord> document(Path path, CaseReader reader) throws IOException {
    try (InputStream document = Files.newInputStream(path)) {
      return Optional.of(new CaseRecord.Good(Printable.of(file), reader.read(document)));
    } catch (InvalidDocumentException e) {
      return refused(e, false, e.line());
    }
  }

  private Optional<CaseRecord> open(InputStream many) {
    lines = new BoundedLines(many, DocumentParser.LARGEST_DOCUMENT);
    return Optional.empty();
  }

  /** The case of the next line, or nothing when it is blank or there is none any more. */
  private Optional<CaseRecord> nextLine() {
    try {
      Optional<byte[]> line = lines.next();
      if (line.isEmpty()) {
        close();
        return Optional.empty();
      }
      return isBlank(line.get()) ? Optional.empty() : caseOf(line.get());
    } catch (IOException e) {
      close();
      return unreadable(e);
    }
  }

  private Optional<CaseRecord> caseOf(byte[] line) throws IOException {
    try {
      ClinicalCase clinicalCase = CaseDocuments.readJson(new ByteArrayInputStream(line));
      return Optional.of(
          new CaseRecord.Good(Printable.of(file) + ":" + lines.number(), clinicalCase));
    } catch (InvalidDocumentException e) {
      return refused(e, true, lines.number());
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private Optional<CaseRecord> refused(InvalidDocumentException e, boolean ofLines, int line) {
    return Optional.of(
        new CaseRecord.Refused(file, ofLines, line, e.caseId(), e.path(), e.found(), e.allowed()));
  }

  private Optional<CaseRecord> unreadable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return unreadable("there is no such file");
    }
    if (e instanceof AccessDeniedException) {
      return unreadable("this file may not be read");
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return unreadable("this cannot be read: " + Printable.of(String.valueOf(reason)));
  }

  private Optional<CaseRecord> unreadable(String why) {
    return Optional.of(new CaseRecord.Unreadable(file, why));
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
