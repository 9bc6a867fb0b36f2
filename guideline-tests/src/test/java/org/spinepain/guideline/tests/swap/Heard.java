package org.spinepain.guideline.tests.swap;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.spinepain.guideline.engine.PackListener;
import org.spinepain.guideline.engine.SwapReport;
import org.spinepain.guideline.model.assessment.RulePackReference;

/** Keeps what a listener hears. */
final class Heard implements PackListener {

  final List<SwapReport> swapped = new CopyOnWriteArrayList<>();
  final List<SwapReport> refused = new CopyOnWriteArrayList<>();
  final List<RulePackReference> released = new CopyOnWriteArrayList<>();
  final List<String> passedOver = new CopyOnWriteArrayList<>();

  @Override
  public void swapped(SwapReport report) {
    swapped.add(report);
  }

  @Override
  public void refused(SwapReport report) {
    refused.add(report);
  }

  @Override
  public void passedOver(String jar, String reason) {
    passedOver.add(jar + ": " + reason);
  }

  @Override
  public void released(RulePackReference rules) {
    released.add(rules);
  }
}
