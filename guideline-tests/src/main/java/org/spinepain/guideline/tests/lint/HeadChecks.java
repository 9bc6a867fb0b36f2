package org.spinepain.guideline.tests.lint;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AttributeDescr;

/** What a rule tells of itself before its condition: name, annotations, attributes. */
final class HeadChecks {

  private static final int LEAST_WORDS = 3;

  private HeadChecks() {}

  static void check(Pack pack) {
    Set<String> sources = sources(pack.source().descriptor());
    Map<String, DrlRule> names = new HashMap<>();
    Map<String, DrlRule> ids = new HashMap<>();
    for (DrlRule rule : pack.rules()) {
      name(pack, rule, names);
      rule.annotation("id")
          .filter(id -> !id.isBlank())
          .ifPresent(
              id -> {
                DrlRule first = ids.putIfAbsent(id, rule);
                if (first != null) {
                  pack.add(
                      FindingCode.REUSED_ID,
                      rule,
                      rule.annotations("id").get(0).at(),
                      "the id " + id + " is taken by " + place(first),
                      "an @id that no rule has or had");
                }
              });
      single(pack, rule, "id", FindingCode.MISSING_ID, "@id( \"a-code-that-never-changes\" )");
      single(pack, rule, "source", FindingCode.MISSING_SOURCE, "@source( \"id#section\" )");
      source(pack, rule, sources);
      attributes(pack, rule);
    }
    for (DrlSource file : pack.files()) {
      file.outsideOfRules()
          .descr()
          .ifPresent(
              descr ->
                  descr.getAttributes().forEach(attribute -> attribute(pack, file, attribute)));
    }
  }

  static String place(DrlRule rule) {
    return rule.file().name() + ":" + rule.line();
  }

  private static void name(Pack pack, DrlRule rule, Map<String, DrlRule> names) {
    DrlRule first = names.putIfAbsent(rule.name(), rule);
    if (first != null) {
      pack.add(
          FindingCode.DUPLICATE_NAME,
          rule,
          "the name of this rule is taken by " + place(first),
          "a name that tells the two apart in clinical words");
    }
    boolean isSentence =
        rule.name().strip().split("\\s+").length >= LEAST_WORDS
            && Character.isUpperCase(rule.name().codePointAt(0))
            && !rule.name().contains("_");
    if (!isSentence) {
      pack.add(
          FindingCode.NO_SENTENCE,
          rule,
          "the name " + rule.name() + " is no sentence",
          "what the rule says, in clinical words and with a capital letter");
    }
  }

  private static void single(
      Pack pack, DrlRule rule, String name, FindingCode missing, String instead) {
    List<DrlRule.Annotation> found = rule.annotations(name);
    if (found.isEmpty()) {
      pack.add(missing, rule, "the rule has no @" + name, instead);
      return;
    }
    if (found.get(0).value().filter(value -> !value.isBlank()).isEmpty()) {
      pack.add(
          missing,
          rule,
          found.get(0).at(),
          "this @" + name + " says nothing in double quotes",
          instead);
    }
    if (found.size() > 1) {
      pack.add(
          FindingCode.REPEATED_ANNOTATION,
          rule,
          found.get(1).at(),
          "the rule has a second @" + name + ", which is silently passed over",
          "one @" + name);
    }
  }

  private static void source(Pack pack, DrlRule rule, Set<String> sources) {
    rule.annotations("source").stream()
        .findFirst()
        .filter(source -> source.value().filter(value -> !value.isBlank()).isPresent())
        .filter(source -> !sources.contains(source.value().get()))
        .ifPresent(
            source ->
                pack.add(
                    FindingCode.UNKNOWN_SOURCE,
                    rule,
                    source.at(),
                    "the descriptor has no source " + source.value().get(),
                    nearest(source.value().get(), sources)));
  }

  private static String nearest(String source, Set<String> sources) {
    List<String> ofTheSame =
        sources.stream().filter(each -> each.startsWith(source.split("#", 2)[0] + "#")).toList();
    return ofTheSame.isEmpty()
        ? Words.nearestOrAll(source, sources)
        : "one of " + String.join(", ", ofTheSame);
  }

  /** The sources of a descriptor, each as {@code id#section}. */
  private static Set<String> sources(String descriptor) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(descriptor));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException unreadable) {
      return Set.of(); // told when the pack is opened
    }
    Set<String> sources = new TreeSet<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.matches("source\\.[^.]+\\.sections")) {
        String id = key.split("\\.", -1)[1];
        Arrays.stream(properties.getProperty(key).strip().split("\\s+"))
            .forEach(section -> sources.add(id + "#" + section));
      }
    }
    return sources;
  }

  private static void attributes(Pack pack, DrlRule rule) {
    rule.descr()
        .ifPresent(
            descr -> {
              descr.getAttributes().values().forEach(a -> attribute(pack, rule.file(), a));
              if (descr.getParentName() != null) {
                pack.add(
                    FindingCode.EXTENDS,
                    rule,
                    "the rule extends \"" + descr.getParentName() + "\", which hides a condition",
                    "the whole condition in this rule");
              }
            });
  }

  private static void attribute(Pack pack, DrlSource file, AttributeDescr attribute) {
    FindingCode code =
        switch (attribute.getName()) {
          case "salience" -> FindingCode.SALIENCE;
          case "agenda-group", "activation-group", "ruleflow-group", "auto-focus" ->
              FindingCode.AGENDA_GROUP;
          case "dialect" ->
              String.valueOf(attribute.getValue()).contains("mvel")
                  ? FindingCode.MVEL
                  : FindingCode.ATTRIBUTE;
          case "date-effective", "date-expires", "timer", "calendars", "duration" ->
              FindingCode.CLOCK;
          default -> FindingCode.ATTRIBUTE;
        };
    String instead =
        switch (code) {
          case CLOCK -> "a fact that the engine derives from the date of the assessment";
          case MVEL -> "no dialect: Java is the default";
          case ATTRIBUTE -> "no attribute";
          default -> "no order: conclude with insertLogical what depends on absence";
        };
    pack.add(
        code,
        file,
        Math.max(0, file.code().lastIndexOf(attribute.getName(), attribute.getStartCharacter())),
        code.found(attribute.getName()),
        instead);
  }
}
