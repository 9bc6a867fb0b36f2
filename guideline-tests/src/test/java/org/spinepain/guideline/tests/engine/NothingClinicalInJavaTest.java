package org.spinepain.guideline.tests.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * What the guideline says stands in its rules. The codes, figures and words of the specification's
 * tables are looked for in the literals and the enum constants of the Java sources of the model and
 * the engine.
 */
class NothingClinicalInJavaTest {

  /** Section 2. */
  private static final List<String> RECOMMENDATIONS =
      List.of(
          "axial-joint-rfa",
          "axial-epidural",
          "axial-joint-targeted",
          "axial-intramuscular",
          "radicular-drg-rf",
          "radicular-epidural");

  /** Section 3, without clinical-trial, which is also a setting in a case. */
  private static final List<String> REASONS =
      List.of(
          "not-adult",
          "acute-pain",
          "cancer-related",
          "inflammatory-arthropathy",
          "cause-excluded-from-evidence",
          "diagnostic-intent",
          "not-addressed");

  /** Section 5. */
  private static final List<String> GUIDANCE =
      List.of(
          "benefit",
          "harms",
          "burden-and-cost",
          "informed-people-decline",
          "exercise-therapy",
          "document-discussion",
          "document-local-practice",
          "reconsider-referral",
          "trial-is-the-setting",
          "review-protocol",
          "not-an-endorsement");

  /** Section 5. */
  private static final List<String> CAVEATS =
      List.of(
          "level-not-pictured",
          "near-duration-boundary",
          "read-by-component",
          "evidence-awaiting-check",
          "cause-needs-own-pathway",
          "leads-to-opposed-treatment",
          "edition-withdrawn");

  /** Section 4: estimates, their intervals, the two harms. */
  private static final List<String> FIGURES =
      List.of(
          "0.28", "1.18", "1.75", "0.20", "1.11", "1.51", "0.39", "0.94", "1.71", "0.83", "0.26",
          "1.93", "0.63", "0.57", "1.83", "0.22", "0.42", "0.87", "0.53", "1.97", "0.92", "1.82",
          "0.29", "3.93", "0.49", "1.54", "0.55", "1.37", "0.84", "0.56", "1.30", "0.17", "0.15",
          "0.98", "1.28", "8.6", "1.4", "1,000", "5,000");

  /** Section 4. */
  private static final List<String> PLAIN_WORDS =
      List.of(
          "probably little to no difference",
          "may be little to no difference",
          "may increase pain",
          "too uncertain to show a benefit",
          "no figure held",
          "no figure is held");

  private static List<String> literals;
  private static List<String> enumCodes;

  @BeforeAll
  static void readTheSources() throws IOException {
    literals = new ArrayList<>();
    enumCodes = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(Path.of(unit.getSourceFile().toUri()).getFileName() + ": ").scan(unit, null);
      }
    }
  }

  @Test
  void theSourcesOfModelAndEngineAreRead() {
    assertThat(literals)
        .contains("CaseFact.java: patient.age", "Editions.java: this engine is closed");
    assertThat(enumCodes).contains("Technique.java: epidural-injection");
  }

  @Test
  void noIdOfARecommendationStandsInJava() {
    assertThat(holding(RECOMMENDATIONS)).isEmpty();
  }

  @Test
  void noCodeOfAReasonStandsInJava() {
    assertThat(holding(REASONS)).isEmpty();
  }

  @Test
  void noCodeOfGuidanceStandsInJava() {
    assertThat(holding(GUIDANCE)).isEmpty();
  }

  @Test
  void noCodeOfACaveatStandsInJava() {
    assertThat(holding(CAVEATS)).isEmpty();
  }

  @Test
  void noFigureStandsInJava() {
    assertThat(holding(FIGURES)).isEmpty();
  }

  @Test
  void noPlainWordsStandInJava() {
    assertThat(holding(PLAIN_WORDS)).isEmpty();
  }

  @Test
  void noWordingOfARuleStandsInJava() {
    List<String> wordings =
        PackSource.bundled().drl().values().stream()
            .flatMap(drl -> Pattern.compile("\"([^\"\\n]*)\"").matcher(drl).results())
            .map(found -> found.group(1).strip())
            .filter(words -> words.length() > 20 && words.contains(" "))
            .toList();
    assertThat(holding(wordings)).isEmpty();
  }

  /** The literals and enum constants in which one of these stands by itself, as no part of more. */
  private static List<String> holding(List<String> wanted) {
    Matcher matcher =
        Pattern.compile(
                "(?<![\\w.-])(?:"
                    + wanted.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                    + ")(?![\\w-])")
            .matcher("");
    return Stream.concat(literals.stream(), enumCodes.stream())
        .filter(found -> matcher.reset(found).find())
        .toList();
  }

  private static List<Path> sources() {
    Path root = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    return Stream.of(
            "guideline-model/src/main/java",
            "guideline-rules/src/main/java",
            "guideline-rules/src/maven/java")
        .map(root::resolve)
        .flatMap(NothingClinicalInJavaTest::javaFiles)
        .toList();
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Scanner extends TreeScanner<Void, Void> {

    private final String file;

    Scanner(String file) {
      this.file = file;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      literals.add(file + literal.getValue());
      return super.visitLiteral(literal, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (type.getKind() == Tree.Kind.ENUM) {
        for (Tree member : type.getMembers()) {
          if (member instanceof VariableTree constant
              && type.getSimpleName().contentEquals(constant.getType().toString())) {
            enumCodes.add(
                file + constant.getName().toString().toLowerCase(Locale.ROOT).replace('_', '-'));
          }
        }
      }
      return super.visitClass(type, null);
    }
  }
}
