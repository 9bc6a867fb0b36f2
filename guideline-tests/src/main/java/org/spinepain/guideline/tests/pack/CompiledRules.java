package org.spinepain.guideline.tests.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.spinepain.guideline.engine.PackFiles;

/**
 * The rules of a rule set, compiled in this JVM. One of them can be exchanged for another without
 * compiling the rest anew. Immutable.
 */
public final class CompiledRules {

  private static final String GROUP = "org.spinepain";
  private static final String ARTIFACT = "guideline-rules-in-source";
  private static final String MODELS = "META-INF/kie/" + GROUP + "/" + ARTIFACT + "/drools-model";

  private static final Map<SortedMap<String, String>, CompiledRules> KEPT =
      new ConcurrentHashMap<>();
  private static final AtomicInteger COMPILATIONS = new AtomicInteger();

  private final List<Rule> rules;

  private CompiledRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Compiles these DRL files, by their paths relative to the folder of the rules.
   *
   * @throws CompilationException when they do not compile
   */
  public static CompiledRules of(SortedMap<String, String> drl) {
    KieServices services = KieServices.get();
    ReleaseId id =
        services.newReleaseId(GROUP, ARTIFACT, Integer.toString(COMPILATIONS.incrementAndGet()));
    KieFileSystem source = services.newKieFileSystem().generateAndWritePomXML(id);
    drl.forEach(
        (file, text) -> source.write("src/main/resources/" + PackFiles.FOLDER + "/" + file, text));
    try {
      KieBuilder builder = services.newKieBuilder(source).buildAll(ExecutableModelProject.class);
      List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
      if (!errors.isEmpty()) {
        throw new CompilationException("the DRL does not compile: " + errors);
      }
      byte[] models = ((InternalKieModule) builder.getKieModule()).getBytes(MODELS);
      ClassLoader loader = services.newKieContainer(id).getClassLoader();
      return new CompiledRules(rules(new String(models, UTF_8), loader));
    } finally {
      services.getRepository().removeKieModule(id);
    }
  }

  /** As {@link #of}; what was compiled once is kept. */
  static CompiledRules kept(SortedMap<String, String> drl) {
    return KEPT.computeIfAbsent(drl, CompiledRules::of);
  }

  private static List<Rule> rules(String models, ClassLoader loader) {
    List<Rule> rules = new ArrayList<>();
    for (String name : models.lines().filter(line -> !line.contains(":")).toList()) {
      try {
        Model model =
            Class.forName(name, true, loader)
                .asSubclass(Model.class)
                .getDeclaredConstructor()
                .newInstance();
        rules.addAll(model.getRules());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the compiled rules " + name + " cannot be loaded", e);
      }
    }
    return rules;
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
