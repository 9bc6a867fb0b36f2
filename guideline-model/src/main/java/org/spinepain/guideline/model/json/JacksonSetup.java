package org.spinepain.guideline.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;

/** How documents are read and written: the one configuration of Jackson. */
final class JacksonSetup {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // What fails half way must not look whole.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private static final Separators SEPARATORS =
      new Separators()
          .withObjectFieldValueSpacing(Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private JacksonSetup() {}

  /** Loaded when YAML is first read, so that JSON needs no YAML on the classpath. */
  private static final class Yaml {

    private static final YAMLFactory FACTORY =
        YAMLFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Nothing at all is null; a text in quotes stays a text. Off unless asked for.
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build();

    private Yaml() {}

    static JsonParser parser(String document) throws IOException {
      return FACTORY.createParser(new StringReader(document));
    }
  }

  static JsonParser jsonParser(String document) throws IOException {
    return JSON.createParser(new StringReader(document));
  }

  static JsonParser yamlParser(String document) throws IOException {
    return Yaml.parser(document);
  }

  /** Closing the generator leaves {@code out} open. */
  static JsonGenerator generator(Writer out, boolean pretty) throws IOException {
    JsonGenerator generator = JSON.createGenerator(out);
    if (pretty) {
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter(SEPARATORS)
              .withObjectIndenter(INDENTER)
              .withArrayIndenter(INDENTER));
    }
    return generator;
  }
}
