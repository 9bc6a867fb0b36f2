package org.spinepain.guideline.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.FactHandle;
import org.spinepain.guideline.rules.conclusion.Conclusion;

/** Fires one rule set on facts. Thread-safe; each firing has a session of its own. */
final class RuleSessions implements AutoCloseable {

  private final RulePack pack;
  private final RuleSet set;
  private final KieBase base;
  private final KieSessionsPool pool;
  private final int firingLimit;

  RuleSessions(RulePack pack, RuleSet set, EngineOptions options) {
    this.pack = pack;
    this.set = set;
    this.base = pack.base(set);
    this.pool = options.sessionPool() ? base.newKieSessionsPool(1) : null;
    this.firingLimit = options.firingLimit();
  }

  /**
   * What the rules conclude from these facts, in the order of the pack's rules.
   *
   * @throws RuleExecutionException when a rule throws or the rules do not come to rest
   */
  List<Conclusion> fire(List<?> facts) {
    KieSession session = pool == null ? base.newKieSession() : pool.newKieSession();
    try {
      facts.forEach(session::insert);
      if (session.fireAllRules(firingLimit) == firingLimit && session.fireAllRules(1) > 0) {
        throw new RuleExecutionException(
            "the "
                + set.folder()
                + " rules did not come to rest within "
                + firingLimit
                + " firings; a rule may feed itself");
      }
      List<Conclusion> conclusions = new ArrayList<>();
      // The session holds objects in no order; what one rule concluded keeps the order of firing.
      session.getFactHandles(Conclusion.class::isInstance).stream()
          .sorted(Comparator.comparingLong(FactHandle::getId))
          .forEach(handle -> conclusions.add((Conclusion) session.getObject(handle)));
      conclusions.sort(Comparator.comparingInt(conclusion -> pack.ruleOf(conclusion).rank()));
      return conclusions;
    } catch (RuleExecutionException e) {
      throw e;
    } catch (ConsequenceException e) {
      throw new RuleExecutionException(
          "the rule \"" + e.getRule().getName() + "\" failed", rootOf(e));
    } catch (RuntimeException e) {
      throw new RuleExecutionException(
          "a condition of the " + set.folder() + " rules failed", rootOf(e));
    } catch (Error e) {
      MachineFailure.throwOn(e);
      throw new RuleExecutionException("a rule of the " + set.folder() + " rules failed", e);
    } finally {
      session.dispose();
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Releases the sessions; none may be in use. */
  @Override
  public void close() {
    if (pool != null) {
      pool.shutdown();
    }
  }
}
