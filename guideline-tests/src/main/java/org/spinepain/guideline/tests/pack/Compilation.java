package org.spinepain.guideline.tests.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.spinepain.guideline.engine.PackFiles;

/** One run of Drools' compiler on DRL files, by their paths relative to the folder of the rules. */
public final class Compilation implements AutoCloseable {

  private static final String GROUP = "org.spinepain";
  private static final String ARTIFACT = "guideline-rules-in-source";
  private static final String MODELS = "META-INF/kie/" + GROUP + "/" + ARTIFACT + "/drools-model";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final KieServices services = KieServices.get();
  private final ReleaseId id;
  private final KieBuilder builder;
  private final List<Message> errors;

  /** Compiles these. */
  public Compilation(SortedMap<String, String> drl) {
    id = services.newReleaseId(GROUP, ARTIFACT, Integer.toString(COUNT.incrementAndGet()));
    KieFileSystem source = services.newKieFileSystem().generateAndWritePomXML(id);
    drl.forEach(
        (file, text) -> source.write("src/main/resources/" + PackFiles.FOLDER + "/" + file, text));
    builder = services.newKieBuilder(source);
    errors = build();
  }

  private List<Message> build() {
    try {
      return builder
          .buildAll(ExecutableModelProject.class)
          .getResults()
          .getMessages(Message.Level.ERROR);
    } catch (RuntimeException thrown) {
      // Of some constraints the compiler throws instead of telling.
      return List.of(new Thrown(thrown));
    }
  }

  /** What the compiler refused, in its own words; often without a place. */
  public List<Message> errors() {
    return errors;
  }

  /** The compiled rules, when nothing was refused. */
  public CompiledRules compiled() {
    return new CompiledRules(rules());
  }

  private List<Rule> rules() {
    byte[] models = ((InternalKieModule) builder.getKieModule()).getBytes(MODELS);
    ClassLoader loader = services.newKieContainer(id).getClassLoader();
    List<Rule> rules = new ArrayList<>();
    for (String name :
        new String(models, UTF_8).lines().filter(line -> !line.contains(":")).toList()) {
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

  /** The compiled classes and the list of models, by their paths in a jar. */
  SortedMap<String, byte[]> files() {
    InternalKieModule module = (InternalKieModule) builder.getKieModule();
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : module.getFileNames()) {
      if (name.endsWith(".class") || name.equals(MODELS)) {
        files.put(name, module.getBytes(name));
      }
    }
    return files;
  }

  @Override
  public void close() {
    services.getRepository().removeKieModule(id);
  }

  /** What the compiler threw, which has no place. */
  private record Thrown(RuntimeException thrown) implements Message {

    @Override
    public long getId() {
      return 0;
    }

    @Override
    public Level getLevel() {
      return Level.ERROR;
    }

    @Override
    public String getPath() {
      return "";
    }

    @Override
    public int getLine() {
      return -1;
    }

    @Override
    public int getColumn() {
      return 0;
    }

    @Override
    public String getText() {
      return String.valueOf(thrown.getMessage());
    }
  }
}
