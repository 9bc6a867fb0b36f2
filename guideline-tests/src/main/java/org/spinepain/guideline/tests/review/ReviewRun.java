package org.spinepain.guideline.tests.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.TooManyGroupsException;

/**
 * Has the referrals of files counted by several threads, while one reads them. No more than a few
 * blocks of records are held at a time, however many and however long they are.
 */
public final class ReviewRun {

  private static final int BLOCK = 256;

  /** The block is full with the record that reaches this; it has few when they are long. */
  private static final int FULL_LENGTH = 1 << 18;

  private static final int BLOCKS_A_THREAD = 4;
  private static final int PATIENCE = 100;

  /** The records of a file that one thread counts at a time. */
  private record Block(String file, List<RawReferral> records) {

    static final Block LAST = new Block("", List.of());
  }

  /** Is told how far a run is. */
  public interface Progress {

    /**
     * Called by the thread that runs, every few hundred records.
     *
     * @param bytes how many bytes were read
     * @param records how many records were read
     */
    void at(long bytes, long records);
  }

  private final List<ReferralReview> reviews;
  private final int threads;
  private final Progress progress;

  /**
   * @param reviews by which the referrals are counted, each by all
   * @param threads how many threads count, from 1
   */
  public ReviewRun(List<ReferralReview> reviews, int threads, Progress progress) {
    this.reviews = List.copyOf(reviews);
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * The summaries of all referrals of these files, one for each review. Records that are no
   * referrals are counted as refused.
   *
   * @throws ReferralFileException when a file cannot be used, or not to its end
   * @throws TooManyGroupsException when clinics or the like are too many to be what they should be
   */
  public List<ReferralSummary> of(ReferralFiles files) {
    files.check();
    BlockingQueue<Block> queue = new ArrayBlockingQueue<>(threads * BLOCKS_A_THREAD);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<ReferralSummary>>> counting = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counting.add(executor.submit(() -> count(queue)));
      }
      read(files, queue, counting);
      for (int i = 0; i < threads; i++) {
        put(Block.LAST, queue, counting);
      }
      List<ReferralSummary> summaries = new ArrayList<>(summaries(newCounts()));
      for (Future<List<ReferralSummary>> counted : counting) {
        for (int i = 0; i < summaries.size(); i++) {
          summaries.set(i, summaries.get(i).merge(counted.get().get(i)));
        }
      }
      return summaries;
    } catch (ExecutionException e) {
      throw thrown(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      executor.shutdownNow();
    }
  }

  private void read(
      ReferralFiles files, BlockingQueue<Block> queue, List<Future<List<ReferralSummary>>> counting)
      throws InterruptedException, ExecutionException {
    long records = 0;
    Optional<RawReferral> next = files.next();
    while (next.isPresent()) {
      Block block = new Block(files.file(), new ArrayList<>(BLOCK));
      int length = 0;
      while (next.isPresent()
          && files.file().equals(block.file())
          && block.records().size() < BLOCK
          && length < FULL_LENGTH) {
        block.records().add(next.get());
        length += next.get().length();
        next = files.next();
      }
      records += block.records().size();
      put(block, queue, counting);
      progress.at(files.bytesRead(), records);
    }
  }

  /** Waits for room, unless a thread has failed. */
  private static void put(
      Block block, BlockingQueue<Block> queue, List<Future<List<ReferralSummary>>> counting)
      throws InterruptedException, ExecutionException {
    boolean taken = false;
    while (!taken) {
      taken = queue.offer(block, PATIENCE, TimeUnit.MILLISECONDS);
      for (Future<List<ReferralSummary>> each : counting) {
        if (each.isDone()) {
          each.get();
        }
      }
    }
  }

  private List<ReferralCounts> newCounts() {
    return reviews.stream().map(ReferralReview::counts).toList();
  }

  private static List<ReferralSummary> summaries(List<ReferralCounts> counts) {
    return counts.stream().map(ReferralCounts::summary).toList();
  }

  private List<ReferralSummary> count(BlockingQueue<Block> queue) throws InterruptedException {
    List<ReferralCounts> counts = newCounts();
    for (Block block = queue.take(); !block.records().isEmpty(); block = queue.take()) {
      for (RawReferral record : block.records()) {
        count(block.file(), record, counts);
      }
    }
    return summaries(counts);
  }

  private static void count(String file, RawReferral record, List<ReferralCounts> counts) {
    Referral referral;
    try {
      referral = record.read((column, code) -> counts.forEach(c -> c.addUnmapped(column, code)));
    } catch (InvalidCaseException refused) {
      counts.forEach(c -> c.addRefused(file, record.line(), reason(refused)));
      markIfMadeUp(record, Optional.empty(), counts);
      return;
    }
    try {
      counts.forEach(c -> c.add(referral));
      markIfMadeUp(record, Optional.of(referral), counts);
    } catch (TooManyGroupsException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IllegalStateException(file + ":" + record.line() + ": " + e.getMessage(), e);
    }
  }

  private static void markIfMadeUp(
      RawReferral record, Optional<Referral> read, List<ReferralCounts> counts) {
    if (record.isMadeUp(read)) {
      counts.forEach(ReferralCounts::markMadeUp);
    }
  }

  /** What is allowed where; neither what was found, nor a name that the record made up. */
  private static String reason(InvalidCaseException refused) {
    return refused instanceof InvalidDocumentException
        ? refused.getMessage().replaceFirst(" \\(line \\d+, column \\d+\\)", "")
        : refused.getMessage();
  }

  private static RuntimeException thrown(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
  }
}
