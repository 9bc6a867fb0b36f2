package org.spinepain.guideline.engine;

import java.util.List;

/**
 * What a host asks of a rule pack before an engine serves it, such as that the host's own vignettes
 * come out as expected.
 */
@FunctionalInterface
public interface SwapGate {

  /**
   * What speaks against serving this pack; nothing when empty. Whatever it throws is an objection
   * too, told by its class, and by its message only when it is a {@link RulePackException} or
   * {@link RuleExecutionException}; a {@link VirtualMachineError} other than a {@link
   * StackOverflowError} is told and thrown on. Objections are told in the report of the swap, to
   * listeners and in the log: no data of a patient belongs in them.
   *
   * @param candidate an engine on the pack, with the options of the one that is to serve it; it
   *     closes when the gate is done
   * @param pack the pack
   */
  List<String> objections(GuidelineEngine candidate, RulePack pack);

  /** A gate that is always open. */
  static SwapGate none() {
    return (candidate, pack) -> List.of();
  }
}
