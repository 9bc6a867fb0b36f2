package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The pages that reviews write, from disk: on a desk, on a phone and on paper. */
@Tag("browser")
class PagesInBrowserTest {

  private static final String PROTOCOL = "examples/protocols/back-pain-injections.yaml";

  private static final String OVERLAY =
      """
      overlay.id = example-hospital
      overlay.owner = Spine service
      overlay.guideline = bmj-2025-e079970
      overlay.edition = 2025
      suppress.radicular-epidural.owner = Head of service
      suppress.radicular-epidural.reason = Under review.
      suppress.radicular-epidural.until = 2026-03-31
      local.consent-form.kind = duty
      local.consent-form.with = recommend-against
      local.consent-form.text = File form 7.
      text.guidance.exercise-therapy = Offer our evening class.
      """;

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
        const shown = drawn.map(n => n === null ? 'withheld' : n.toLocaleString('en'));
        return {painted: painted, drawn: shown, told: told};
      })""";

  private static final String WORDS_OF_CHARTS =
      """
      return [...document.querySelectorAll('.chart canvas')].map(canvas => {
        const chart = Chart.getChart(canvas);
        const {x, y} = chart.options.scales;
        const axes = (chart.options.indexAxis === 'y' ? [y, x] : [x, y]).map(axis => axis.title);
        const legend = chart.options.plugins.legend.display ? chart.legend.legendItems : [];
        return axes.map(title => title.display ? title.text : '').join('; ') + '; '
          + legend.map(item => item.text).join(', ');
      })""";

  private static final String EVERY_SHEET =
      """
      const mark = document.querySelector('.every-page');
      const style = getComputedStyle(mark);
      return getComputedStyle(mark.parentElement).display + ' > ' + style.display + ' '
        + style.breakInside + ': ' + mark.innerText.trim()""";

  private static final String EDGES =
      """
      const region = arguments[0].parentElement;
      region.scrollLeft = (region.scrollWidth - region.clientWidth) * arguments[1] / 100;
      return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
        done(['left', 'right'].map(side => {
          const edge = region.parentElement.querySelector('.edge.' + side);
          const box = edge.getBoundingClientRect();
          const place = region.getBoundingClientRect();
          return box.width > 5 && box.height > 20 && box[side] === place[side]
            && getComputedStyle(edge).backgroundImage !== 'none';
        })))))""";

  /** Kept, since loggers are held weakly. The protocol whose version it misses is not used here. */
  private static final Logger VERSIONS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  /** A page, with how many charts it has. */
  private enum Page {
    COMPARISON(5),
    NO_REFERRALS(0),
    BY_ADAPTED_RULES(5),
    WITHHELD(0),
    PROTOCOL(0),
    PROTOCOL_BY_ADAPTED_RULES(0);

    private final int charts;

    Page(int charts) {
      this.charts = charts;
    }

    /** What can be read on it. */
    String[] words() {
      return switch (this) {
        case COMPARISON ->
            new String[] {
              "Made up. These referrals were", "Recommended against by clinic, compared"
            };
        case WITHHELD ->
            new String[] {"By clinic\n\nChart: withheld, since no number above 0 is shown."};
        case NO_REFERRALS -> new String[] {"Trend by month\n\nNone."};
        case BY_ADAPTED_RULES ->
            new String[] {"overlay example-hospital of Spine service, sha256:"};
        case PROTOCOL_BY_ADAPTED_RULES ->
            new String[] {
              "Suppressed by Head of service until 2026-03-31: Under review.",
              "Offer our evening class.",
              "In the words of overlay example-hospital.",
              "Duty: File form 7."
            };
        case PROTOCOL -> new String[] {"Step sciatica-epidural: Recommended against."};
      };
    }

    Path file() {
      return folder.resolve(name() + ".html");
    }
  }

  /** How it is looked at; on paper as wide as a sheet of A4 between its margins. */
  private enum View {
    DESK(1280, "screen"),
    PHONE(360, "screen"),
    PAPER(680, "print");

    private final int width;
    private final String media;

    View(int width, String media) {
      this.width = width;
      this.media = media;
    }
  }

  @TempDir private static Path folder;

  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws IOException {
    VERSIONS.setLevel(Level.SEVERE);
    String before = folder.resolve("before.json").toString();
    review("--json", before, referrals("1000", "--from", "2024-01"));
    review(
        "--against",
        before,
        referrals("4000", "--plant"),
        "--html",
        Page.COMPARISON.file().toString());
    review(
        Files.createFile(folder.resolve("none.ndjson")).toString(),
        "--html",
        Page.NO_REFERRALS.file().toString());
    String overlay = Files.writeString(folder.resolve("site.properties"), OVERLAY).toString();
    review(
        referrals("2000"), "--overlay", overlay, "--html", Page.BY_ADAPTED_RULES.file().toString());
    review(referrals("90"), "--threshold", "1000", "--html", Page.WITHHELD.file().toString());
    reviewProtocol("--html", Page.PROTOCOL.file().toString());
    reviewProtocol(
        "--overlay", overlay, "--html", Page.PROTOCOL_BY_ADAPTED_RULES.file().toString());
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

  private static String referrals(String count, String... more) {
    String file = folder.resolve(count + ".ndjson").toString();
    CommandRun.of(
        Stream.concat(Stream.of("referrals", "--count", count, "--out", file), Stream.of(more))
            .toArray(String[]::new));
    return file;
  }

  private static void reviewProtocol(String... args) {
    CommandRun.of(
        Stream.concat(Stream.of("review-protocol", PROTOCOL), Stream.of(args))
            .toArray(String[]::new));
  }

  private static void review(String... args) {
    CommandRun.of(Stream.concat(Stream.of("review"), Stream.of(args)).toArray(String[]::new));
  }

  @AfterAll
  static void close() {
    browser.quit();
  }

  static List<Arguments> views() {
    return Stream.of(Page.values())
        .flatMap(page -> Stream.of(View.values()).map(view -> Arguments.of(page, view)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("views")
  void itLoadsFromDiskAndAsksForNothingElse(Page page, View view) {
    load(page, view);

    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
    assertThat(browser.executeScript("return performance.getEntriesByType('resource').length"))
        .isEqualTo(0L);
    assertThat((String) browser.executeScript("return document.body.innerText"))
        .contains(page.words());
  }

  @ParameterizedTest
  @MethodSource("views")
  void everyChartIsDrawnAndTellsTheNumbersOfItsTable(Page page, View view) {
    load(page, view);

    List<?> charts = (List<?>) browser.executeScript(CHARTS);

    assertThat(charts)
        .hasSize(page.charts)
        .allSatisfy(
            each -> {
              Map<?, ?> chart = (Map<?, ?>) each;
              assertThat((Long) chart.get("painted")).isGreaterThan(1_000);
              assertThat((List<?>) chart.get("drawn")).isNotEmpty().isEqualTo(chart.get("told"));
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyChartTellsWhatItsAxesAndLinesAre(View view) {
    load(Page.COMPARISON, view);

    assertThat((List<?>) browser.executeScript(WORDS_OF_CHARTS))
        .isEqualTo(
            List.of(
                "month of assessment; requests;"
                    + " Recommended against, No recommendation, Not enough information",
                "month of assessment; requests recommended against;"
                    + " made-up-clinic-C, other clinics",
                "clinic; requests recommended against; ",
                "recommendation; requests recommended against; ",
                "what is missing; requests without enough information;"
                    + " Requests, Settled by this answer alone"));
  }

  /** A browser repeats the head of a table on every sheet, unless it may break in itself. */
  @Test
  void whatWasMadeUpIsToldOnEverySheetOfPaperAndTakesRoomThere() {
    load(Page.COMPARISON, View.PAPER);

    assertThat(browser.executeScript(EVERY_SHEET))
        .isEqualTo(
            "table > table-header-group avoid: Made up by a program: these referrals are no data,"
                + " and nothing here was observed.");

    load(Page.COMPARISON, View.DESK);

    assertThat((String) browser.executeScript(EVERY_SHEET)).startsWith("block > none");
  }

  @ParameterizedTest
  @MethodSource("views")
  void itIsAccessible(Page page, View view) {
    load(page, view);

    assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("views")
  void itIsNoWiderThanTheScreenOrSheet(Page page, View view) {
    load(page, view);

    assertThat(
            browser.executeScript(
                "const all = document.documentElement; return all.scrollWidth - all.clientWidth"))
        .isEqualTo(0L);
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE"})
  void aTableThatIsWiderThanTheScreenTellsAtWhichSideItGoesOn(View view) {
    load(Page.COMPARISON, view);
    List<?> tables = browser.findElements(By.cssSelector("[role=region] table"));
    List<?> wide =
        (List<?>)
            browser.executeScript(
                """
                return [...document.querySelectorAll('[role=region] table')].filter(table =>
                  table.getBoundingClientRect().right > document.documentElement.clientWidth)""");

    if (view == View.PHONE) {
      assertThat(wide).hasSizeBetween(2, tables.size() - 1);
    } else {
      assertThat(wide).isEmpty();
    }
    assertThat(tables)
        .allSatisfy(
            table -> {
              boolean goesOn = wide.contains(table);
              assertThat(edges(table, 0)).containsExactly(false, goesOn);
              assertThat(edges(table, 50)).containsExactly(goesOn, goesOn);
              assertThat(edges(table, 100)).containsExactly(goesOn, false);
            });
  }

  /** Whether it is told, left and right, that a table goes on, once it was scrolled so far. */
  private static List<Boolean> edges(Object table, int percent) {
    List<?> told = (List<?>) browser.executeScript(EDGES, table, percent);
    return told.stream().map(Boolean.class::cast).toList();
  }

  private static void load(Page page, View view) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            view.width,
            "height",
            900,
            "deviceScaleFactor",
            1,
            "mobile",
            view.width < 500));
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", view.media));
    browser.get(page.file().toUri().toString());
    if (view == View.PAPER) {
      browser.executeScript("window.dispatchEvent(new Event('beforeprint'))");
    }
  }
}
