package org.spinepain.guideline.tests.editions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/** A class in a pack that leaves a trace when it is loaded: the first that loading comes to. */
final class Tripwire {

  static final String NAME = "org.spinepain.guideline.rules.decision.Tripwire";

  private static final String PROPERTY = "org.spinepain.guideline.tripwire";

  private final byte[] bytes;

  Tripwire(Path folder) throws IOException {
    this(folder, "System.setProperty(\"" + PROPERTY + "\", \"stepped on\");");
  }

  private Tripwire(Path folder, String whenLoaded) throws IOException {
    Path source = folder.resolve("Tripwire.java");
    Files.writeString(
        source,
        """
        package org.spinepain.guideline.rules.decision;
        public class Tripwire {
          static { %s }
          static int deeper(int depth) { return deeper(depth + 1) + 1; }
        }
        """
            .formatted(whenLoaded));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    if (failed != 0) {
      throw new IllegalStateException("the tripwire does not compile");
    }
    this.bytes = Files.readAllBytes(folder.resolve(NAME.replace('.', '/') + ".class"));
  }

  /** A class that recurses without end, instead of leaving a trace. */
  static Tripwire overflowing(Path folder) throws IOException {
    return new Tripwire(folder, "deeper(1);");
  }

  /** A pack with it. */
  SortedMap<String, byte[]> in(SortedMap<String, byte[]> files) {
    SortedMap<String, byte[]> with = new TreeMap<>(files);
    with.put(NAME.replace('.', '/') + ".class", bytes);
    return EditionJars.replacing(
        with, RefusedJarsTest.MODELS, "(Drools-Model-Version.*)", "$1\n" + NAME);
  }

  static void set() {
    System.clearProperty(PROPERTY);
  }

  static boolean isSteppedOn() {
    return System.getProperty(PROPERTY) != null;
  }
}
