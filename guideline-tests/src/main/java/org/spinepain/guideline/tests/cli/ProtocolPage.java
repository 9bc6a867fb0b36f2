package org.spinepain.guideline.tests.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.review.ReviewedEdition;
import org.spinepain.guideline.review.ReviewedProtocol;
import org.spinepain.guideline.tests.review.RefusedStep;

/** A reviewed protocol as one page of HTML, to be printed: without script, nothing is loaded. */
final class ProtocolPage {

  private ProtocolPage() {}

  /**
   * Writes the page.
   *
   * @throws IOException when it cannot be written
   */
  static void write(ReviewedProtocol protocol, List<RefusedStep> refused, Writer out)
      throws IOException {
    Origins origins = new Origins();
    ReviewedEdition edition = protocol.edition();
    List<Map<String, Object>> steps = new ArrayList<>();
    ProtocolText.inOrder(
        protocol,
        refused,
        step -> steps.add(of(ReviewedStepWords.of(step, origins))),
        step -> steps.add(of(step)));
    Map<String, Object> page =
        Map.of(
            "name", Printable.of(protocol.name()),
            "assessedOn", protocol.assessedOn().toString(),
            "summary", ProtocolText.summary(protocol, refused.size()),
            "steps", steps,
            "standingTitle", Origins.titleOf(edition.standing()),
            "standing", edition.standing().text(),
            "sources", origins.sources(),
            "rules", Origins.rules(edition.guideline(), edition.rules()),
            "overlays", edition.overlays().stream().map(SiteText::words).toList());
    PageTemplate.write("protocol-review.ftlh", page, out);
  }

  private static Map<String, Object> of(RefusedStep step) {
    return Map.of("title", ProtocolText.title(step), "refusal", ProtocolText.words(step));
  }

  private static Map<String, Object> of(ReviewedStepWords step) {
    return Map.of(
        "title", "Step " + Printable.of(step.id()) + ": " + Words.sentence(step.verdict()),
        "code", step.verdict().code(),
        "wording", step.wording().strip().lines().map(Printable::of).collect(joining("\n")),
        "procedure", step.procedure(),
        "population", step.population(),
        "sections",
            step.sections().stream()
                .map(section -> Map.of("title", section.title(), "items", section.items()))
                .toList());
  }
}
