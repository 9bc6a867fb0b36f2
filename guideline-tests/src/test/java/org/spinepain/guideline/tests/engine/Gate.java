package org.spinepain.guideline.tests.engine;

import java.util.concurrent.CountDownLatch;

/** Holds up the rule that passes through it, so that a test can act in the midst of a firing. */
public final class Gate {

  private static volatile Gate current = new Gate();

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  private Gate() {}

  /** A closed gate, in place of the last one. */
  public static Gate closed() {
    current = new Gate();
    return current;
  }

  /** Waits until a rule stands at the gate. */
  public void awaitReached() throws InterruptedException {
    reached.await();
  }

  /** Lets the rules through. */
  public void open() {
    opened.countDown();
  }

  /** For rules: waits until the gate is open. */
  public static void pass() throws InterruptedException {
    Gate gate = current;
    gate.reached.countDown();
    gate.opened.await();
  }
}
