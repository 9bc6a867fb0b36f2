package org.spinepain.guideline.tests.lint;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.tests.pack.CompiledRules;

/** Whether Drools compiles the files; of one that it does not, which rule is wrong. */
final class BuildChecks {

  private static final Pattern NAMED =
      Pattern.compile(
          "field \\w+\\.(\\w+)|(?:[Mm]ethod |constructor |variable |field |^)([\\w$]+)|Expression (\\S+):");

  private static final Pattern MISSING =
      Pattern.compile(
          "field \\w+\\.(?<field>\\w+) is not visible"
              + "|constructor (?<made>\\w+)\\(.*is undefined"
              + "|method (?<method>\\w+)\\(.*is undefined for the type (?<type>\\w+)");

  private final Pack pack;

  private BuildChecks(Pack pack) {
    this.pack = pack;
  }

  /** The compiled rules; empty when something keeps a file from building. */
  static Optional<Map<RuleSet, CompiledRules>> check(Pack pack) {
    return new BuildChecks(pack).build();
  }

  private Optional<Map<RuleSet, CompiledRules>> build() {
    Map<RuleSet, CompiledRules> rules = new EnumMap<>(RuleSet.class);
    boolean all = pack.files().stream().allMatch(pack::builds);
    for (RuleSet set : RuleSet.values()) {
      for (DrlSource file : pack.files(set)) {
        Optional<CompiledRules> compiled = Optional.empty();
        if (pack.builds(file)) {
          compiled = whole(file);
        } else {
          parts(file);
        }
        compiled.ifPresent(its -> rules.merge(set, its, CompiledRules::and));
        all &= compiled.isPresent();
      }
      all &= rules.containsKey(set) && together(pack.files(set));
    }
    return all ? Optional.of(rules) : Optional.empty();
  }

  /** Whether files that build by themselves build in one folder, which shares their names. */
  private boolean together(List<DrlSource> files) {
    Map<String, DrlSource> functions = new HashMap<>();
    Map<String, String> imports = new HashMap<>();
    boolean all = true;
    for (DrlSource file : files) {
      Optional<PackageDescr> outside = file.outsideOfRules().descr();
      for (FunctionDescr function : outside.map(PackageDescr::getFunctions).orElse(List.of())) {
        String signature = function.getName() + function.getParameterTypes();
        DrlSource other = functions.putIfAbsent(signature, file);
        if (other != null && other != file) {
          all = false;
          pack.add(
              FindingCode.DOES_NOT_BUILD,
              file,
              function.getStartCharacter(),
              "the function " + function.getName() + " stands in " + other.name() + " too",
              "one function, which every file of the folder can call");
        }
      }
      for (ImportDescr imported : outside.map(PackageDescr::getImports).orElse(List.of())) {
        String target = imported.getTarget();
        String name = target.substring(target.lastIndexOf('.') + 1);
        String other = Types.load(target).isEmpty() ? null : imports.putIfAbsent(name, target);
        if (other != null && !other.equals(target)) {
          all = false;
          pack.add(
              FindingCode.DOES_NOT_BUILD,
              file,
              file.text().indexOf(target),
              "another file of the folder imports " + other + " under this name",
              "the full name where it is used, and no import");
        }
      }
    }
    return all;
  }

  private Optional<CompiledRules> whole(DrlSource file) {
    Compiled compiled = Compiled.of(new TreeMap<>(Map.of(file.name(), file.text())));
    if (compiled.error().isPresent()) {
      // Imports and functions may stand in another file of the folder.
      compiled = Compiled.of(withOthers(file, file.text()));
    }
    if (compiled.error().isPresent() && !parts(file)) {
      pack.add(
          FindingCode.DOES_NOT_BUILD,
          file.name(),
          1,
          "the file does not build although each of its rules does: "
              + compiled.error().get().text(),
          "fewer things in one file; names that the rest of the folder does not use");
    }
    return compiled.rules();
  }

  /** Tells which rules of a file do not compile by themselves; whether any do not. */
  private boolean parts(DrlSource file) {
    if (!function(file)) {
      return true;
    }
    boolean any = false;
    for (DrlRule rule : file.rules()) {
      if (pack.builds(rule)) {
        Optional<Compiled.CompileError> error = Compiled.of(withOthers(file, rule.alone())).error();
        // What has been told of the rule may well be the reason.
        error.filter(its -> !pack.hasFinding(rule)).ifPresent(its -> tell(rule, its));
        any |= error.isPresent();
      }
    }
    return any;
  }

  /** Whether the functions of a file compile. */
  private boolean function(DrlSource file) {
    List<FunctionDescr> functions =
        file.outsideOfRules().descr().map(descr -> descr.getFunctions()).orElse(List.of());
    if (functions.isEmpty()) {
      return true;
    }
    Optional<Compiled.CompileError> error =
        Compiled.of(withOthers(file, file.textOutsideOfRules())).error();
    error.ifPresent(
        its ->
            pack.add(
                FindingCode.JAVA_ERROR,
                file,
                functions.get(0).getStartCharacter(),
                "a function of this file does not compile: " + its.text(),
                instead(file, its.text()).orElse("Java that compiles")));
    return error.isEmpty();
  }

  /** A file, and what stands outside of rules in the other files of its folder. */
  private SortedMap<String, String> withOthers(DrlSource file, String text) {
    SortedMap<String, String> files = new TreeMap<>();
    pack.files().stream()
        .filter(other -> other != file && other.folder().equals(file.folder()))
        .filter(pack::builds)
        .forEach(other -> files.put(other.name(), other.textOutsideOfRules()));
    files.put(file.name(), text);
    return files;
  }

  private void tell(DrlRule rule, Compiled.CompileError error) {
    if (error.isInJava()) {
      pack.add(
          FindingCode.JAVA_ERROR,
          rule,
          place(rule, rule.then(), error.text()),
          "the consequence does not compile: " + error.text(),
          instead(rule, error.text()));
    } else {
      pack.add(
          FindingCode.CONDITION_ERROR,
          rule,
          place(rule, rule.when(), error.text()),
          "the condition does not compile: " + error.text(),
          "fields of the fact, compared with constants of their type");
    }
  }

  private String instead(DrlRule rule, String error) {
    if (error.matches("\\$\\w+ cannot be resolved.*")) {
      Set<String> names = pack.condition(rule).map(Condition::names).orElse(Set.of());
      return "a name that the condition binds"
          + (names.isEmpty() ? "" : ": " + String.join(", ", names));
    }
    return instead(rule.file(), error)
        .orElse("Java that compiles; fields of facts are called with (), as $pain.chronic()");
  }

  /** What the types of the pack have in place of what is missing. */
  private Optional<String> instead(DrlSource file, String error) {
    Matcher missing = MISSING.matcher(error);
    if (!missing.find()) {
      return Optional.empty();
    }
    if (missing.group("field") != null) {
      return Optional.of(missing.group("field") + "()");
    }
    if (missing.group("made") != null) {
      return pack.types(file).find(missing.group("made")).map(Types::constructors);
    }
    return Types.unimported(missing.group("type"))
        .map(type -> Words.nearestOrAll(missing.group("method"), Types.properties(type)) + "()");
  }

  /** Where in a rule stands what an error names. */
  private static int place(DrlRule rule, int from, String error) {
    Matcher named = NAMED.matcher(error);
    while (named.find()) {
      String name = named.group(1) != null ? named.group(1) : named.group(2);
      name = name == null ? named.group(3) : name;
      Matcher found =
          Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?!\\w)")
              .matcher(rule.file().code())
              .region(Math.max(from, rule.from()), rule.to());
      if (found.find()) {
        return found.start();
      }
    }
    return from < 0 ? rule.from() : from;
  }
}
