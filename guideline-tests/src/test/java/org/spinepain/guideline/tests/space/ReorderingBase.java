package org.spinepain.guideline.tests.space;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * A rule base whose sessions insert facts in another order than that in which they are given them.
 * Its engine has to work without a session pool.
 */
final class ReorderingBase {

  private ReorderingBase() {}

  static KieBase of(KieBase base, UnaryOperator<List<Object>> order) {
    return proxy(
        KieBase.class,
        (proxy, method, arguments) ->
            method.getName().equals("newKieSession") && method.getParameterCount() == 0
                ? session(base.newKieSession(), order)
                : invoke(base, method, arguments));
  }

  private static KieSession session(KieSession session, UnaryOperator<List<Object>> order) {
    List<Object> waiting = new ArrayList<>();
    return proxy(
        KieSession.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("insert")) {
            waiting.add(arguments[0]);
            return null;
          }
          if (method.getName().equals("fireAllRules") && !waiting.isEmpty()) {
            order.apply(List.copyOf(waiting)).forEach(session::insert);
            waiting.clear();
          }
          return invoke(session, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ReorderingBase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
