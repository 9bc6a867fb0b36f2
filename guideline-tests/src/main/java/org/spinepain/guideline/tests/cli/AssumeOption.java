package org.spinepain.guideline.tests.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import picocli.CommandLine.Option;

/** What a command assumes where a case, or a step of a protocol, leaves it unknown. */
final class AssumeOption {

  @Option(
      names = "--assume",
      paramLabel = "CODE",
      converter = CodeConverter.OfAssumption.class,
      completionCandidates = CodeConverter.AssumptionCodes.class,
      description =
          "What to assume where it is left unknown; may be given several times. One of"
              + " ${COMPLETION-CANDIDATES}.")
  private List<Assumption> assumptions = new ArrayList<>();

  /** The assumptions, each once. */
  Set<Assumption> assumptions() {
    Set<Assumption> each = EnumSet.noneOf(Assumption.class);
    each.addAll(assumptions);
    return each;
  }

  /** A view of an engine that assumes this. */
  GuidelineEngine in(GuidelineEngine engine) {
    return engine.assuming(assumptions.toArray(Assumption[]::new));
  }
}
