package org.spinepain.guideline.tests.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.builder.Message;

/**
 * The rules of a rule set, compiled in this JVM. One of them can be exchanged for another without
 * compiling the rest anew. Immutable.
 */
public final class CompiledRules {

  private static final String ARTIFACT = "guideline-rules-in-source";

  private static final Map<SortedMap<String, String>, CompiledRules> KEPT =
      new ConcurrentHashMap<>();

  private final List<Rule> rules;

  CompiledRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Compiles these DRL files, by their paths relative to the folder of the rules.
   *
   * @throws CompilationException when they do not compile
   */
  public static CompiledRules of(SortedMap<String, String> drl) {
    return compiled(drl, Compilation::compiled);
  }

  /**
   * Compiles these DRL files, as {@link #of}, to what a jar of the pack holds of them: the classes
   * and the list of the models, by their paths in the jar.
   *
   * @throws CompilationException when they do not compile
   */
  public static SortedMap<String, byte[]> files(SortedMap<String, String> drl) {
    return compiled(drl, Compilation::files);
  }

  private static <T> T compiled(SortedMap<String, String> drl, Function<Compilation, T> result) {
    try (Compilation compilation = new Compilation(drl)) {
      if (!compilation.errors().isEmpty()) {
        throw CompilationErrors.of(drl, compilation.errors());
      }
      return result.apply(compilation);
    }
  }

  /** No rules. */
  static CompiledRules none() {
    return new CompiledRules(List.of());
  }

  /** What the compiler refuses in these files; the first error is one that tells. */
  static List<Message> errors(SortedMap<String, String> drl) {
    try (Compilation compilation = new Compilation(drl)) {
      return compilation.errors();
    }
  }

  /** As {@link #of}; what was compiled once is kept. */
  static CompiledRules kept(SortedMap<String, String> drl) {
    return KEPT.computeIfAbsent(drl, CompiledRules::of);
  }

  /** Without the rule of this name. */
  public CompiledRules without(String name) {
    return new CompiledRules(rules.stream().filter(rule -> !rule.getName().equals(name)).toList());
  }

  /** With these rules besides. */
  public CompiledRules and(CompiledRules others) {
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(others.rules);
    return new CompiledRules(all);
  }

  /** A new rule base of the rules. */
  public KieBase base() {
    return KieBaseBuilder.createKieBaseFromModel(
        new ModelImpl(ARTIFACT).withRules(rules),
        RuleBaseFactory.newKnowledgeBaseConfiguration(
            new Properties(), CompiledRules.class.getClassLoader()));
  }
}
