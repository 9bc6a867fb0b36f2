package org.spinepain.guideline.tests.failure;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.vignette.Vignette;

/** The engine on a pack, which remembers what each firing was given and concluded. */
final class RecordingEngine implements AutoCloseable {

  private final List<Firing> firings = new ArrayList<>();
  private final GuidelineEngine engine;

  RecordingEngine(BuiltPack pack) {
    this.engine =
        GuidelineEngine.on(
            RulePack.of(
                PackSource.COORDINATES,
                PackFiles.of(pack.source().files()),
                recorded(pack, RuleSet.DECISION),
                recorded(pack, RuleSet.GUIDANCE)),
            EngineOptions.defaults().withoutDecisionTable().withoutSessionPool());
  }

  /**
   * What a vignette is answered, and the firings behind it.
   *
   * @param assessment the answer
   * @param byProcedure for each procedure, one firing of the decision rules for each way in which
   *     what is unknown can turn out, and then one of the guidance rules
   */
  record Answer(Assessment assessment, List<List<Firing>> byProcedure) {}

  /** Asks the case of a vignette. */
  Answer ask(Vignette vignette) {
    firings.clear();
    Assessment assessment =
        engine
            .assuming(vignette.assume().toArray(Assumption[]::new))
            .assess(vignette.clinicalCase());
    List<List<Firing>> byProcedure = new ArrayList<>();
    List<Firing> ofOne = new ArrayList<>();
    for (Firing firing : firings) {
      ofOne.add(firing);
      if (firing.set() == RuleSet.GUIDANCE) {
        byProcedure.add(List.copyOf(ofOne));
        ofOne.clear();
      }
    }
    return new Answer(assessment, byProcedure);
  }

  @Override
  public void close() {
    engine.close();
  }

  private KieBase recorded(BuiltPack pack, RuleSet set) {
    KieBase base = pack.rules(set).base();
    return proxy(
        KieBase.class,
        (proxy, method, arguments) ->
            method.getName().equals("newKieSession") && method.getParameterCount() == 0
                ? session(base.newKieSession(), set)
                : invoke(base, method, arguments));
  }

  private KieSession session(KieSession session, RuleSet set) {
    return proxy(
        KieSession.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("dispose")) {
            firings.add(firing(session, set));
          }
          return invoke(session, method, arguments);
        });
  }

  private static Firing firing(KieSession session, RuleSet set) {
    List<Object> facts = new ArrayList<>();
    List<Conclusion> conclusions = new ArrayList<>();
    session.getFactHandles().stream()
        .map(FactHandle.class::cast)
        .sorted(Comparator.comparingLong(FactHandle::getId))
        .map(session::getObject)
        .forEach(
            object -> {
              if (object instanceof Conclusion conclusion) {
                conclusions.add(conclusion);
              } else {
                facts.add(object);
              }
            });
    return new Firing(set, facts, conclusions);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RecordingEngine.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
