package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.review.ProtocolReview;
import org.spinepain.guideline.review.ReviewedProtocol;
import org.spinepain.guideline.tests.review.PendingOutput;
import org.spinepain.guideline.tests.review.ProtocolDocument;
import org.spinepain.guideline.tests.review.RefusedStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guideline review-protocol}: what the guideline says of the steps of a protocol. */
@Command(
    name = "review-protocol",
    description = {
      "Tells of each step of a clinic's protocol what the guideline says, why, what the step could"
          + " become, and what to discuss. What a step leaves open is told with what each answer"
          + " leads to.",
      "A step that cannot be read is told with its line on standard error; the others are answered,"
          + " and the exit code is 2. None is answered where the file is no well-formed YAML in UTF-8,"
          + " is too large or too deep, has an anchor, alias, tag, merge key or control character, or"
          + " where something beside the steps is wrong."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline review-protocol protocol.yaml",
      "  guideline review-protocol --assessed-on 2025-06-30 --html review.html protocol.yaml"
    })
final class ReviewProtocolCommand implements Callable<Integer> {

  private final Shell shell;
  private final Supplier<GuidelineEngine> engines;

  @Spec private CommandSpec spec;

  @Mixin private AskedRules rules;

  @Parameters(paramLabel = "FILE", description = "The protocol, as YAML.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = CodeConverter.OfProtocolFormat.class,
      description = "text (the default) is for a person. json is one object.")
  private ProtocolFormat format = ProtocolFormat.TEXT;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes a page, to be shown or printed.")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--assessed-on",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description =
          "The date for which the guideline is asked, as yyyy-MM-dd; required unless the file has"
              + " assessedOn, which it replaces.")
  private Optional<LocalDate> assessedOn = Optional.empty();

  @Mixin private AssumeOption assumed;

  ReviewProtocolCommand(Shell shell, Supplier<GuidelineEngine> engines) {
    this.shell = shell;
    this.engines = engines;
  }

  @Override
  public Integer call() throws IOException {
    shell.ifInterrupted().set("the page, where one was asked for, is whole or not there");
    NamedFiles named = new NamedFiles(spec);
    rules.name(named);
    named.read("FILE", file);
    html.ifPresent(page -> named.written("--html", page));
    ProtocolDocument document;
    try (InputStream in = Files.newInputStream(file)) {
      document = ProtocolDocument.read(in);
    } catch (InvalidDocumentException e) {
      return bad(told(e));
    } catch (IOException e) {
      return bad(file + ": " + ReviewInput.why(e));
    }
    ReviewedProtocol reviewed = review(document);
    // An interrupt waits, so that no page is begun once it discarded what was.
    synchronized (shell.out()) {
      if (html.isPresent()) {
        try {
          ReviewOutputs.named("--html", html.get(), () -> writePage(reviewed, document.refused()));
        } catch (IOException e) {
          shell.err().println("guideline: the page cannot be written: " + ReviewInput.why(e));
          return ExitCode.NOT_FINISHED;
        }
      }
      shell
          .out()
          .write(
              switch (format) {
                case TEXT ->
                    ProtocolText.of(reviewed, document.refused(), shell.width(), shell.styled());
                case JSON -> ProtocolReviewDocument.toJson(reviewed, document.refused()) + "\n";
              });
      shell.out().flush();
    }
    document.refused().forEach(step -> shell.err().println(Printable.of(told(step.refusal()))));
    return document.refused().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private ReviewedProtocol review(ProtocolDocument document) {
    LocalDate date =
        assessedOn
            .or(document::assessedOn)
            .orElseThrow(
                () ->
                    usage(
                        file
                            + ": assessedOn: found nothing, allowed is a date here or as"
                            + " --assessed-on"));
    try (GuidelineEngine engine = rules.engine(engines)) {
      return ProtocolReview.of(assumed.in(engine), document.protocol(), date);
    } catch (InvalidCaseException e) {
      throw usage(file + ": " + e.path() + ": found " + e.found() + ", allowed is " + e.allowed());
    }
  }

  private void writePage(ReviewedProtocol reviewed, List<RefusedStep> refused) throws IOException {
    try (PendingOutput page = PendingOutput.file(html.orElseThrow())) {
      try (Writer out = Files.newBufferedWriter(page.path(), UTF_8)) {
        ProtocolPage.write(reviewed, refused, out);
      }
      page.commit();
    }
  }

  private String told(InvalidDocumentException e) {
    return file
        + ":"
        + e.line()
        + ": "
        + e.path()
        + ": found "
        + e.found()
        + ", allowed is "
        + e.allowed();
  }

  private int bad(String message) {
    shell.err().println("guideline: " + Printable.of(message));
    return ExitCode.BAD_INPUT;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
