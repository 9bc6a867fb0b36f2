package org.spinepain.guideline.tests.vignette;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.SwapGate;

/**
 * A gate that a rule pack passes when vignettes come out as they say: those of the host, and beside
 * them those that the pack brings. What they say of a vignette that does not is an objection, as is
 * a file that is none. Immutable.
 */
public final class VignetteGate implements SwapGate {

  private final Vignettes hosts;
  private final boolean packsOwn;

  private VignetteGate(Vignettes hosts, boolean packsOwn) {
    this.hosts = requireNonNull(hosts, "hosts");
    this.packsOwn = packsOwn;
  }

  /** A gate of these vignettes, of which there must be some, and of those that a pack brings. */
  public static VignetteGate of(Vignettes hosts) {
    return new VignetteGate(hosts, true);
  }

  /** The same, which does not ask those that a pack brings. */
  public VignetteGate withoutThePacksOwn() {
    return new VignetteGate(hosts, false);
  }

  @Override
  public List<String> objections(GuidelineEngine candidate, RulePack pack) {
    List<String> objections = new ArrayList<>();
    if (hosts.isEmpty()) {
      objections.add(hosts.absence());
    }
    addObjections(hosts, candidate, objections);
    if (packsOwn) {
      addObjections(Vignettes.of(pack.vignettes()), candidate, objections);
    }
    return objections;
  }

  private static void addObjections(
      Vignettes vignettes, GuidelineEngine candidate, List<String> objections) {
    for (VignetteFile file : vignettes.files()) {
      try {
        VignetteResult result = file.check(Vignettes.asking(candidate));
        if (!result.agrees()) {
          objections.add(result.report());
        }
      } catch (RuleExecutionException e) {
        objections.add(file.name() + ": " + e.getMessage());
      }
    }
  }
}
