package org.spinepain.guideline.tests.cli;

import java.util.Optional;
import org.spinepain.guideline.model.ClinicalCase;

/** What stands where a case should stand in the files that were given. */
sealed interface CaseRecord {

  /**
   * Where it stands, for a person.
   *
   * @return the file, with the line where that is known: {@code cases.ndjson:2}
   */
  String place();

  /** What is no case. */
  sealed interface Bad extends CaseRecord {

    /** What is wrong, on one line, beginning with the place. */
    String message();
  }

  /** A case. */
  record Good(String place, ClinicalCase clinicalCase) implements CaseRecord {}

  /**
   * A document that is no valid case.
   *
   * @param file the file, as it was given
   * @param ofLines whether it is a file of many cases, one a line
   * @param line the line of the file, from 1
   * @param caseId the id of the case, if it could be read
   * @param path the field that is refused
   * @param found what was found there
   * @param allowed what is allowed there
   */
  record Refused(
      String file,
      boolean ofLines,
      int line,
      Optional<String> caseId,
      String path,
      String found,
      String allowed)
      implements Bad {

    @Override
    public String place() {
      return Printable.of(file) + ":" + line;
    }

    @Override
    public String message() {
      return place() + ": " + path + ": found " + found + ", allowed is " + allowed;
    }
  }

  /**
   * A file that cannot be read, or not to its end.
   *
   * @param file the file, as it was given
   * @param why why not
   */
  record Unreadable(String file, String why) implements Bad {

    @Override
    public String place() {
      return Printable.of(file);
    }

    @Override
    public String message() {
      return place() + ": " + why;
    }
  }
}
