package org.spinepain.guideline.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at an origin of rule packs at an interval, and lets its engine swap to the newest one that
 * can be used and passes the gate, if its version is higher than all that ever served in the
 * engine. Going back to a lower version is a matter for a person and {@link GuidelineEngine#swap},
 * and is not undone.
 *
 * <p>What cannot be used is told to listeners and logged, once as long as the reason stays the
 * same. A jar that was offered is not offered again before {@link #lookNow}. Nothing that goes
 * wrong stops the watch or changes the pack that serves. It ends when it or its engine is closed.
 */
public final class PackWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GuidelineEngine.class);

  private final Editions editions;
  private final WatchPlan plan;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(PackWatch::thread);

  /** The jars that were offered, by their digests. */
  private final Set<String> seen = new HashSet<>();

  private Set<String> told = new HashSet<>();
  private Set<String> toldBefore = new HashSet<>();

  private PackWatch(Editions editions, WatchPlan plan) {
    this.editions = editions;
    this.plan = plan;
  }

  /** Begins to watch; it looks for the first time after the interval. */
  @SuppressWarnings("FutureReturnValueIgnored") // A tick throws nothing.
  static PackWatch start(Editions editions, WatchPlan plan) {
    PackWatch watch = new PackWatch(editions, plan);
    long nanos = plan.interval().toNanos();
    watch.looking.scheduleWithFixedDelay(watch::tick, nanos, nanos, TimeUnit.NANOSECONDS);
    try {
      editions.add(watch);
    } catch (IllegalStateException closed) {
      watch.close();
      throw closed;
    }
    return watch;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "guideline-pack-watch");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Looks at once, on this thread, as if nothing had been offered before, nor anything served but
   * the pack that serves now. So this undoes going back by hand.
   *
   * @throws IllegalStateException when the engine or this watch is closed
   */
  public synchronized void lookNow() {
    editions.refuseClosed();
    if (looking.isShutdown()) {
      throw new IllegalStateException("this watch is closed");
    }
    seen.clear();
    editions.forgetWhatServed();
    look();
  }

  /** No look begins any more; one that is under way goes on to its end. Does not wait for it. */
  @Override
  public void close() {
    looking.shutdown();
    editions.remove(this);
  }

  private synchronized void tick() {
    try {
      look();
    } catch (IllegalStateException e) {
      // A look at whose midst the engine is closed just ends.
      if (!editions.isClosed()) {
        tellFailure(e);
      }
    } catch (Throwable e) {
      tellFailure(e);
    }
  }

  /** Throws nothing: thrown further, it would end the watch without a word. */
  private void tellFailure(Throwable failure) {
    try {
      passOver(plan.origin().toString(), "a look at it failed: " + Editions.toldOf(failure));
    } catch (Throwable e) {
      LOG.warn("a look at rule packs failed, and telling of it too: {}", Editions.toldOf(e));
    }
  }

  private void look() {
    toldBefore = told;
    told = new HashSet<>();
    try {
      for (PackCandidate candidate :
          PackLoading.candidates(plan.origin(), plan.trusted(), this::passOver)) {
        if (!isHigher(candidate) || serves(candidate)) {
          break;
        }
      }
    } catch (RulePackException e) {
      passOver(plan.origin().toString(), e.getMessage());
    }
  }

  /** Whether this pack serves now. */
  private boolean serves(PackCandidate candidate) {
    String digest = candidate.texts().reference().jar().orElseThrow();
    if (seen.contains(digest)) {
      return false;
    }
    try {
      Optional<RulePack> pack = load(candidate);
      return pack.isPresent()
          && editions.swap(pack.get(), plan.gate(), () -> isHigher(candidate)).swapped();
    } finally {
      seen.add(digest);
    }
  }

  private Optional<RulePack> load(PackCandidate candidate) {
    try {
      return Optional.of(RulePack.of(candidate).adaptedBy(plan.overlays().toArray(Overlay[]::new)));
    } catch (RulePackException e) {
      passOver(candidate.name(), e.getMessage());
      return Optional.empty();
    }
  }

  private boolean isHigher(PackCandidate candidate) {
    return editions.isAboveAllThatServed(Optional.of(candidate.version()));
  }

  private void passOver(String jar, String reason) {
    String line = jar + ": " + reason;
    told.add(line);
    if (!toldBefore.contains(line)) {
      LOG.warn("passed over {}", line);
      editions.tell(listener -> listener.passedOver(jar, reason));
    }
  }
}
