package org.spinepain.guideline.tests.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.Strength;
import org.spinepain.guideline.tests.mutation.Mutant.Edit;
import org.spinepain.guideline.tests.mutation.Mutant.MovedByDays;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * Nothing of the guideline's pack goes without a mutant: held against walks through the pack that
 * share nothing with those that make mutants.
 */
class MutantsTest {

  private static final PackSource PACK = PackSource.bundled();
  private static final List<Mutant> MUTANTS = Mutants.of(PACK);

  private static final Pattern COMMENT = Pattern.compile("//.*|/\\*(?s:.*?)\\*/");
  private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");
  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]\\w*\\.[A-Z][A-Z0-9_]*\\b");
  private static final Pattern NOT_HELD = Pattern.compile("\\b\\w+NotHeld\\(\\)");
  private static final Pattern OTHER_LITERAL =
      Pattern.compile("\\b(?:\\d|true\\b|false\\b|null\\b)|'");

  /** There is nothing to exchange them for. */
  private static final Set<String> ALONE_IN_THEIR_TYPE =
      Set.of("Direction.AGAINST", "Strength.STRONG");

  /** Something that stands in a file. */
  private record Found(String file, int from, int to, String text) {

    @Override
    public String toString() {
      return file + ":" + line(PACK.files().get(file), from) + " " + text;
    }
  }

  // Conditions.

  @Test
  void everyConstraintHasAMutantWithoutIt() {
    List<Found> constraints = constraints();
    assertThat(constraints).hasSizeGreaterThan(100).filteredOn(c -> !isDropped(c)).isEmpty();
  }

  @Test
  void everyConstraintHasAMutantWithItsOpposite() {
    assertThat(constraints())
        .filteredOn(c -> isWithoutMutant(Operator.CONSTRAINT_NEGATED, c))
        .isEmpty();
  }

  @Test
  void everyPatternThatTheConsequenceDoesNotUseHasAMutantWithoutIt() {
    List<Found> patterns = unusedPatterns();
    assertThat(patterns)
        .hasSizeGreaterThan(100)
        .filteredOn(p -> isWithoutMutant(Operator.PATTERN_DROPPED, p))
        .isEmpty();
  }

  @Test
  void everyPatternThatTheConsequenceDoesNotUseHasAMutantWithItsOpposite() {
    assertThat(unusedPatterns())
        .filteredOn(p -> isWithoutMutant(Operator.PATTERN_NEGATED, p))
        .isEmpty();
  }

  @Test
  void everyConstantAndCodeInAConditionHasAMutantWithAnother() {
    List<Found> values = new ArrayList<>();
    for (Found constraint : constraints()) {
      Stream.of(CONSTANT, LITERAL)
          .forEach(
              kind ->
                  kind.matcher(constraint.text())
                      .results()
                      .forEach(value -> values.add(inside(constraint, value, 0))));
    }
    assertThat(values)
        .hasSizeGreaterThan(100)
        .filteredOn(value -> isWithoutEdit(value, MatchBy.EXACTLY, replacement -> true))
        .isEmpty();
  }

  @Test
  void everyRuleHasAMutantWithoutIt() {
    Set<String> rules = new TreeSet<>();
    eachRule((file, rule) -> rules.add(rule.getName()));
    assertThat(
            MUTANTS.stream()
                .filter(mutant -> mutant.operator() == Operator.RULE_DROPPED)
                .map(mutant -> mutant.part().rule().orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(rules);
  }

  @Test
  void everyNameIdAndSourceOfARuleHasAMutantWithAnother() {
    List<Found> heads = new ArrayList<>();
    Pattern head = Pattern.compile("(?:^rule |@id\\( |@source\\( )\"([^\"]+)\"", Pattern.MULTILINE);
    PACK.drl()
        .forEach(
            (file, text) ->
                head.matcher(text)
                    .results()
                    .forEach(h -> heads.add(new Found(file, h.start(1), h.end(1), h.group(1)))));
    assertThat(heads)
        .hasSize(3 * (int) MUTANTS.stream().map(m -> m.part().rule()).distinct().skip(1).count())
        .filteredOn(h -> isWithoutEdit(h, MatchBy.EXACTLY, replacement -> !replacement.isEmpty()))
        .isEmpty();
  }

  // Consequences and functions.

  @Test
  void everyTextFigureAndCodeInAConsequenceHasAMutantWithAnother() {
    List<Found> literals = inConsequences(LITERAL, 1);
    assertThat(literals)
        .hasSizeGreaterThan(150)
        .filteredOn(literal -> isWithoutEdit(literal, MatchBy.WITHIN, replacement -> true))
        .isEmpty();
  }

  @Test
  void everyConstantInAConsequenceHasAMutantWithAnother() {
    List<Found> constants = inConsequences(CONSTANT, 0);
    assertThat(constants)
        .hasSizeGreaterThan(100)
        .filteredOn(constant -> !ALONE_IN_THEIR_TYPE.contains(constant.text()))
        .filteredOn(
            constant ->
                isWithoutEdit(
                    constant,
                    MatchBy.EXACTLY,
                    other -> other.startsWith(type(constant)) && CONSTANT.matcher(other).matches()))
        .isEmpty();
  }

  @Test
  void aConstantWithoutAMutantIsAloneInItsType() {
    assertThat(Direction.values()).hasSize(1);
    assertThat(Strength.values()).hasSize(1);
  }

  @Test
  void everythingThatIsNotHeldHasAMutantThatHoldsIt() {
    List<Found> notHeld = inConsequences(NOT_HELD, 0);
    assertThat(notHeld)
        .hasSizeGreaterThan(4)
        .filteredOn(
            call -> isWithoutEdit(call, MatchBy.EXACTLY, invented -> invented.contains("(")))
        .isEmpty();
  }

  @Test
  void everyNumberInATextHasAMutantWithAnother() {
    List<Found> numbers = new ArrayList<>();
    for (Found literal : inConsequences(LITERAL, 1)) {
      if (literal.text().contains(" ")) {
        Pattern.compile("\\d[\\d.,]*(?<=\\d)")
            .matcher(literal.text())
            .results()
            .forEach(number -> numbers.add(inside(literal, number, 0)));
      }
    }
    assertThat(numbers)
        .hasSizeGreaterThan(5)
        .filteredOn(n -> isWithoutEdit(n, MatchBy.EXACTLY, other -> other.matches("[\\d.,]+")))
        .isEmpty();
  }

  @Test
  void noLiteralOfAnotherKindStandsInAConsequence() {
    List<String> others = new ArrayList<>();
    for (Found java : consequences()) {
      String withoutTexts = LITERAL.matcher(withoutComments(java.text())).replaceAll("\"\"");
      OTHER_LITERAL.matcher(withoutTexts).results().forEach(o -> others.add(java.toString()));
    }
    assertThat(others).isEmpty();
  }

  // The descriptor.

  @Test
  void everyKeyOfTheDescriptorHasAMutant() {
    Set<String> keys = new TreeSet<>(properties(PACK.descriptor()).stringPropertyNames());
    assertThat(ofTheDescriptor().map(mutant -> mutant.part().text()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void everyMutantOfAKeyChangesTheValueOfThisKeyAndOfNoOther() {
    Properties pack = properties(PACK.descriptor());
    assertThat(ofTheDescriptor().filter(mutant -> mutant.change() instanceof Edit))
        .allSatisfy(
            mutant -> {
              Properties changed = properties(mutant.of(PACK).descriptor());
              assertThat(changed.keySet()).isEqualTo(pack.keySet());
              assertThat(pack.stringPropertyNames())
                  .filteredOn(key -> !pack.get(key).equals(changed.get(key)))
                  .containsExactly(mutant.part().text());
            });
  }

  @Test
  void everyBoundaryIsMovedByOneOfItsUnitEitherWay() {
    for (String key : List.of("adultYears", "chronicMonths", "nearDays")) {
      int number = Integer.parseInt(properties(PACK.descriptor()).getProperty("boundary." + key));
      assertThat(
              ofTheDescriptor()
                  .filter(mutant -> mutant.part().text().equals("boundary." + key))
                  .filter(mutant -> mutant.change() instanceof Edit)
                  .map(mutant -> mutant.change().after()))
          .containsExactlyInAnyOrder(Integer.toString(number + 1), Integer.toString(number - 1));
    }
  }

  @Test
  void theBoundariesThatDecideAreMovedByADayEitherWay() {
    assertThat(
            MUTANTS.stream()
                .filter(mutant -> mutant.change() instanceof MovedByDays)
                .map(m -> m.part().text() + ", " + m.change().after()))
        .containsExactlyInAnyOrder(
            "boundary.adultYears, the same, a day later",
            "boundary.adultYears, the same, a day earlier",
            "boundary.chronicMonths, the same, a day later",
            "boundary.chronicMonths, the same, a day earlier");
  }

  // All mutants.

  @Test
  void everyMutantDiffersFromThePackInOneFile() {
    assertThat(MUTANTS.stream().filter(mutant -> mutant.change() instanceof Edit))
        .allSatisfy(
            mutant -> {
              Map<String, String> files = mutant.of(PACK).files();
              assertThat(files.keySet()).isEqualTo(PACK.files().keySet());
              assertThat(files.keySet())
                  .filteredOn(file -> !files.get(file).equals(PACK.files().get(file)))
                  .containsExactly(mutant.part().file());
            });
  }

  @Test
  void noTwoMutantsAreTheSamePack() {
    assertThat(MUTANTS.stream().filter(mutant -> mutant.change() instanceof Edit))
        .extracting(mutant -> mutant.of(PACK).files().get(mutant.part().file()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyMutantHasAnIdOfItsOwn() {
    assertThat(MUTANTS).extracting(Mutant::id).doesNotHaveDuplicates();
  }

  @Test
  void theMutantsOfAPackAreTheSameEachTime() {
    assertThat(Mutants.of(PACK)).isEqualTo(MUTANTS);
  }

  @Test
  void theLineOfAMutantHoldsTheBeginningOfWhatStoodThere() {
    assertThat(MUTANTS.stream().filter(mutant -> mutant.change() instanceof Edit))
        .allSatisfy(
            mutant ->
                assertThat(lineOf(mutant)).contains(mutant.change().before().split("[ ,]", 2)[0]));
  }

  @Test
  void theLineOfABoundaryHoldsItsKey() {
    assertThat(MUTANTS.stream().filter(mutant -> mutant.change() instanceof MovedByDays))
        .allSatisfy(mutant -> assertThat(lineOf(mutant)).startsWith(mutant.part().text() + " ="));
  }

  @Test
  void whatStoodThereAndWhatStandsThereAreOneLineEach() {
    assertThat(MUTANTS)
        .allSatisfy(
            mutant ->
                assertThat(mutant.change().before() + mutant.change().after())
                    .doesNotContain("\n"));
  }

  // The walks.

  private static void eachRule(BiConsumer<String, RuleDescr> seen) {
    PACK.drl()
        .forEach(
            (file, text) -> {
              try {
                new DrlParser()
                    .parse(false, text)
                    .getRules()
                    .forEach(rule -> seen.accept(file, rule));
              } catch (DroolsParserException e) {
                throw new IllegalStateException(file, e);
              }
            });
  }

  private static List<Found> constraints() {
    List<Found> constraints = new ArrayList<>();
    eachRule((file, rule) -> collect(rule.getLhs(), file, ExprConstraintDescr.class, constraints));
    return constraints;
  }

  /** Patterns that are bound to nothing, or to what the consequence does not speak of. */
  private static List<Found> unusedPatterns() {
    List<Found> unused = new ArrayList<>();
    eachRule(
        (file, rule) -> {
          List<Found> patterns = new ArrayList<>();
          collect(rule.getLhs(), file, PatternDescr.class, patterns);
          for (Found pattern : patterns) {
            Matcher binding = Pattern.compile("(\\$\\w+)\\s*:").matcher(pattern.text());
            Pattern use =
                binding.lookingAt()
                    ? Pattern.compile(Pattern.quote(binding.group(1)) + "\\b")
                    : Pattern.compile("(?!)");
            if (!use.matcher((String) rule.getConsequence()).find()) {
              unused.add(pattern);
            }
          }
        });
    return unused;
  }

  private static void collect(
      Object descr, String file, Class<? extends BaseDescr> type, List<Found> found) {
    if (type.isInstance(descr)) {
      int from = type.cast(descr).getStartCharacter();
      int end = type.cast(descr).getEndCharacter() + (descr instanceof ExprConstraintDescr ? 1 : 0);
      found.add(new Found(file, from, end, PACK.files().get(file).substring(from, end)));
    }
    if (descr instanceof PatternDescr pattern) {
      collect(pattern.getConstraint(), file, type, found);
    } else if (descr instanceof ConditionalElementDescr group) {
      group.getDescrs().forEach(part -> collect(part, file, type, found));
    }
  }

  /** The Java between {@code then} and {@code end}, and that of functions. */
  private static List<Found> consequences() {
    Pattern java =
        Pattern.compile(
            "^then\\n((?s:.*?))^end$|^function .*\\{\\n((?s:.*?))^}$", Pattern.MULTILINE);
    List<Found> consequences = new ArrayList<>();
    PACK.drl()
        .forEach(
            (file, text) ->
                java.matcher(text)
                    .results()
                    .forEach(
                        found -> {
                          int group = found.group(1) == null ? 2 : 1;
                          consequences.add(
                              new Found(
                                  file, found.start(group), found.end(group), found.group(group)));
                        }));
    assertThat(consequences).hasSizeGreaterThan(70);
    return consequences;
  }

  private static List<Found> inConsequences(Pattern what, int group) {
    List<Found> all = new ArrayList<>();
    for (Found java : consequences()) {
      // Of the same length, so that places stay.
      String code = withoutComments(java.text());
      String searched =
          what == LITERAL
              ? code
              : LITERAL
                  .matcher(code)
                  .replaceAll(l -> "\"" + " ".repeat(l.group(1).length()) + "\"");
      what.matcher(searched).results().forEach(found -> all.add(inside(java, found, group)));
    }
    return all;
  }

  private static String withoutComments(String java) {
    return Pattern.compile(LITERAL + "|" + COMMENT)
        .matcher(java)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group().startsWith("\"")
                        ? found.group()
                        : " ".repeat(found.group().length())));
  }

  private static Found inside(Found whole, MatchResult part, int group) {
    int from = whole.from() + part.start(group);
    int to = whole.from() + part.end(group);
    return new Found(whole.file(), from, to, PACK.files().get(whole.file()).substring(from, to));
  }

  private static String type(Found constant) {
    return constant.text().substring(0, constant.text().indexOf('.') + 1);
  }

  // What mutants change.

  private enum MatchBy {
    EXACTLY,
    WITHIN
  }

  private static Stream<Edit> edits() {
    return MUTANTS.stream()
        .map(mutant -> mutant.change() instanceof Edit edit ? edit : null)
        .filter(Objects::nonNull);
  }

  /** Whether no mutant replaces what was found, or a part of it, by something else of its kind. */
  private static boolean isWithoutEdit(
      Found found, MatchBy by, java.util.function.Predicate<String> isOfItsKind) {
    return edits()
        .filter(edit -> edit.file().equals(found.file()))
        .filter(
            edit ->
                by == MatchBy.EXACTLY
                    ? edit.from() == found.from() && edit.to() == found.to()
                    : edit.from() >= found.from() && edit.to() <= found.to())
        .filter(edit -> !edit.text().substring(edit.from(), edit.to()).equals(edit.replacement()))
        .noneMatch(edit -> isOfItsKind.test(edit.replacement()));
  }

  /** Whether a mutant takes all of a constraint away, and nothing else but a comma beside it. */
  private static boolean isDropped(Found constraint) {
    return edits()
        .filter(edit -> edit.file().equals(constraint.file()) && edit.replacement().isEmpty())
        .filter(edit -> edit.from() <= constraint.from() && edit.to() >= constraint.to())
        .anyMatch(
            edit ->
                (edit.text().substring(edit.from(), constraint.from())
                        + edit.text().substring(constraint.to(), edit.to()))
                    .matches("[\\s,]*"));
  }

  /** Whether no mutant of an operator changes something within what was found. */
  private static boolean isWithoutMutant(Operator operator, Found found) {
    return MUTANTS.stream()
        .filter(mutant -> mutant.operator() == operator)
        .map(mutant -> (Edit) mutant.change())
        .noneMatch(
            edit ->
                edit.file().equals(found.file())
                    && edit.to() >= found.from()
                    && edit.to() <= found.to());
  }

  private static Stream<Mutant> ofTheDescriptor() {
    return MUTANTS.stream().filter(mutant -> mutant.part().file().equals(PackSource.DESCRIPTOR));
  }

  private static Properties properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static String lineOf(Mutant mutant) {
    return PACK.files().get(mutant.part().file()).lines().toList().get(mutant.line() - 1);
  }

  private static long line(String text, int at) {
    return text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
