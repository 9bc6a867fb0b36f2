package org.spinepain.guideline.tests.diff;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A text in double quotes, as JSON and YAML both read it. */
final class Quoted {

  private Quoted() {}

  static String of(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
