package org.spinepain.guideline.tests.cli;

import org.spinepain.guideline.model.Coded;

/** How findings are written. */
enum FindingsFormat implements Coded {
  /** For a person. */
  TEXT,
  /** An array of objects. */
  JSON,
  /** SARIF 2.1.0, for editors and code hosts. */
  SARIF
}
