package org.spinepain.guideline.tests.vignette;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiFunction;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/**
 * A file in a folder of vignettes, read but not yet understood, so that one bad file costs no
 * other.
 */
final class VignetteFile {

  private final String name;
  private final URI uri;
  private final byte[] content;

  private VignetteFile(String name, URI uri, byte[] content) {
    this.name = name;
    this.uri = uri;
    this.content = content;
  }

  static VignetteFile of(Path folder, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new VignetteFile(
          file.equals(folder)
              ? file.getFileName().toString()
              : folder.relativize(file).toString().replace('\\', '/'),
          file.toUri(),
          in.readNBytes(DocumentParser.LARGEST_DOCUMENT + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of this YAML at this path in a rule pack. */
  static VignetteFile of(String path, String yaml) {
    return new VignetteFile(path, packUri(path), yaml.getBytes(UTF_8));
  }

  private static URI packUri(String path) {
    try {
      return new URI("pack", "/" + path, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Its path relative to the folder, with slashes. */
  String name() {
    return name;
  }

  /** Where it stands. */
  URI uri() {
    return uri;
  }

  /**
   * The vignette in it.
   *
   * @throws InvalidVignetteException when it is none
   */
  Vignette vignette() {
    try {
      return VignetteReader.read(content, uri);
    } catch (InvalidDocumentException e) {
      throw new InvalidVignetteException(name, e);
    }
  }

  /** What comes of asking the case of the vignette in it. */
  VignetteResult check(BiFunction<ClinicalCase, Set<Assumption>, Assessment> asked) {
    try {
      Vignette vignette = vignette();
      return VignetteResult.of(
          name, vignette, asked.apply(vignette.clinicalCase(), vignette.assume()));
    } catch (InvalidVignetteException refused) {
      return VignetteResult.of(refused, name);
    }
  }
}
