package org.spinepain.guideline.tests.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.InvalidCaseException;

/**
 * How long an engine takes for cases that have been read already, to tell what a review adds.
 *
 * @param cases the cases that were asked
 * @param nanos the time that asking them took; reading them is not in it
 */
public record EngineRate(long cases, long nanos) {

  private static final int BLOCK = 20_000;

  /**
   * Asks an engine about the referrals of these files, in blocks that are read before; records that
   * are no referrals are left out.
   *
   * @param threads how many threads ask at a time
   * @throws ReferralFileException when a file cannot be used, or not to its end
   */
  public static EngineRate of(ReferralFiles files, GuidelineEngine engine, int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long cases = 0;
      long nanos = 0;
      for (List<ClinicalCase> block = block(files); !block.isEmpty(); block = block(files)) {
        cases += block.size();
        nanos += ask(block, engine, executor, threads);
      }
      return new EngineRate(cases, nanos);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      executor.shutdownNow();
    }
  }

  private static List<ClinicalCase> block(ReferralFiles files) {
    List<ClinicalCase> block = new ArrayList<>(BLOCK);
    while (block.size() < BLOCK) {
      Optional<RawReferral> record = files.next();
      if (record.isEmpty()) {
        break;
      }
      try {
        block.add(record.get().read((column, code) -> {}).clinicalCase());
      } catch (InvalidCaseException noReferral) {
        // The review asked nothing about it either.
      }
    }
    return block;
  }

  private static long ask(
      List<ClinicalCase> block, GuidelineEngine engine, ExecutorService executor, int threads)
      throws InterruptedException, ExecutionException {
    List<Future<?>> asking = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      int first = i;
      asking.add(
          executor.submit(
              () -> {
                for (int at = first; at < block.size(); at += threads) {
                  engine.assess(block.get(at));
                }
              }));
    }
    for (Future<?> each : asking) {
      each.get();
    }
    return System.nanoTime() - start;
  }
}
