package org.spinepain.guideline.tests.swap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.tms.TruthMaintenanceSystemFactoryImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.tests.editions.EditionJars;
import org.spinepain.guideline.tests.engine.Question;

/**
 * Threads assess without pause while two editions take turns, each loaded anew for its turn. They
 * word every text of the rules and of the descriptor differently, so that an answer made by both
 * would equal that of neither.
 */
@Timeout(600)
@Tag("thorough")
class SwapSoakTest {

  private static final long SEED = 200;
  private static final int THREADS = 8;
  private static final int QUESTIONS = 200;

  /** So many answers at least between two swaps. */
  private static final int ANSWERS = 100;

  private static final int WARM = 50;

  /** How often it is looked whether packs are collected: a minute and more. */
  private static final int LOOKS = 1_000;

  private static final List<Question> ASKED =
      IntStream.iterate(0, i -> i + 1)
          .mapToObj(i -> Question.number(SEED, i))
          .filter(question -> question.completions() <= 64)
          .limit(QUESTIONS)
          .toList();

  private static final Pattern WORD = Pattern.compile("(?<= )[a-z]{2,}(?= )");

  private static List<Path> jars;

  /** By edition, what an engine says that knows no other edition. */
  private static List<List<Assessment>> right;

  private final Queue<Object> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final List<WeakReference<RulePack>> packs = new ArrayList<>();
  private volatile boolean done;

  @BeforeAll
  static void ask(@TempDir Path folder) {
    jars =
        List.of(
            EditionJars.write(folder.resolve("plain.jar"), EditionJars.bundled("2025.8.0")),
            EditionJars.write(folder.resolve("loud.jar"), loud(EditionJars.bundled("2025.9.0"))));
    right = jars.stream().map(SwapSoakTest::answers).toList();
    assertThat(determinations(0).stream().filter(determinations(1)::contains))
        .as("determinations that say the same: those without words")
        .allMatch(same -> same.verdict() == Verdict.INSUFFICIENT_INFORMATION);
  }

  /** With words in other letters, in the texts and the compiled rules alike. */
  private static SortedMap<String, byte[]> loud(SortedMap<String, byte[]> files) {
    SortedMap<String, byte[]> loud = new TreeMap<>(files);
    loud.replaceAll(
        (name, bytes) ->
            WORD.matcher(new String(bytes, ISO_8859_1))
                .replaceAll(word -> word.group().toUpperCase(Locale.ROOT))
                .getBytes(ISO_8859_1));
    loud.put(EditionJars.DESCRIPTOR, files.get(EditionJars.DESCRIPTOR));
    return EditionJars.replacing(
        loud, EditionJars.DESCRIPTOR, "standing\\.text = ", "standing.text = LOUD ");
  }

  private static List<Determination> determinations(int edition) {
    return right.get(edition).stream().flatMap(a -> a.determinations().stream()).toList();
  }

  private static List<Assessment> answers(Path jar) {
    try (GuidelineEngine alone = GuidelineEngine.on(Packs.load(jar), EngineOptions.defaults())) {
      return ASKED.stream().map(question -> question.askedOf(alone)).toList();
    }
  }

  @Test
  void tenSwapsUnderLoadLeaveEachAnswerToOneEdition() throws Exception {
    soak(10);
  }

  @Test
  void twoHundredSwapsUnderLoadLeaveNothingWrongAndNothingBehind() throws Exception {
    soak(200);
  }

  private void soak(int swaps) throws Exception {
    int sessionsBefore = sessionsWithLogicalFacts();
    long[] heap = new long[swaps + 1];
    long[] classes = new long[swaps + 1];
    long loading = 0;
    long swapping = 0;
    long slowest = 0;
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (GuidelineEngine engine = GuidelineEngine.on(load(0), EngineOptions.defaults())) {
      long start = System.nanoTime();
      for (int i = 0; i < THREADS; i++) {
        int first = i * QUESTIONS / THREADS;
        threads.execute(() -> askUntilDone(engine, first));
      }
      for (int i = 1; i <= swaps; i++) {
        awaitAnswers(ANSWERS);
        long before = System.nanoTime();
        RulePack pack = load(i);
        long loaded = System.nanoTime();
        int edition = i % 2;
        assertThat(engine.swap(pack, (candidate, offered) -> objections(candidate, edition)))
            .satisfies(report -> assertThat(report.objections()).isEmpty())
            .satisfies(report -> assertThat(report.swapped()).isTrue());
        pack = null;
        long swapped = System.nanoTime();
        loading += loaded - before;
        swapping += swapped - loaded;
        slowest = Math.max(slowest, swapped - loaded);
        if (i == WARM || i == swaps) {
          awaitCollected(i);
          heap[i] = usedHeap();
          classes[i] = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        }
      }
      awaitAnswers(ANSWERS);
      done = true;
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      System.out.printf(
          "%d assessments by %d threads in %d s, wrong, mixed, lost or failed: %d; %d swaps, each"
              + " %.0f ms to load and %.1f ms past the gate, at most %.1f; after swap %d and %d:"
              + " heap %.1f and %.1f MB, %d and %d classes%n",
          answered.get(),
          THREADS,
          seconds,
          wrong.size() + asked.get() - answered.get(),
          swaps,
          loading / 1e6 / swaps,
          swapping / 1e6 / swaps,
          slowest / 1e6,
          Math.min(WARM, swaps),
          swaps,
          heap[Math.min(WARM, swaps)] / 1e6,
          heap[swaps] / 1e6,
          classes[Math.min(WARM, swaps)],
          classes[swaps]);
      assertThat(wrong).isEmpty();
      assertThat(answered).hasValue(asked.get());
    } finally {
      done = true;
      threads.shutdownNow();
    }
    assertThat(sessionsWithLogicalFacts()).isEqualTo(sessionsBefore);
    if (swaps > WARM) {
      assertThat(heap[swaps] - heap[WARM]).as("bytes of heap more").isLessThan(2_000_000);
      assertThat(classes[swaps] - classes[WARM]).as("classes more").isLessThan(100);
    }
  }

  private RulePack load(int number) {
    RulePack pack = Packs.load(jars.get(number % 2));
    packs.add(new WeakReference<>(pack));
    return pack;
  }

  private static List<String> objections(GuidelineEngine candidate, int edition) {
    return ASKED.get(0).askedOf(candidate).equals(right.get(edition).get(0))
        ? List.of()
        : List.of("another answer");
  }

  private void askUntilDone(GuidelineEngine engine, int first) {
    for (int i = first; !done; i = (i + 1) % QUESTIONS) {
      asked.incrementAndGet();
      try {
        Assessment answer = ASKED.get(i).askedOf(engine);
        int edition = answer.rules().coordinates().endsWith(":2025.8.0") ? 0 : 1;
        if (!answer.equals(right.get(edition).get(i))) {
          wrong.add(answer);
        }
        answered.incrementAndGet();
      } catch (RuntimeException | Error e) {
        wrong.add(e);
      }
    }
  }

  private void awaitAnswers(int more) throws InterruptedException {
    long end = answered.get() + more;
    while (answered.get() < end && wrong.isEmpty()) {
      Thread.sleep(1);
    }
  }

  /** Waits until no pack is left but that which serves. */
  private void awaitCollected(int swaps) throws InterruptedException {
    for (int i = 0; i < LOOKS && left() > 1; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(left()).as("packs in memory after %d swaps", swaps).isEqualTo(1);
  }

  private long left() {
    return packs.stream().filter(pack -> pack.get() != null).count();
  }

  /** The least that some collections left, while the threads go on. */
  private static long usedHeap() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      System.gc();
      used = Math.min(used, leftByTheLastCollection());
    }
    return used;
  }

  private static long leftByTheLastCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  private static int sessionsWithLogicalFacts() {
    return ((TruthMaintenanceSystemFactoryImpl) TruthMaintenanceSystemFactory.get())
        .getEntryPointsMapSize();
  }
}
