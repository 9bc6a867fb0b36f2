package org.spinepain.guideline.tests.cli;

import org.spinepain.guideline.model.Coded;

/** How a reviewed protocol is written. */
enum ProtocolFormat implements Coded {
  /** For a person. */
  TEXT,
  /** One object. */
  JSON
}
