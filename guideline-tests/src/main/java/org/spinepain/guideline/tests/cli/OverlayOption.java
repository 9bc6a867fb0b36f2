package org.spinepain.guideline.tests.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.engine.RulePackException;
import picocli.CommandLine.Option;

/** By which overlays of a site a command adapts rules. */
final class OverlayOption {

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      description =
          "An overlay of a site, by which the rules are adapted; may be given several times.")
  private List<Path> files = new ArrayList<>();

  /** Their files, in order. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /**
   * The overlays, in order.
   *
   * @throws RulePackException when one says what no overlay may
   */
  Overlay[] read() {
    return files.stream().map(Overlay::read).toArray(Overlay[]::new);
  }
}
