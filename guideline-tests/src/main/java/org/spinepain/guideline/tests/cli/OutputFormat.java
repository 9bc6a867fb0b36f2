package org.spinepain.guideline.tests.cli;

import org.spinepain.guideline.model.Coded;

/** How assessments are written. */
enum OutputFormat implements Coded {
  /** For a person. */
  TEXT,
  /** Indented: an object for one case, an array for several. */
  JSON,
  /** One line of JSON a case. */
  NDJSON
}
