package org.spinepain.guideline.engine;

import java.lang.reflect.InvocationTargetException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.drools.base.util.Drools;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Loads what kie-maven-plugin generated from the rules. The one class that knows Drools beyond the
 * KIE API: Drools does not check by itself that generated rules and engine are of one version, so
 * it is checked here.
 */
final class PrecompiledRules {

  private static final String VERSION_KEY = "Drools-Model-Version:";

  private PrecompiledRules() {}

  /** The path of the list of the models of a pack with these coordinates. */
  static String list(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    return "META-INF/kie/" + parts[0] + "/" + parts[1] + "/drools-model";
  }

  /**
   * The names of the models in a list.
   *
   * @throws RulePackException when they were made by another version of Drools
   */
  static List<String> models(String list) {
    List<String> lines = list.lines().toList();
    checkVersion(lines);
    return lines.stream().filter(line -> !line.startsWith(VERSION_KEY)).toList();
  }

  /** The rule bases of these models. */
  static Map<RuleSet, KieBase> load(ClassLoader loader, List<String> names) {
    List<Model> models = names.stream().map(name -> instantiate(loader, name)).toList();
    Map<RuleSet, KieBase> bases = new EnumMap<>(RuleSet.class);
    for (RuleSet set : RuleSet.values()) {
      List<Model> ofSet =
          models.stream()
              .filter(model -> model.getPackageName().equals(set.packageName()))
              .toList();
      bases.put(
          set,
          KieBaseBuilder.createKieBaseFromModel(
              ofSet, RuleBaseFactory.newKnowledgeBaseConfiguration(new Properties(), loader)));
    }
    return bases;
  }

  private static void checkVersion(List<String> lines) {
    Optional<String> built =
        lines.stream()
            .filter(line -> line.startsWith(VERSION_KEY))
            .map(line -> line.substring(VERSION_KEY.length()).strip())
            .findFirst();
    if (!built.equals(Optional.of(Drools.getFullVersion()))) {
      throw new RulePackException(
          "the pack was built with Drools "
              + built.orElse("of unknown version")
              + " and needs that version, not "
              + Drools.getFullVersion());
    }
  }

  private static Model instantiate(ClassLoader loader, String name) {
    try {
      return Class.forName(name, true, loader)
          .asSubclass(Model.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (InvocationTargetException e) {
      throw refused(name, e.getCause());
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw refused(name, e);
    }
  }

  private static RulePackException refused(String name, Throwable e) {
    return new RulePackException("the compiled rules " + name + " cannot be loaded: " + e, e);
  }
}
