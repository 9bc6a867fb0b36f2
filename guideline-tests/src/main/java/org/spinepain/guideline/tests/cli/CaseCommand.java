package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A command that answers the cases in files one after the other. What is refused is told, and costs
 * no other case its answer.
 *
 * @param <A> its answer to a case
 */
abstract class CaseCommand<A> implements Callable<Integer>, AskedRules.Asking {

  private final Shell shell;
  private final Supplier<GuidelineEngine> engines;

  @Spec private CommandSpec spec;

  @Mixin private AskedRules rules;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "A file that ends in .json, .yaml or .yml holds one case. A file that ends in .ndjson"
              + " holds a case a line, as JSON, and so does - (standard input).")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = CodeConverter.OfOutputFormat.class,
      description =
          "text (the default) is for a person. json is an object for one case and an array for"
              + " several; cases that are refused are left out. ndjson is a line of JSON a case; in"
              + " place of a case that is refused stands what is wrong with it.")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin private AssumeOption assumed;

  @Option(names = "--width", paramLabel = "N", hidden = true)
  private Optional<Integer> width = Optional.empty();

  private GuidelineEngine engine;
  private boolean anyBad;

  CaseCommand(Shell shell, Supplier<GuidelineEngine> engines) {
    this.shell = shell;
    this.engines = engines;
  }

  @Override
  public final GuidelineEngine engine() {
    return rules.engine(engines);
  }

  /** The answer to a case. */
  abstract A answer(GuidelineEngine engine, ClinicalCase clinicalCase);

  /** The answer in words, in lines that end with {@code \n}. */
  abstract String text(ClinicalCase clinicalCase, A answer, int width, boolean styled);

  /** The answer as JSON on several lines, without the last line end. */
  abstract String json(A answer);

  /** The answer as JSON on one line, without line end. */
  abstract String compactJson(A answer);

  /** Writes answers as one JSON array, each as soon as there is one. */
  abstract void writeJsonArray(Iterable<A> answers, Writer out) throws IOException;

  @Override
  public final Integer call() throws IOException {
    checkParameters();
    try (GuidelineEngine opened = engine();
        CaseFiles records = new CaseFiles(files, shell.in())) {
      engine = assumed.in(opened);
      switch (format) {
        case TEXT -> writeText(records);
        case JSON -> writeJson(records);
        case NDJSON -> writeLines(records);
      }
      shell.out().flush();
    } catch (IOException e) {
      if (!Shell.isClosed(e)) {
        throw e;
      }
    }
    return anyBad ? ExitCode.BAD_INPUT : ExitCode.DONE;
  }

  private void checkParameters() {
    if (width.filter(given -> given < Shell.LEAST_WIDTH).isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--width' (N): found "
              + width.get()
              + ", allowed is a whole number from "
              + Shell.LEAST_WIDTH);
    }
    if (Collections.frequency(files, CaseFiles.STANDARD_INPUT) > 1) {
      throw new ParameterException(
          spec.commandLine(), "Standard input (-) is named twice, and can be read once");
    }
  }

  /** The text of each case, with a rule between two. */
  private void writeText(CaseFiles records) throws IOException {
    int columns = width.orElse(shell.width());
    String rule = "";
    while (records.hasNext()) {
      CaseRecord record = records.next();
      if (record instanceof CaseRecord.Good good) {
        write(rule + text(good.clinicalCase(), answer(good), columns, shell.styled()));
        rule = "\n" + "-".repeat(columns) + "\n\n";
      } else if (record instanceof CaseRecord.Bad bad) {
        tell(bad);
      }
    }
  }

  /** An object when there is one case, an array otherwise; one document, however many fail. */
  private void writeJson(CaseFiles records) throws IOException {
    Optional<CaseRecord> first = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    if (first.isPresent() && first.get() instanceof CaseRecord.Good only && !records.hasNext()) {
      shell.out().write(json(answer(only)));
    } else {
      writeJsonArray(() -> answers(first, records), shell.out());
    }
    shell.out().write("\n");
  }

  /** The answers to these records; those that are refused are told when their turn comes. */
  private Iterator<A> answers(Optional<CaseRecord> first, CaseFiles rest) {
    Spliterator<CaseRecord> others =
        Spliterators.spliteratorUnknownSize(rest, Spliterator.ORDERED | Spliterator.NONNULL);
    return Stream.concat(first.stream(), StreamSupport.stream(others, false))
        .map(this::answerOrTell)
        .flatMap(Optional::stream)
        .iterator();
  }

  private Optional<A> answerOrTell(CaseRecord record) {
    if (record instanceof CaseRecord.Good good) {
      return Optional.of(answer(good));
    }
    if (record instanceof CaseRecord.Bad bad) {
      tell(bad);
    }
    return Optional.empty();
  }

  /** One line a case; what is refused stands in its place. */
  private void writeLines(CaseFiles records) throws IOException {
    while (records.hasNext()) {
      CaseRecord record = records.next();
      if (record instanceof CaseRecord.Good good) {
        write(compactJson(answer(good)) + "\n");
      } else if (record instanceof CaseRecord.Bad bad) {
        if (bad instanceof CaseRecord.Refused refused) {
          write(RefusalLine.of(refused, files.size() > 1 || !refused.ofLines()) + "\n");
        }
        tell(bad);
      }
    }
  }

  /** Writes what answers one case, so that it can be read before the next one is. */
  private void write(String answer) throws IOException {
    synchronized (shell.out()) {
      shell.out().write(answer);
      shell.out().flush();
    }
  }

  private A answer(CaseRecord.Good good) {
    try {
      return answer(engine, good.clinicalCase());
    } catch (RuntimeException e) {
      throw new NotFinishedException(good.place(), e);
    }
  }

  private void tell(CaseRecord.Bad bad) {
    anyBad = true;
    shell.err().println(bad.message());
  }
}
