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
 * What compiled rules are linked to in the engine stands in {@code pack-contract.txt}. Packs are
 * released apart from the engine, so when something there changes or goes, packs of before must be
 * refused: count {@link PackIndex#CONTRACT} up, in the first line of the file too. What is only
 * added leaves the number.
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
    assertThat(String.join("\n", contract) + "\n").isEqualTo(written());
  }

  private static String written() throws IOException {
    try (InputStream in = PackContractTest.class.getResourceAsStream("/pack-contract.txt")) {
      return new String(in.readAllBytes(), UTF_8);
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
