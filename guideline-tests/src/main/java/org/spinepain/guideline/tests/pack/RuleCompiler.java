package org.spinepain.guideline.tests.pack;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.spinepain.guideline.engine.PackFiles;

/**
 * Compiles the DRL of a rule set in this JVM. Each rule set is compiled by itself into a rule base
 * without a name: to read a {@code kmodule.xml}, Drools would need its XML support.
 */
final class RuleCompiler {

  private static final Map<SortedMap<String, String>, KieBase> COMPILED = new ConcurrentHashMap<>();
  private static final AtomicInteger COMPILATIONS = new AtomicInteger();

  private RuleCompiler() {}

  /** The compiled rules of these files. What was compiled once is kept. */
  static KieBase compiled(SortedMap<String, String> drl) {
    return COMPILED.computeIfAbsent(drl, RuleCompiler::compile);
  }

  private static KieBase compile(SortedMap<String, String> drl) {
    KieServices services = KieServices.get();
    ReleaseId id =
        services.newReleaseId(
            "org.spinepain", "guideline-rules-in-source", "0." + COMPILATIONS.incrementAndGet());
    KieFileSystem source = services.newKieFileSystem().generateAndWritePomXML(id);
    drl.forEach(
        (file, text) -> source.write("src/main/resources/" + PackFiles.FOLDER + "/" + file, text));
    KieBuilder builder = services.newKieBuilder(source).buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      throw new CompilationException("the DRL does not compile: " + errors);
    }
    try {
      return services.newKieContainer(id).getKieBase();
    } finally {
      services.getRepository().removeKieModule(id);
    }
  }
}
