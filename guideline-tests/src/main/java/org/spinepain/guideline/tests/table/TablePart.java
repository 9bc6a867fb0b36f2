package org.spinepain.guideline.tests.table;

import java.util.stream.Stream;

/** What was read from one table or from several that belong together. */
interface TablePart {

  /** The rows, or cells, of which a case can make use. */
  Stream<TableItem> items();

  /** What it says of its codes besides when they come. */
  default Stream<TableStatement> statements() {
    return Stream.empty();
  }
}
