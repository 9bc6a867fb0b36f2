package org.spinepain.guideline.tests.load;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads that share out numbered work, each taking the next piece when it is done with one. */
final class Crew implements AutoCloseable {

  private final int size;
  private final ExecutorService threads;

  Crew(int size) {
    this.size = size;
    this.threads = Executors.newFixedThreadPool(size);
  }

  /**
   * Does the pieces from {@code first} to before {@code end}, and returns when all are done.
   *
   * @throws java.util.concurrent.ExecutionException when one of them fails; its thread does no more
   */
  void work(int first, int end, IntConsumer piece) throws Exception {
    AtomicInteger next = new AtomicInteger(first);
    Callable<Void> untilDone =
        () -> {
          for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
            piece.accept(i);
          }
          return null;
        };
    for (Future<Void> done : threads.invokeAll(Collections.nCopies(size, untilDone))) {
      done.get();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
