package org.spinepain.guideline.tests.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.engine.PackJar;
import org.spinepain.guideline.engine.PackListener;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.PackWatch;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.SwapGate;
import org.spinepain.guideline.engine.SwapReport;
import org.spinepain.guideline.engine.TrustedDigests;
import org.spinepain.guideline.engine.WatchPlan;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.tests.editions.EditionJars;

/** An engine that watches a folder of packs. It serves version 2025.2.0 at first. */
@Timeout(300)
class PackWatchTest {

  private static final TrustedDigests ALL = digest -> true;
  private static final Duration OFTEN = Duration.ofMillis(5);
  private static final Duration NEVER = Duration.ofDays(1);

  private final Heard heard = new Heard();
  private final List<String> gated = new ArrayList<>();
  private final Looks looks = new Looks();

  @TempDir Path folder;
  private GuidelineEngine engine;

  @BeforeEach
  void open() {
    Path jar = Packs.jar(folder, "2025.2.0", "first");
    engine = GuidelineEngine.on(RulePack.load(PackOrigin.jar(jar), ALL), EngineOptions.defaults());
    engine.addListener(heard);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aNewerPackThatPassesTheGateServes() {
    PackWatch watch = watch(ALL, SwapGate.none());
    watch.lookNow();
    assertThat(mark()).isEqualTo("first");
    Packs.jar(folder, "2025.10.0", "newest");
    Packs.jar(folder, "2025.9.0", "newer");
    watch.lookNow();
    assertThat(mark()).isEqualTo("newest");
    assertThat(heard.swapped).hasSize(1);
    watch.lookNow();
    assertThat(heard.swapped).as("what serves is not swapped for itself").hasSize(1);
  }

  @Test
  void aLowerOrTheSameVersionIsNotOffered() {
    Packs.jar(folder, "2025.1.0", "older");
    EditionJars.write(folder.resolve("again.jar"), Packs.files("2025.2.0", "built again"));
    watch(ALL, this::green).lookNow();
    assertThat(gated).isEmpty();
    assertThat(mark()).isEqualTo("first");
  }

  @Test
  void aPackServesOnceItsDigestIsPinnedWhileTheWatchRuns() throws IOException {
    Path pins = Files.writeString(folder.resolve("pins"), "# none yet\n");
    Files.delete(folder.resolve("2025.2.0.jar"));
    Path jar = Packs.jar(folder, "2025.3.0", "newer");
    PackWatch watch = watch(TrustedDigests.in(pins), SwapGate.none());
    watch.lookNow();
    assertThat(mark()).isEqualTo("first");
    assertThat(heard.passedOver)
        .containsExactly(
            "2025.3.0.jar: it is not trusted; whoever trusts it pins " + EditionJars.digest(jar));
    watch.lookNow();
    assertThat(heard.passedOver).as("told again, for the same reason").hasSize(1);
    Files.writeString(pins, EditionJars.digest(jar) + "\n");
    watch.lookNow();
    assertThat(mark()).isEqualTo("newer");
  }

  @Test
  void whenTheGateRefusesTheNewestTheNextNewerOneServes() {
    Packs.jar(folder, "2025.4.0", "newest");
    Packs.jar(folder, "2025.3.0", "newer");
    watch(ALL, (candidate, pack) -> refusing("newest", candidate)).lookNow();
    assertThat(mark()).isEqualTo("newer");
    assertThat(heard.refused).extracting(SwapReport::objections).containsExactly(List.of("red"));
  }

  @Test
  void aJarWhoseClassesAreBrokenIsPassedOverAndToldAndTheNextOneServes() {
    SortedMap<String, byte[]> broken = Packs.files("2025.4.0", "broken");
    broken.keySet().removeIf(name -> name.contains("/LambdaConsequence"));
    EditionJars.write(folder.resolve("2025.4.0.jar"), broken);
    Packs.jar(folder, "2025.3.0", "newer");
    watch(ALL, SwapGate.none()).lookNow();
    assertThat(mark()).isEqualTo("newer");
    assertThat(heard.passedOver)
        .singleElement()
        .asString()
        .startsWith("2025.4.0.jar: ")
        .contains("NoClassDefFoundError");
  }

  @Test
  void aFolderThatIsNotThereForAWhileIsToldOnceAndLookedAtAgain() throws IOException {
    Path later = folder.resolve("later");
    PackWatch watch =
        engine.watch(WatchPlan.of(PackOrigin.folder(later), ALL, SwapGate.none(), NEVER));
    watch.lookNow();
    watch.lookNow();
    assertThat(heard.passedOver)
        .singleElement()
        .asString()
        .startsWith(later + ": the folder " + later + " cannot be read");
    Packs.jar(Files.createDirectory(later), "2025.3.0", "newer");
    watch.lookNow();
    assertThat(mark()).isEqualTo("newer");
  }

  @Test
  void whatTheGateRefusedIsOfferedAgainByHandOnly() throws Exception {
    Packs.jar(folder, "2025.3.0", "newer");
    AtomicInteger asked = new AtomicInteger();
    PackWatch watch =
        engine.watch(
            WatchPlan.of(
                looks,
                ALL,
                (candidate, pack) -> asked.incrementAndGet() < 2 ? List.of("red") : List.of(),
                OFTEN));
    looks.await(5);
    assertThat(asked).hasValue(1);
    assertThat(mark()).isEqualTo("first");
    watch.lookNow();
    assertThat(asked).hasValue(2);
    assertThat(mark()).isEqualTo("newer");
  }

  @Test
  void goingBackByHandIsNotUndone() throws Exception {
    Packs.jar(folder, "2025.3.0", "newer");
    CountDownLatch swapped = new CountDownLatch(1);
    engine.addListener(
        new PackListener() {
          @Override
          public void swapped(SwapReport report) {
            swapped.countDown();
          }
        });
    engine.watch(WatchPlan.of(looks, ALL, SwapGate.none(), OFTEN));
    swapped.await();
    assertThat(mark()).as("served by the watch's own thread").isEqualTo("newer");
    engine.swap(Packs.load(folder.resolve("2025.2.0.jar")), SwapGate.none());
    looks.await(5);
    assertThat(mark()).isEqualTo("first");
  }

  @Test
  void goingBackByHandFromThePackOfTheStartIsUndoneByHandOnly() throws Exception {
    Path before = Packs.jar(folder, "2025.1.0", "before");
    engine.swap(Packs.load(before), SwapGate.none());
    PackWatch watch = engine.watch(WatchPlan.of(looks, ALL, SwapGate.none(), OFTEN));
    looks.await(2);
    assertThat(mark()).isEqualTo("before");
    watch.lookNow();
    assertThat(mark()).isEqualTo("first");
  }

  @Test
  void afterGoingBackByHandNothingBelowTheHighestThatServedIsOffered() throws Exception {
    Path highest = Packs.jar(folder, "2025.4.0", "highest");
    Packs.jar(folder, "2025.3.0", "between");
    engine.swap(Packs.load(highest), SwapGate.none());
    engine.swap(Packs.load(folder.resolve("2025.2.0.jar")), SwapGate.none());
    engine.watch(WatchPlan.of(looks, ALL, this::green, OFTEN));
    looks.await(2);
    assertThat(gated).isEmpty();
    assertThat(mark()).isEqualTo("first");
    Packs.jar(folder, "2025.5.0", "above");
    looks.await(2);
    assertThat(mark()).isEqualTo("above");
  }

  @Test
  void whenTheMachineFailsInTheGateThatIsToldAndThePackNotOfferedAgain() throws Exception {
    Packs.jar(folder, "2025.4.0", "newest");
    AtomicInteger asked = new AtomicInteger();
    engine.watch(
        WatchPlan.of(
            looks,
            ALL,
            (candidate, pack) -> {
              asked.incrementAndGet();
              if (candidate.standing().text().startsWith("newest")) {
                throw new OutOfMemoryError("in the gate");
              }
              return List.of();
            },
            OFTEN));
    looks.await(5);
    assertThat(asked).hasValue(1);
    assertThat(heard.refused).hasSize(1);
    Packs.jar(folder, "2025.3.0", "newer");
    looks.await(2);
    assertThat(mark()).as("the look that failed was not the last").isEqualTo("newer");
  }

  @Test
  void aLookThatFailsIsToldOnceAndNotTheLast() throws Exception {
    Packs.jar(folder, "2025.3.0", "newer");
    AtomicInteger asked = new AtomicInteger();
    PackOrigin failing =
        () -> {
          if (asked.incrementAndGet() <= 3) {
            throw new IllegalStateException("patient 4711");
          }
          return looks.jars();
        };
    engine.watch(WatchPlan.of(failing, ALL, SwapGate.none(), OFTEN));
    looks.await(2);
    assertThat(heard.passedOver)
        .containsExactly(failing + ": a look at it failed: java.lang.IllegalStateException");
    assertThat(mark()).isEqualTo("newer");
  }

  @Test
  void eachPackIsAdaptedByTheOverlays() {
    Packs.jar(folder, "2025.3.0", "newer");
    engine
        .watch(
            WatchPlan.of(PackOrigin.folder(folder), ALL, SwapGate.none(), NEVER)
                .adaptedBy(overlay("example-region"))
                .adaptedBy(overlay("example-hospital")))
        .lookNow();
    assertThat(engine.assess(Packs.CASE).overlays())
        .extracting(OverlayReference::id)
        .containsExactly("example-region", "example-hospital");
  }

  private static Overlay overlay(String id) {
    return Overlay.parse(
        id + ".properties",
        """
        overlay.id = %s
        overlay.owner = Spine service, Example Hospital
        overlay.guideline = bmj-2025-e079970
        overlay.edition = 2025
        """
            .formatted(id));
  }

  @Test
  void closingTheWatchEndsItsThread() throws Exception {
    PackWatch watch = engine.watch(WatchPlan.of(looks, ALL, SwapGate.none(), OFTEN));
    looks.await(1);
    watch.close();
    looks.thread().join();
  }

  @Test
  void aWatchThatIsClosedDoesNotLook() {
    Packs.jar(folder, "2025.3.0", "newer");
    PackWatch watch = watch(ALL, SwapGate.none());
    watch.close();
    assertThatThrownBy(watch::lookNow)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this watch is closed");
    assertThat(mark()).isEqualTo("first");
  }

  @Test
  void anEngineThatIsClosedInTheMidstOfALookIsNoFailure() throws Exception {
    Packs.jar(folder, "2025.3.0", "newer");
    CountDownLatch closed = new CountDownLatch(1);
    SwapGate closing =
        (candidate, pack) -> {
          engine.close();
          closed.countDown();
          return List.of();
        };
    engine.watch(WatchPlan.of(looks, ALL, closing, OFTEN));
    closed.await();
    looks.thread().join();
    assertThat(heard.released).hasSize(1);
    assertThat(heard.swapped).isEmpty();
    assertThat(heard.passedOver).isEmpty();
  }

  @Test
  void theJarThatAWatchLooksAtIsNamedByItsPath() {
    Path none = folder.resolve("none.jar");
    engine.watch(WatchPlan.of(PackOrigin.jar(none), ALL, SwapGate.none(), NEVER)).lookNow();
    assertThat(heard.passedOver).containsExactly(none + ": " + none + ": there is no such file");
  }

  @Test
  void closingTheEngineEndsTheThreadOfTheWatch() throws Exception {
    engine.watch(WatchPlan.of(looks, ALL, SwapGate.none(), OFTEN));
    looks.await(1);
    engine.close();
    looks.thread().join();
    assertThat(looks.thread().isDaemon()).isTrue();
  }

  @Test
  void aClosedEngineAndAViewDoNotWatch() {
    WatchPlan plan = WatchPlan.of(PackOrigin.folder(folder), ALL, SwapGate.none(), NEVER);
    PackWatch before = engine.watch(plan);
    GuidelineEngine view = engine.assuming();
    assertThatThrownBy(() -> view.watch(plan))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a view cannot swap, the engine that it is of can");
    engine.close();
    assertThatThrownBy(() -> engine.watch(plan))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this engine is closed");
    assertThatThrownBy(before::lookNow)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this engine is closed");
  }

  @Test
  void anIntervalOfNothingIsRefused() {
    assertThatThrownBy(
            () -> WatchPlan.of(PackOrigin.folder(folder), ALL, SwapGate.none(), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("interval: found PT0S, allowed is more than 0");
  }

  /** The folder, as an origin that knows how often and on which thread it was looked at. */
  private final class Looks implements PackOrigin {

    private final AtomicInteger count = new AtomicInteger();
    private volatile Thread thread;

    @Override
    public List<PackJar> jars() {
      if (Thread.currentThread().getName().equals("guideline-pack-watch")) {
        thread = Thread.currentThread();
        count.incrementAndGet();
      }
      return PackOrigin.folder(folder).jars();
    }

    /** Waits until so many looks of the watch's thread that begin from now on are over. */
    void await(int more) throws InterruptedException {
      int end = count.get() + more + 1;
      while (count.get() < end) {
        Thread.sleep(1);
      }
    }

    Thread thread() {
      return thread;
    }
  }

  private List<String> green(GuidelineEngine candidate, RulePack pack) {
    gated.add(pack.reference().coordinates());
    return List.of();
  }

  private static List<String> refusing(String mark, GuidelineEngine candidate) {
    return candidate.standing().text().startsWith(mark) ? List.of("red") : List.of();
  }

  private PackWatch watch(TrustedDigests trusted, SwapGate gate) {
    return engine.watch(WatchPlan.of(PackOrigin.folder(folder), trusted, gate, NEVER));
  }

  private String mark() {
    return Packs.markOf(engine.assess(Packs.CASE));
  }
}
