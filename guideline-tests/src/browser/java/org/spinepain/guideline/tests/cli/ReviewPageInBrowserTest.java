package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page of a review of made-up referrals, from disk, on a desk and on a phone. */
@Tag("browser")
class ReviewPageInBrowserTest {

  private static final String CHARTS =
      """
      return [...document.querySelectorAll('.chart')].map(place => {
        const canvas = place.querySelector('canvas');
        const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        let painted = 0;
        for (let i = 3; i < pixels.length; i += 4) {
          painted += pixels[i] > 0 ? 1 : 0;
        }
        const drawn = Chart.getChart(canvas).data.datasets.flatMap(one => one.data);
        const heads = [...document.querySelectorAll('#' + place.dataset.table + ' thead th')];
        const rows = [...document.querySelectorAll('#' + place.dataset.table + ' tbody tr')];
        const told = heads.flatMap((head, i) => head.dataset.series === undefined ? []
          : rows.map(row => row.cells[i].lastChild.textContent));
        return {painted: painted, drawn: drawn.map(n => n === null ? 'withheld' : n.toLocaleString('en')),
          told: told};
      })""";

  /** Kept, since loggers are held weakly. The protocol whose version it misses is not used here. */
  private static final Logger VERSIONS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  @TempDir private static Path folder;

  private static ChromeDriver browser;
  private static String page;

  @BeforeAll
  static void open() {
    VERSIONS.setLevel(Level.SEVERE);
    Path referrals = folder.resolve("made-up.ndjson");
    Path html = folder.resolve("review.html");
    CommandRun.of("referrals", "--count", "4000", "--plant", "--out", referrals.toString());
    CommandRun.of("review", "--html", html.toString(), referrals.toString());
    page = html.toUri().toString();
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("profile"));
    options.setCapability("goog:loggingPrefs", logs);
    System.setProperty("webdriver.chrome.driver", "/usr/bin/chromedriver");
    browser = new ChromeDriver(options);
  }

  @AfterAll
  static void close() {
    browser.quit();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 360})
  void thePageLoadsFromDiskAndAsksForNothingElse(int width) {
    load(width);

    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
    assertThat(browser.executeScript("return performance.getEntriesByType('resource').length"))
        .isEqualTo(0L);
    assertThat(browser.findElement(By.className("made-up")).getText()).startsWith("Made up.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 360})
  void everyChartIsDrawnAndTellsTheNumbersOfItsTable(int width) {
    load(width);

    List<?> charts = (List<?>) browser.executeScript(CHARTS);

    assertThat(charts)
        .hasSize(5)
        .allSatisfy(
            each -> {
              Map<?, ?> chart = (Map<?, ?>) each;
              assertThat((Long) chart.get("painted")).isGreaterThan(1_000);
              assertThat((List<?>) chart.get("drawn")).isNotEmpty().isEqualTo(chart.get("told"));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 360})
  void thePageIsAccessible(int width) {
    load(width);

    assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 360})
  void thePageIsNoWiderThanTheScreen(int width) {
    load(width);

    assertThat(
            browser.executeScript(
                "const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
        .isEqualTo(0L);
  }

  private static void load(int width) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
    browser.get(page);
  }
}
