package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of referrals that are recommended against, each of another person. */
final class ReferralLines {

  private final StringBuilder lines = new StringBuilder();
  private int persons;

  /** So many more of a clinic and month, such as {@code 2025-06}. */
  ReferralLines and(int count, String clinic, String month) {
    for (int i = 0; i < count; i++) {
      person("person-" + persons++, clinic, month);
    }
    return this;
  }

  /** One more, of this person. */
  ReferralLines person(String person, String clinic, String month) {
    lines
        .append("{\"referral\": {\"clinic\": \"" + clinic + "\", \"person\": \"" + person + "\"}, ")
        .append("\"case\": " + Cases.line("c").replace("2025-06-30", month + "-28") + "}\n");
    return this;
  }

  /** Writes them, and returns the name of the file. */
  String to(Path file) throws IOException {
    return Files.writeString(file, lines).toString();
  }
}
