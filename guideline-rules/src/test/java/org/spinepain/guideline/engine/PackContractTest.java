package org.spinepain.guideline.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.rules.merged.Determined;

/**
 * What compiled rules are linked to in the engine stands in {@code pack-contract-1.txt} and so on,
 * one file for each contract that the engine takes. Packs are released apart from the engine. So a
 * file never changes once its contract is released. When something is added, an engine of before
 * must refuse the packs that use it: count {@link PackIndex#CONTRACT} up and write the next file.
 * When something changes or goes, this engine must refuse the packs of before: make that {@link
 * PackIndex#OLDEST_CONTRACT} too.
 */
class PackContractTest {

  private static final List<String> OF_EVERY_OBJECT = List.of("equals", "hashCode", "toString");

  @Test
  void whatRulesAreLinkedToIsThatOfTheContract() throws IOException, URISyntaxException {
    List<String> contract = new ArrayList<>(List.of("contract " + PackIndex.CONTRACT));
    for (Class<?> type : List.of(Conclusion.class, Determined.class)) {
      for (Class<?> each : typesBeside(type)) {
        contract.addAll(signatures(each));
      }
    }
    assertThat(contract).isEqualTo(written(PackIndex.CONTRACT));
    for (int older = PackIndex.OLDEST_CONTRACT; older < PackIndex.CONTRACT; older++) {
      List<String> signatures = written(older);
      assertThat(contract).containsAll(signatures.subList(1, signatures.size()));
    }
  }

  private static List<String> written(int contract) throws IOException {
    String file = "/pack-contract-" + contract + ".txt";
    try (InputStream in = PackContractTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  private static List<Class<?>> typesBeside(Class<?> type) throws IOException, URISyntaxException {
    Path folder = Path.of(type.getResource(type.getSimpleName() + ".class").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      List<Class<?>> types = new ArrayList<>();
      for (String name : files.map(file -> file.getFileName().toString()).sorted().toList()) {
        try {
          types.add(Class.forName(type.getPackageName() + "." + name.replace(".class", "")));
        } catch (ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }
      return types.stream().filter(each -> Modifier.isPublic(each.getModifiers())).toList();
    }
  }

  private static List<String> signatures(Class<?> type) {
    List<String> signatures = new ArrayList<>();
    for (Constructor<?> constructor : type.getConstructors()) {
      signatures.add(constructor.toString());
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && !OF_EVERY_OBJECT.contains(method.getName())) {
        signatures.add(method.toString());
      }
    }
    for (Field field : type.getFields()) {
      signatures.add(field.toString());
    }
    return signatures.stream().sorted().toList();
  }
}
