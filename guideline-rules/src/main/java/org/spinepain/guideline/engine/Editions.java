package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.lang.module.ModuleDescriptor.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spinepain.guideline.model.assessment.RulePackReference;

/**
 * The edition that serves an engine and its views, and its exchange for another. Who asks takes no
 * lock and waits for no swap.
 */
final class Editions {

  private static final Logger LOG = LoggerFactory.getLogger(GuidelineEngine.class);
  private static final String WITHDRAWN =
      "the edition is withdrawn, and this engine refuses those that are";

  private final EngineOptions options;
  private final ReentrantLock swapping = new ReentrantLock();
  private final List<PackListener> listeners = new CopyOnWriteArrayList<>();

  private final List<PackWatch> watches = new CopyOnWriteArrayList<>();

  /** That which serves, and those before it that somebody still uses. */
  private final Set<ServingPack> inUse = ConcurrentHashMap.newKeySet();

  // Made beforehand: to retire a pack takes no memory, which may be what is out.
  private final Consumer<ServingPack> whenReleased = this::tellReleased;
  private final Consumer<ServingPack> whenRefused = inUse::remove;

  private volatile ServingPack current;

  /** The highest version that ever served; none while all that did had none. */
  private volatile Optional<Version> highest;

  private volatile boolean closed;

  private Editions(ServingPack first, EngineOptions options) {
    this.options = options;
    this.current = first;
    this.highest = versionOf(first);
    inUse.add(first);
  }

  /**
   * Editions that begin with one of this pack.
   *
   * @throws RulePackException when it is withdrawn, and the options refuse that
   */
  static Editions of(RulePack pack, EngineOptions options) {
    if (isRefused(pack, options)) {
      throw new RulePackException(pack.reference().coordinates() + ": " + WITHDRAWN);
    }
    Editions editions = new Editions(new ServingPack(pack, options), options);
    LOG.info("opened {}", named(pack.reference()));
    return editions;
  }

  private static boolean isRefused(RulePack pack, EngineOptions options) {
    return options.refuseWithdrawn() && pack.withdrawn();
  }

  /** The pack that serves, or served last; to be read, not used. */
  ServingPack current() {
    return current;
  }

  /**
   * What the edition that serves answers; it is not released before it has.
   *
   * @throws IllegalStateException when closed
   */
  <T> T with(Function<ServingPack, T> question) {
    while (true) {
      refuseClosed();
      // Cannot be entered any more only after another one serves, or none does.
      ServingPack serving = current;
      if (serving.enter()) {
        try {
          return question.apply(serving);
        } finally {
          serving.leave();
        }
      }
    }
  }

  /**
   * Keeps a watch, to close it with the engine.
   *
   * @throws IllegalStateException when closed
   */
  synchronized void add(PackWatch watch) {
    refuseClosed();
    watches.add(watch);
  }

  void remove(PackWatch watch) {
    watches.remove(watch);
  }

  void add(PackListener listener) {
    listeners.add(requireNonNull(listener, "listener"));
  }

  /** Tells all listeners; what they throw is no concern of a pack, unless the machine fails. */
  void tell(Consumer<PackListener> event) {
    for (PackListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Throwable e) {
        MachineFailure.throwOn(e);
        LOG.warn("a listener of rule packs failed: {}", e.getClass().getName());
      }
    }
  }

  /**
   * Serves this pack, unless something speaks against it.
   *
   * @param wanted asked when no other swap is under way any more; when it denies, nothing happens
   *     and nobody is told
   * @throws IllegalStateException when closed
   */
  SwapReport swap(RulePack pack, SwapGate gate, BooleanSupplier wanted) {
    requireNonNull(gate, "gate");
    RulePackReference offered = pack.reference();
    ServingPack before = null;
    VirtualMachineError failure = null;
    SwapReport report;
    swapping.lock();
    try {
      refuseClosed();
      if (!wanted.getAsBoolean()) {
        return new SwapReport(current.pack().reference(), offered, false, List.of());
      }
      List<String> objections = new ArrayList<>();
      if (isRefused(pack, options)) {
        objections.add(WITHDRAWN);
      } else {
        try {
          before = exchange(pack, gate, objections);
        } catch (VirtualMachineError e) {
          failure = e;
          objections.add("the swap failed: " + toldOf(e));
        }
      }
      report =
          new SwapReport(current.pack().reference(), offered, objections.isEmpty(), objections);
      // Before the next swap begins, so that the log has them in order.
      if (before == null) {
        LOG.warn("refused {}: {}", named(offered), String.join("; ", objections));
      } else {
        LOG.info("{} serves instead of {}", named(offered), named(before.pack().reference()));
      }
    } finally {
      swapping.unlock();
      if (before != null) {
        before.retire(whenReleased);
      }
    }
    if (report.swapped()) {
      tell(listener -> listener.swapped(report));
    } else {
      tell(listener -> listener.refused(report));
    }
    if (failure != null) {
      throw failure;
    }
    return report;
  }

  /** The edition that served before, or null when something speaks against this pack. */
  private ServingPack exchange(RulePack pack, SwapGate gate, List<String> objections) {
    ServingPack next;
    try {
      next = new ServingPack(pack, options);
    } catch (Throwable e) {
      objections.add("it cannot be opened: " + objectionOf(e));
      return null;
    }
    ServingPack before = null;
    try {
      objections.addAll(objections(next, gate));
      if (objections.isEmpty()) {
        before = serve(next);
      }
      return before;
    } finally {
      if (before == null) {
        next.retire(whenRefused);
      }
    }
  }

  private List<String> objections(ServingPack next, SwapGate gate) {
    Editions aside = new Editions(next, options);
    try {
      return List.copyOf(
          requireNonNull(
              gate.objections(GuidelineEngine.viewOf(aside), next.pack()), "objections"));
    } catch (Throwable e) {
      return List.of("the gate failed: " + objectionOf(e));
    } finally {
      aside.closed = true;
    }
  }

  private static String objectionOf(Throwable thrown) {
    MachineFailure.throwOn(thrown);
    return toldOf(thrown);
  }

  /** What may be told and logged of this; a message that is not ours may hold data of a case. */
  static String toldOf(Throwable thrown) {
    return thrown instanceof RulePackException || thrown instanceof RuleExecutionException
        ? thrown.toString()
        : thrown.getClass().getName();
  }

  private synchronized ServingPack serve(ServingPack next) {
    refuseClosed();
    Optional<Version> version = versionOf(next);
    boolean above = isAboveAllThatServed(version);
    ServingPack before = current;
    inUse.add(next);
    // Nothing fails from here on: what fails before has `next` retired, which is not to serve then.
    if (above) {
      highest = version;
    }
    current = next;
    return before;
  }

  private static Optional<Version> versionOf(ServingPack serving) {
    try {
      return Optional.of(PackCandidate.versionIn(serving.pack().reference().coordinates()));
    } catch (RulePackException e) {
      return Optional.empty();
    }
  }

  /** Whether this version is higher than all that ever served; none is lower than all. */
  boolean isAboveAllThatServed(Optional<Version> version) {
    Optional<Version> before = highest;
    return version.isPresent() && (before.isEmpty() || version.get().compareTo(before.get()) > 0);
  }

  /** From now on, only what serves now counts as having served. */
  synchronized void forgetWhatServed() {
    highest = versionOf(current);
  }

  boolean isClosed() {
    return closed;
  }

  void refuseClosed() {
    if (closed) {
      throw new IllegalStateException("this engine is closed");
    }
  }

  /** Refuses what is asked from now on, and waits until all that was asked before is answered. */
  void close() {
    if (isLastToServe()) {
      watches.forEach(PackWatch::close);
      current.retire(whenReleased);
    }
    inUse.forEach(ServingPack::awaitReleased);
  }

  /** Whether this call made the edition that serves the last one. */
  private synchronized boolean isLastToServe() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  private void tellReleased(ServingPack served) {
    inUse.remove(served);
    RulePackReference reference = served.pack().reference();
    LOG.info("released {}", named(reference));
    tell(listener -> listener.released(reference));
  }

  private static String named(RulePackReference reference) {
    return reference.coordinates() + " " + reference.jar().orElse(reference.digest());
  }
}
