package org.spinepain.guideline.tests.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.space.Boundaries;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;

/**
 * Finds the mistakes in the overlays of a site: those for which an engine refuses them, and words
 * that are too long, or are those of the rules.
 */
public final class OverlayLint {

  /** Of so many complete combinations one is put in every context. */
  private static final int IN_CONTEXTS = 211;

  private static final int LONGEST_TEXT = 300;

  private static final Pattern ALLOWED = Pattern.compile(", allowed is |\\. Allowed are ");

  private final Boundaries boundaries;
  private final RulePack pack;
  private final List<Finding> findings = new ArrayList<>();

  private OverlayLint(Boundaries boundaries, RulePack pack) {
    this.boundaries = boundaries;
    this.pack = pack;
  }

  /**
   * The findings in these overlays of a pack; none where the pack itself cannot be used, which
   * {@link Lint} tells.
   */
  public static List<Finding> of(PackSource source, List<Path> files) {
    try {
      OverlayLint lint = new OverlayLint(Boundaries.of(source), source.load());
      lint.check(files);
      return List.copyOf(lint.findings);
    } catch (RulePackException | CompilationException e) {
      return List.of();
    }
  }

  private void check(List<Path> files) {
    List<Overlay> fitting = new ArrayList<>();
    for (Path file : files) {
      try {
        Overlay overlay = Overlay.read(file);
        RulePack adapted = pack.adaptedBy(overlay);
        fitting.add(overlay);
        words(adapted)
            .forEach((key, found) -> add(file, key, key + ": " + found.get(0), found.get(1)));
      } catch (RulePackException e) {
        refused(file, e.getMessage());
      }
    }
    try {
      pack.adaptedBy(fitting.toArray(Overlay[]::new));
    } catch (RulePackException e) {
      // Where two do the same, it is told of the later one.
      files.stream()
          .filter(file -> e.getMessage().startsWith(file + ", "))
          .findFirst()
          .ifPresent(file -> refused(file, e.getMessage()));
    }
  }

  private void refused(Path file, String message) {
    String refusal = message.replace(file.toString(), "").replaceFirst("^, ", "").strip();
    String[] parts = ALLOWED.split(refusal, 2);
    int colon = parts[0].indexOf(':');
    add(
        file,
        colon < 0 ? "" : parts[0].substring(0, colon),
        parts[0],
        parts.length > 1 ? parts[1] : "what the README of guideline-rules says of overlays");
  }

  private void add(Path file, String key, String message, String instead) {
    findings.add(
        new Finding(
            FindingCode.OVERLAY,
            file.toString(),
            line(file, key),
            0,
            Optional.empty(),
            message,
            instead));
  }

  /** The line of a key, or of the first that begins with it; the first when there is none. */
  private static int line(Path file, String key) {
    try (Stream<String> lines = Files.lines(file)) {
      Pattern start = Pattern.compile("\\s*" + Pattern.quote(key) + "(?:\\.\\w+)?\\s*[=:].*");
      return 1 + Math.max(0, lines.map(start.asMatchPredicate()::test).toList().indexOf(true));
    } catch (IOException | UncheckedIOException notReadable) {
      return 1;
    }
  }

  /** What is wrong with the words of an overlay, and what to write instead, by key. */
  private Map<String, List<String>> words(RulePack adapted) {
    Map<String, List<String>> found = new ConcurrentSkipListMap<>();
    try (GuidelineEngine engine = GuidelineEngine.on(adapted, EngineOptions.defaults())) {
      Stream.concat(
              CaseSpace.completeInOneContext(),
              some(CaseSpace.completeInOneContext().toList()).flatMap(CaseSpace::contexts))
          .filter(boundaries::allow)
          .parallel()
          .flatMap(combination -> answers(engine, combination))
          .forEach(answer -> words(answer, found));
    }
    return found;
  }

  private static Stream<Combination> some(List<Combination> all) {
    return IntStream.range(0, all.size()).filter(i -> i % IN_CONTEXTS == 0).mapToObj(all::get);
  }

  /** None where the rules come to none, which {@link Lint} tells. */
  private Stream<Determination> answers(GuidelineEngine engine, Combination combination) {
    try {
      return engine.assess(combination.toCase(boundaries)).determinations().stream();
    } catch (RuleExecutionException none) {
      return Stream.empty();
    }
  }

  private static void words(Determination answer, Map<String, List<String>> found) {
    answer.local().forEach(item -> length("local." + item.code() + ".text", item.text(), found));
    for (ReplacedText replaced : answer.replaced()) {
      String key = "text." + replaced.of().code() + "." + replaced.code();
      String text = text(answer, replaced);
      length(key, text, found);
      if (text.equals(replaced.original())) {
        found.put(key, List.of("these are the rules' own words", "nothing, or other words"));
      }
    }
  }

  private static void length(String key, String text, Map<String, List<String>> found) {
    if (text.length() > LONGEST_TEXT) {
      found.put(
          key, List.of("the text has " + text.length() + " characters", "at most " + LONGEST_TEXT));
    }
  }

  private static String text(Determination answer, ReplacedText replaced) {
    String code = replaced.code();
    Stream<String> texts =
        switch (replaced.of()) {
          case RECOMMENDATION ->
              answer.recommendations().stream().filter(r -> r.id().equals(code)).map(r -> r.text());
          case REASON ->
              answer.reasons().stream().filter(r -> r.code().equals(code)).map(r -> r.text());
          case GUIDANCE ->
              answer.guidance().stream().filter(g -> g.code().equals(code)).map(g -> g.text());
          case CAVEAT ->
              answer.caveats().stream().filter(c -> c.code().equals(code)).map(c -> c.text());
        };
    return texts.findFirst().orElseThrow();
  }
}
