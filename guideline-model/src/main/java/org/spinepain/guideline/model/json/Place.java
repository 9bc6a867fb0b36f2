package org.spinepain.guideline.model.json;

import com.fasterxml.jackson.core.JsonLocation;

/** A place in a document; line and column begin at 1. */
record Place(int line, int column) {

  static final Place START = new Place(1, 1);

  static Place of(JsonLocation location) {
    return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** The place that follows the first {@code length} characters of {@code document}. */
  static Place after(String document, int length) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < length; i++) {
      char c = document.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !document.startsWith("\n", i + 1));
      if (ends) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Place(line, document.codePointCount(lineStart, length) + 1);
  }
}
