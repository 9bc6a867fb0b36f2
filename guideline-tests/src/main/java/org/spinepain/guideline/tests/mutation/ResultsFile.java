package org.spinepain.guideline.tests.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/**
 * The results of a mutation run, a line each, so that a run that was interrupted goes on from
 * there. The first line tells what the results are of; results of anything else are not used.
 */
final class ResultsFile implements AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();
  private static final DocumentParser PARSER = DocumentParser.json("line");

  private final Map<String, MutantResult> before = new LinkedHashMap<>();
  private final Writer writer;

  private ResultsFile(Writer writer) {
    this.writer = writer;
  }

  /**
   * Opens a file to go on with what is in it, if it is of the same, and to add to it.
   *
   * @param of what the results are of: a digest of what they depend on
   */
  static ResultsFile goOn(Path file, String of) throws IOException {
    Map<String, MutantResult> before = read(file, of);
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    // Written anew, so that what an interrupt cut short is not added to.
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    try (Writer out = Files.newBufferedWriter(whole)) {
      out.write(line(json -> json.writeStringField("of", of)));
      for (MutantResult result : before.values()) {
        out.write(line(result));
      }
    }
    Files.move(whole, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    ResultsFile results = new ResultsFile(Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    results.before.putAll(before);
    return results;
  }

  /** The results in a file that are of this, by mutant; a line that was cut short is left out. */
  static Map<String, MutantResult> read(Path file, String of) throws IOException {
    Map<String, MutantResult> results = new LinkedHashMap<>();
    if (!Files.isRegularFile(file)) {
      return results;
    }
    // Decoded so that a letter that was cut short spoils its own line only.
    List<String> lines = new String(Files.readAllBytes(file), UTF_8).lines().toList();
    if (lines.isEmpty()
        || !lines.get(0).equals(line(json -> json.writeStringField("of", of)).strip())) {
      return results;
    }
    for (String line : lines.subList(1, lines.size())) {
      try {
        MutantResult result = result(PARSER.parse(line));
        results.put(result.mutant(), result);
      } catch (InvalidDocumentException cutShort) {
        // Its mutant is judged again.
      }
    }
    return results;
  }

  /** What is known already, by mutant. */
  Map<String, MutantResult> before() {
    return before;
  }

  synchronized void add(MutantResult result) {
    try {
      writer.write(line(result));
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(MutantResult result) {
    return line(
        json -> {
          json.writeStringField("mutant", result.mutant());
          json.writeStringField("outcome", result.outcome().code());
          json.writeArrayFieldStart("vignettes");
          for (String vignette : result.vignettes()) {
            json.writeString(vignette);
          }
          json.writeEndArray();
          json.writeStringField("note", result.note());
        });
  }

  private static MutantResult result(DocumentNode line) {
    List<String> vignettes = new ArrayList<>();
    line.requiredField("vignettes").items().forEach(item -> vignettes.add(item.text()));
    return new MutantResult(
        line.requiredField("mutant").text(),
        line.requiredField("outcome").constant(Outcome.class),
        vignettes,
        line.requiredField("note").text());
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static String line(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
