package org.spinepain.guideline.tests.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.RuleDescr;
import org.spinepain.guideline.engine.PackFiles;

/**
 * What the rules of the guideline keep to, each with DRL that does not. Rules have to read like the
 * guideline, to give the same answer in whatever order they fire, and to see complete facts only.
 */
@SuppressWarnings("ImmutableEnumChecker") // method references and List.of
enum HardRule {
  /** Salience, groups and locks make an answer depend on the order of firing; others on a clock. */
  NO_ATTRIBUTE(
      HardRule::attributes,
      "rule \"a\" salience 10 when $a : A() then end",
      "rule \"a\" agenda-group \"g\" when $a : A() then end",
      "rule \"a\" ruleflow-group \"g\" when $a : A() then end",
      "rule \"a\" activation-group \"g\" when $a : A() then end",
      "rule \"a\" lock-on-active true when $a : A() then end",
      "rule \"a\" dialect \"mvel\" when $a : A() then end",
      "rule \"a\" date-effective \"01-Jan-2025\" when $a : A() then end",
      "dialect \"mvel\"\nrule \"a\" when $a : A() then end"),

  /** Facts are complete: nothing is null or unknown. */
  NOTHING_NULL_OR_UNKNOWN(
      file -> words(file, "null", "(?i:unknown)", "(?i:unspecified)"),
      "rule \"a\" when $a : A( b == null ) then end",
      "rule \"a\" when $a : A( b != B.UNKNOWN ) then end",
      "rule \"a\" when $a : A() then insertLogical( null ); end"),

  /** The same in quotes, where a code is compared. */
  NO_UNKNOWN_CODE(
      HardRule::unknownCodes,
      "rule \"a\" when $a : A( code == \"unknown\" ) then end",
      "rule \"a\" when not A( code in ( \"b\", \"unspecified\" ) ) then end"),

  /** Nothing that hides what a rule rests on, and nothing from outside of the facts. */
  NO_EVAL_ACCUMULATE_OR_GLOBAL(
      file -> words(file, "eval", "accumulate", "acc", "groupby", "global", "mvel"),
      "rule \"a\" when $a : A() eval( true ) then end",
      "rule \"a\" when $n : Number() from accumulate( $a : A(), count( $a ) ) then end",
      "global java.util.List seen;"),

  /** The date of the assessment is an input. */
  NO_CLOCK(
      file ->
          words(
              file,
              "now",
              "Clock",
              "Instant",
              "Date",
              "Calendar",
              "System",
              "currentTimeMillis",
              "nanoTime",
              "Random",
              "random"),
      "rule \"a\" when $a : A( date == LocalDate.now() ) then end",
      "rule \"a\" when $a : A() then long t = System.currentTimeMillis(); end"),

  /** What is concluded is withdrawn with what it rests on, so it is inserted logically only. */
  INSERTS_LOGICALLY_ONLY(
      file ->
          words(
              file,
              "insert",
              "insertAsync",
              "update",
              "modify",
              "delete",
              "retract",
              "kcontext",
              "getKieRuntime",
              "getKnowledgeRuntime",
              "halt"),
      "rule \"a\" when $a : A() then insert( new B() ); end",
      "rule \"a\" when $a : A() then drools.insert( new B() ); end",
      "rule \"a\" when $a : A() then modify( $a ) { setB( 1 ) } end",
      "rule \"a\" when $a : A() then update( $a ); end",
      "rule \"a\" when $a : A() then delete( $a ); end",
      "rule \"a\" when $a : A() then kcontext.getKieRuntime().insert( new B() ); end"),

  /** A conclusion remembers the very rule that made it; traces and sources follow from that. */
  CONCLUDES_IN_ITS_OWN_NAME(
      HardRule::concludedForAnother,
      "rule \"a\" when $a : A() then insertLogical( new B( $a.rule() ) ); end",
      """
      rule "a" when $a : A() then
        insertLogical( new B( drools.getRule() ) );
        insertLogical( new C( $a.rule() ) );
      end
      """),

  /** An unbound pattern has a generated name in every message. */
  PATTERNS_ARE_BOUND(
      HardRule::unboundPatterns,
      "rule \"a\" when A() then end",
      "rule \"a\" when $a : A() and ( B() or C() ) then end",
      "rule \"a\" when forall( $a : A() B() ) then end"),

  /** Drools takes the last of two bindings of one name without a word. */
  NAMES_ARE_BOUND_ONCE(
      HardRule::namesBoundTwice,
      "rule \"a\" when $a : A() $a : B() then end",
      "rule \"a\" when $a : A( $b : b ) $b : B() then end"),

  /** The id by which a rule is found whatever its name is. */
  HAS_ONE_ID(
      file -> annotations(file, "id"),
      "rule \"a\" when $a : A() then end",
      "rule \"a\" @id( \"\" ) when $a : A() then end",
      "rule \"a\" @id( \"a\" ) @id( \"b\" ) when $a : A() then end"),

  /** Where in the guideline it stands. */
  HAS_ONE_SOURCE(
      file -> annotations(file, "source"),
      "rule \"a\" @id( \"a\" ) when $a : A() then end",
      "rule \"a\" @source( \"s\" ) when $a : A() then end",
      "rule \"a\" @source( \"s#t\" ) @source( \"s#u\" ) when $a : A() then end"),

  /** Drools passes over a file whose package is not one of its folder. */
  PACKAGE_IS_THE_FOLDER(
      HardRule::anotherPackage, "package org.spinepain.guideline.rules.guidance;", "");

  private final Function<DrlFile, List<String>> broken;
  private final List<String> counterexamples;

  HardRule(Function<DrlFile, List<String>> broken, String... counterexamples) {
    this.broken = broken;
    this.counterexamples = List.of(counterexamples);
  }

  /** Where a file does not keep to this. */
  List<String> brokenIn(DrlFile file) {
    return broken.apply(file);
  }

  /** DRL that does not keep to this. */
  List<String> counterexamples() {
    return counterexamples;
  }

  private static List<String> attributes(DrlFile file) {
    return Stream.concat(
            file.parsed().getAttributes().stream().map(a -> file.place(a) + " " + a.getName()),
            file.rules().stream()
                .flatMap(rule -> rule.getAttributes().values().stream())
                .map(a -> file.place(a) + " " + a.getName()))
        .toList();
  }

  private static List<String> words(DrlFile file, String... words) {
    List<String> found = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("(?<![\\w$])(?:" + String.join("|", words) + ")(?![\\w$])")
            .matcher(file.code());
    while (matcher.find()) {
      found.add(file.name() + " " + matcher.group());
    }
    return found;
  }

  private static List<String> unknownCodes(DrlFile file) {
    return file.rules().stream()
        .flatMap(
            rule ->
                DrlFile.constraints(rule).stream()
                    .filter(c -> c.matches("(?is).*\"(unknown|unspecified|null)\".*"))
                    .map(c -> file.place(rule) + " " + c))
        .toList();
  }

  private static List<String> concludedForAnother(DrlFile file) {
    return file.rules().stream()
        .filter(
            rule ->
                occurrences("insertLogical\\s*\\(", rule)
                    != occurrences("drools\\.getRule\\(\\)", rule))
        .map(rule -> file.place(rule) + " " + rule.getName())
        .toList();
  }

  private static long occurrences(String regex, RuleDescr rule) {
    return Pattern.compile(regex).matcher(rule.getConsequence().toString()).results().count();
  }

  private static List<String> unboundPatterns(DrlFile file) {
    return file.rules().stream()
        .flatMap(
            rule ->
                DrlFile.patternsThatHold(rule).stream()
                    .filter(pattern -> pattern.getIdentifier() == null)
                    .map(pattern -> file.place(pattern) + " " + pattern.getObjectType()))
        .toList();
  }

  private static List<String> namesBoundTwice(DrlFile file) {
    List<String> twice = new ArrayList<>();
    for (RuleDescr rule : file.rules()) {
      Set<String> names = new HashSet<>();
      DrlFile.patternsThatHold(rule).stream()
          .flatMap(pattern -> pattern.getAllBoundIdentifiers().stream())
          .filter(name -> !names.add(name))
          .forEach(name -> twice.add(file.place(rule) + " " + name));
    }
    return twice;
  }

  private static List<String> annotations(DrlFile file, String name) {
    String value = name.equals("source") ? "\"[^\"#]+#[^\"#]+\"" : "\"[^\"]+\"";
    return file.rules().stream()
        .filter(
            rule ->
                rule.getAnnotation(name) == null
                    || rule.getAnnotation(name).isDuplicated()
                    || !rule.getAnnotation(name).getSingleValueAsString().matches(value))
        .map(rule -> file.place(rule) + " @" + name)
        .toList();
  }

  private static List<String> anotherPackage(DrlFile file) {
    String expected = PackFiles.FOLDER.replace('/', '.') + "." + file.folder();
    return expected.equals(file.parsed().getName())
        ? List.of()
        : List.of(file.name() + " " + file.parsed().getName());
  }
}
