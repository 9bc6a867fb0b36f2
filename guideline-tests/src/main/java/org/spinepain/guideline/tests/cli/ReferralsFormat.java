package org.spinepain.guideline.tests.cli;

import org.spinepain.guideline.model.Coded;

/** How made-up referrals are written. */
enum ReferralsFormat implements Coded {
  /** A JSON document a line. */
  NDJSON,
  /** A row each, with local codes. */
  CSV
}
