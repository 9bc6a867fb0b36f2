package org.spinepain.guideline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host that has only jackson-core can do all that needs no YAML. */
class OptionalDependenciesTest {

  private URLClassLoader withoutYaml;

  @BeforeEach
  void loadOnlyTheModelAndJacksonCore() {
    withoutYaml =
        new URLClassLoader(
            new URL[] {placeOf(CaseDocuments.class), placeOf(JsonFactory.class)},
            ClassLoader.getPlatformClassLoader());
  }

  @AfterEach
  void close() throws IOException {
    withoutYaml.close();
  }

  private static URL placeOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private Object read(String method, String document) throws ReflectiveOperationException {
    return withoutYaml
        .loadClass(CaseDocuments.class.getName())
        .getMethod(method, String.class)
        .invoke(null, document);
  }

  @Test
  void jsonIsReadAndRefusedWithoutYamlOnTheClasspath() throws ReflectiveOperationException {
    assertThat(read("readJson", SampleCases.FULL)).hasToString(SampleCases.full().toString());
    assertThatThrownBy(() -> read("readJson", "{"))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .hasMessageContaining("a well-formed JSON document");
  }

  @Test
  void yamlNeedsItsOwnLibrary() {
    assertThatThrownBy(() -> read("readYaml", SampleCases.FULL_YAML))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(NoClassDefFoundError.class);
  }
}
