package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.review.ReferralSummary;

/** Exports to review. */
final class Export {

  private Export() {}

  static ReferralMapping mapping(String... lines) {
    try {
      return ReferralMapping.read(
          new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What is counted of a file of this name that holds these bytes. */
  static ReferralSummary reviewed(Path folder, String name, byte[] bytes, ReferralMapping mapping)
      throws IOException {
    return reviewed(Files.write(folder.resolve(name), bytes), Optional.of(mapping));
  }

  static ReferralSummary reviewed(Path file, Optional<ReferralMapping> mapping) {
    try (ReferralFiles files =
        new ReferralFiles(
            List.of(file.toString()), mapping, new ByteArrayInputStream(new byte[0]))) {
      return new ReviewRun(List.of(Engines.REVIEW), 2, (bytes, records) -> {}).of(files).get(0);
    }
  }
}
