package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.engine.RuleIndex;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.tests.pack.PackSource;

/** The DRL files of the guideline, as Drools' own parser reads them. */
class RuleFilesTest {

  @ParameterizedTest
  @EnumSource
  void everyFileKeepsTo(HardRule hardRule) {
    assertThat(DrlFile.ofTheGuideline()).flatExtracting(hardRule::brokenIn).isEmpty();
  }

  static Stream<Arguments> counterexamples() {
    return Stream.of(HardRule.values())
        .flatMap(rule -> rule.counterexamples().stream().map(drl -> Arguments.of(rule, drl)));
  }

  @ParameterizedTest
  @MethodSource("counterexamples")
  void drlThatDoesNotKeepToItIsFound(HardRule hardRule, String drl) {
    assertThat(hardRule.brokenIn(DrlFile.of("decision/counterexample.drl", drl))).isNotEmpty();
  }

  @Test
  void noTwoRulesShareAName() {
    assertThat(DrlFile.ofTheGuideline())
        .flatExtracting(DrlFile::rules)
        .extracting(RuleDescr::getName)
        .doesNotHaveDuplicates();
  }

  @Test
  void noTwoRulesShareAnId() {
    assertThat(DrlFile.ofTheGuideline())
        .flatExtracting(DrlFile::rules)
        .extracting(rule -> annotation(rule, "id"))
        .doesNotHaveDuplicates();
  }

  @Test
  void theIndexOfThePrecompiledPackAgreesWithTheParser() {
    assertThat(RulePack.bundled().rules()).containsExactlyElementsOf(readByTheParser());
  }

  @Test
  void theIndexMadeFromTheFilesAgreesWithTheParser() {
    assertThat(RuleIndex.of(PackSource.bundled().drl()).entries())
        .containsExactlyElementsOf(readByTheParser());
  }

  @Test
  void nothingRestsOnItsOwnAbsence() {
    assertThat(restingOnTheirOwnAbsence(DrlFile.ofTheGuideline())).isEmpty();
  }

  @Test
  void whatRestsOnItsOwnAbsenceByAWayRoundIsFound() {
    String circle =
        """
        rule "a" when $a : Procedure() not Reason() then insertLogical( new Caveat() ); end
        rule "b" when $b : Caveat() then insertLogical( new Reason() ); end
        """;
    assertThat(restingOnTheirOwnAbsence(List.of(DrlFile.of("decision/circle.drl", circle))))
        .containsExactly("Caveat rests on the absence of Reason");
  }

  /** Such a conclusion would be made and withdrawn for ever, or depend on the order of firing. */
  private static List<String> restingOnTheirOwnAbsence(List<DrlFile> files) {
    Map<String, Set<String>> restsOn = new TreeMap<>();
    Map<String, Set<String>> absent = new TreeMap<>();
    for (DrlFile file : files) {
      for (RuleDescr rule : file.rules()) {
        Set<String> all = types(DrlFile.patterns(rule));
        Set<String> absences = types(DrlFile.patterns(rule));
        absences.removeAll(types(DrlFile.patternsThatHold(rule)));
        for (String concluded : DrlFile.concluded(rule)) {
          restsOn.computeIfAbsent(concluded, type -> new TreeSet<>()).addAll(all);
          absent.computeIfAbsent(concluded, type -> new TreeSet<>()).addAll(absences);
        }
      }
    }
    List<String> found = new ArrayList<>();
    absent.forEach(
        (concluded, types) ->
            types.stream()
                .filter(type -> reachable(type, restsOn).contains(concluded))
                .forEach(type -> found.add(concluded + " rests on the absence of " + type)));
    return found;
  }

  private static Set<String> types(List<PatternDescr> patterns) {
    return patterns.stream()
        .map(PatternDescr::getObjectType)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> reachable(String from, Map<String, Set<String>> steps) {
    Set<String> reached = new TreeSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      steps.getOrDefault(open.pop(), Set.of()).stream().filter(reached::add).forEach(open::push);
    }
    return reached;
  }

  private static List<RuleIndex.Entry> readByTheParser() {
    List<RuleIndex.Entry> entries = new ArrayList<>();
    for (DrlFile file : DrlFile.ofTheGuideline()) {
      for (RuleDescr rule : file.rules()) {
        entries.add(
            new RuleIndex.Entry(
                entries.size(),
                file.name(),
                rule.getLine(),
                annotation(rule, "id"),
                annotation(rule, "source"),
                rule.getName()));
      }
    }
    return entries;
  }

  private static String annotation(RuleDescr rule, String name) {
    return rule.getAnnotation(name).getSingleValueStripped().toString();
  }
}
