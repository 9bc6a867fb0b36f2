package org.spinepain.guideline.tests.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.review.ReviewedProtocol;
import org.spinepain.guideline.review.ReviewedStep;
import org.spinepain.guideline.tests.review.RefusedStep;

/** A reviewed protocol as a text for a person. */
final class ProtocolText {

  private ProtocolText() {}

  /** The text, in lines that end with {@code \n}. */
  static String of(
      ReviewedProtocol protocol, List<RefusedStep> refused, int width, boolean styled) {
    TextLayout text = new TextLayout(width, styled);
    Origins origins = new Origins();
    text.title(
        "Protocol " + Printable.of(protocol.name()) + ", assessed on " + protocol.assessedOn());
    text.paragraph(0, summary(protocol, refused.size()));
    inOrder(
        protocol,
        refused,
        step -> add(ReviewedStepWords.of(step, origins), text),
        step -> add(step, text));
    Origins.addStanding(protocol.edition().standing(), text);
    origins.addSources(text);
    Origins.addRules(protocol.edition().guideline(), protocol.edition().rules(), text);
    SiteText.addOverlays(protocol.edition().overlays(), text);
    return text.toString();
  }

  /** Goes through all steps in the order of the document. */
  static void inOrder(
      ReviewedProtocol protocol,
      List<RefusedStep> refused,
      Consumer<ReviewedStep> forRead,
      Consumer<RefusedStep> forRefused) {
    Map<Integer, RefusedStep> byNumber =
        refused.stream().collect(Collectors.toMap(RefusedStep::number, step -> step));
    Iterator<ReviewedStep> read = protocol.steps().iterator();
    int all = protocol.steps().size() + refused.size();
    for (int number = 1; number <= all; number++) {
      if (byNumber.containsKey(number)) {
        forRefused.accept(byNumber.get(number));
      } else {
        forRead.accept(read.next());
      }
    }
  }

  /** Which step could not be read. */
  static String title(RefusedStep step) {
    return "Step "
        + step.id().map(Printable::of).orElse("number " + step.number())
        + ": could not be read, and got no answer";
  }

  /** Where and why a step was refused. */
  static String words(RefusedStep step) {
    return "Line "
        + step.refusal().line()
        + ": "
        + step.refusal().path()
        + ": found "
        + step.refusal().found()
        + ", allowed is "
        + step.refusal().allowed()
        + ".";
  }

  /** How many steps have which verdict. */
  static String summary(ReviewedProtocol protocol, int refused) {
    List<Verdict> verdicts =
        protocol.steps().stream().map(step -> step.determination().verdict()).toList();
    String counts =
        Stream.of(Verdict.values())
            .map(verdict -> verdicts.stream().filter(verdict::equals).count() + " " + name(verdict))
            .collect(Collectors.joining(", "));
    return "Steps: "
        + counts
        + (refused == 0 ? "" : "; " + refused + " could not be read and got no answer")
        + ". No recommendation is no support.";
  }

  private static String name(Verdict verdict) {
    String sentence = Words.sentence(verdict);
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1, sentence.length() - 1);
  }

  private static void add(RefusedStep step, TextLayout text) {
    text.blank().title(title(step));
    text.paragraph(2, words(step));
  }

  private static void add(ReviewedStepWords step, TextLayout text) {
    text.blank().title("Step " + Printable.of(step.id()) + ": " + Words.sentence(step.verdict()));
    text.paragraph(2, "The protocol says: \"" + Printable.of(step.wording().strip()) + "\"");
    text.paragraph(2, "Read as: " + step.procedure() + ".");
    text.paragraph(2, "For: " + step.population() + ".");
    for (ReviewedStepWords.Section section : step.sections()) {
      text.paragraph(2, section.title() + ":");
      section.items().forEach(item -> text.item(4, "-", item));
    }
  }
}
