package org.spinepain.guideline.tests.neutral;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;

/**
 * A step of the build: writes the guideline's vignettes as one JSON document beside the classes of
 * this package, and the same with its schemas and its README as an archive. The engine is asked for
 * the name of the guideline and for nothing else. No host needs it.
 */
public final class NeutralVignettes {

  /** The document, beside this class. */
  static final String DOCUMENT = "vignettes.json";

  private static final String README = "README.md";
  private static final String SCHEMA = "neutral-vignettes.schema.json";

  /**
   * Of every file in the archive, so that its bytes are the same whenever it is built. A time that
   * is not after 1980 began would be written a second time, by the time zone of the machine.
   */
  private static final LocalDateTime FIXED = LocalDateTime.of(1980, 2, 1, 0, 0);

  private NeutralVignettes() {}

  /** Takes the folder of compiled classes, the archive to write, and the coordinates of both. */
  public static void main(String[] args) throws IOException {
    byte[] document = document(args[2]).getBytes(StandardCharsets.UTF_8);
    Path folder = Path.of(args[0], NeutralVignettes.class.getPackageName().replace('.', '/'));
    Files.createDirectories(folder);
    Files.write(folder.resolve(DOCUMENT), document);
    Files.write(Path.of(args[1]), archive(document));
  }

  private static String document(String coordinates) throws IOException {
    GuidelineReference guideline;
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      guideline = engine.guideline();
    }
    List<Vignette> byId = new ArrayList<>(Vignettes.bundled().all());
    byId.sort(Comparator.comparing(Vignette::id));
    List<DocumentNode> vignettes = new ArrayList<>();
    for (Vignette vignette : byId) {
      vignettes.add(
          DocumentParser.yaml("vignette").parse(Files.readAllBytes(Path.of(vignette.file()))));
    }
    try {
      return NeutralDocument.of(guideline, coordinates, vignettes);
    } catch (InvalidDocumentException e) {
      throw new IllegalStateException("found " + e.found(), e);
    }
  }

  private static byte[] archive(byte[] document) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(README, resource(NeutralVignettes.class, README));
    files.put(DOCUMENT, document);
    files.put(SCHEMA, resource(NeutralVignettes.class, SCHEMA));
    for (String schema : List.of("case.schema.json", "assessment.schema.json")) {
      files.put(schema, resource(CaseDocuments.class, schema));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(FIXED);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] resource(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
