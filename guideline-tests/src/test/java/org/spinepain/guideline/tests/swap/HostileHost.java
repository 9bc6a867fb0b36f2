package org.spinepain.guideline.tests.swap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.TrustedDigests;
import org.spinepain.guideline.model.assessment.Determination;

/** A host of a hostile pack, in a JVM of its own, that prints what it sees. */
final class HostileHost {

  private HostileHost() {}

  /** What the rules are to do, the jar, the digest that is pinned, a file to write. */
  public static void main(String[] arguments) throws IOException {
    Hostile hostile = Hostile.valueOf(arguments[0]);
    Path file = Path.of(arguments[3]);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      System.setProperty("hostile.file", file.toString());
      System.setProperty("hostile.port", Integer.toString(server.getLocalPort()));
      System.setProperty("hostile.thread", "true");
      serve(hostile, Path.of(arguments[1]), TrustedDigests.of(arguments[2]));
      server.setSoTimeout(100);
      if (isConnected(server)
          || Files.exists(file)
          || Boolean.getBoolean("hostile.loaded")
          || isThreadAlive()) {
        System.out.println("it happened");
      }
    }
  }

  private static void serve(Hostile hostile, Path jar, TrustedDigests trusted) {
    RulePack pack;
    try {
      pack = RulePack.load(PackOrigin.jar(jar), trusted);
    } catch (RulePackException e) {
      System.out.println("refused");
      return;
    }
    List<Determination> expected;
    try (GuidelineEngine clean = GuidelineEngine.bundled()) {
      expected = clean.assess(Packs.CASE).determinations();
    }
    EngineOptions options = EngineOptions.defaults().withoutDecisionTable();
    try (GuidelineEngine engine = GuidelineEngine.on(pack, options)) {
      System.setProperty(hostile.property(), "true");
      System.out.println("asks");
      System.out.println(ask(engine, expected));
      System.clearProperty(hostile.property());
      System.out.println(ask(engine, expected));
    }
  }

  private static String ask(GuidelineEngine engine, List<Determination> expected) {
    try {
      return engine.assess(Packs.CASE).determinations().equals(expected)
          ? "answered"
          : "answered otherwise";
    } catch (RuntimeException | Error e) {
      return e.getClass().getSimpleName();
    }
  }

  private static boolean isConnected(ServerSocket server) throws IOException {
    try {
      server.accept().close();
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  private static boolean isThreadAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("started by a rule"));
  }
}
