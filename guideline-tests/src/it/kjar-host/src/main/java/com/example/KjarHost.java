package com.example;

import java.util.List;
import org.kie.api.KieServices;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.SpinePain;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.rules.conclusion.Decided;
import org.spinepain.guideline.rules.conclusion.Guidance;
import org.spinepain.guideline.rules.merged.Determined;

/** Asks both rule sets by the KIE API and the pack's kmodule.xml alone. */
public final class KjarHost {

  private KjarHost() {}

  public static void main(String[] args) {
    KieContainer container = KieServices.get().getKieClasspathContainer();
    conclusions(
            container,
            "decision-session",
            Decided.class,
            new Patient(true),
            new SpinePain(true, PainPattern.AXIAL, false, false, false, false),
            new Procedure(
                Technique.EPIDURAL_INJECTION,
                Injectate.LOCAL_ANAESTHETIC_AND_STEROID,
                Intent.TREATMENT,
                Setting.ROUTINE_CARE))
        .forEach(decided -> System.out.println("decided " + ((Decided) decided).verdict()));
    conclusions(
            container,
            "guidance-session",
            Guidance.class,
            new Determined(Verdict.RECOMMEND_AGAINST))
        .stream()
        .map(guidance -> ((Guidance) guidance).code())
        .filter("informed-people-decline"::equals)
        .forEach(code -> System.out.println("guidance " + code));
  }

  private static List<?> conclusions(
      KieContainer container, String sessionName, Class<?> type, Object... facts) {
    KieSession session = container.newKieSession(sessionName);
    try {
      for (Object fact : facts) {
        session.insert(fact);
      }
      session.fireAllRules();
      return List.copyOf(session.getObjects(new ClassObjectFilter(type)));
    } finally {
      session.dispose();
    }
  }
}
