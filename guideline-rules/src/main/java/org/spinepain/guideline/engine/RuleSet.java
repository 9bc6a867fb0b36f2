package org.spinepain.guideline.engine;

import java.util.Locale;

/** The two rule sets of a pack. */
public enum RuleSet {
  /** Fires on each completion of a procedure: scope, recommendations, verdict, evidence. */
  DECISION,
  /** Fires once on the merged determination: guidance, caveats, words. */
  GUIDANCE;

  /** The folder of its files in the folder of the rules; also the last part of its package. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The package of its rules. */
  public String packageName() {
    return PackFiles.FOLDER.replace('/', '.') + "." + folder();
  }
}
