package org.spinepain.guideline.tests.failure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kie.api.KieBase;
import org.spinepain.guideline.tests.pack.CompiledRules;

/**
 * What explainers compiled lately, so that the next explainer of a pack that is being edited need
 * not compile it again. Not thread-safe.
 */
public final class KnownRules {

  private static final int MOST = 100;

  private final Map<String, KieBase> bases = new LinkedHashMap<>();

  /** The rule base of a file of rules; what was asked for longest ago is forgotten. */
  KieBase base(String file, String drl) {
    KieBase base = bases.remove(drl);
    if (base == null) {
      base = CompiledRules.of(new TreeMap<>(Map.of(file, drl))).base();
    }
    bases.put(drl, base);
    if (bases.size() > MOST) {
      bases.remove(bases.keySet().iterator().next());
    }
    return base;
  }
}
