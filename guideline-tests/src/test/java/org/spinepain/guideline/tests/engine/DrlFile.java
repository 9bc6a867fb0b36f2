package org.spinepain.guideline.tests.engine;

import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * A DRL file as Drools' own parser reads it.
 *
 * @param name the file, relative to the folder of the rules
 * @param rules its rules
 */
record DrlFile(String name, List<RuleDescr> rules) {

  /** The files of the guideline's pack. */
  static List<DrlFile> ofTheGuideline() {
    return PackSource.bundled().drl().entrySet().stream()
        .map(file -> of(file.getKey(), file.getValue()))
        .toList();
  }

  private static DrlFile of(String name, String text) {
    try {
      return new DrlFile(name, new DrlParser().parse(false, text).getRules());
    } catch (DroolsParserException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
