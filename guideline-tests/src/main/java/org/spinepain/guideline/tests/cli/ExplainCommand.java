package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Supplier;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.model.ClinicalCase;
import picocli.CommandLine.Command;

/** {@code guideline explain}: what would change what the guideline says of the cases in files. */
@Command(
    name = "explain",
    description =
        "Tells of each procedure of each case which recommendations hold and what stands in the way"
            + " of the others, the smallest changes of facts that would flip the verdict, and which"
            + " missing answer settles most.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline explain case.yaml",
      "  guideline explain --format json --assume cancer-absent referrals.ndjson",
      "  guideline explain --rules guideline-rules/src/main/resources case.yaml"
    })
final class ExplainCommand extends CaseCommand<CaseExplanation> {

  ExplainCommand(Shell shell, Supplier<GuidelineEngine> engines) {
    super(shell, engines);
  }

  @Override
  CaseExplanation answer(GuidelineEngine engine, ClinicalCase clinicalCase) {
    return engine.explain(clinicalCase);
  }

  @Override
  String text(ClinicalCase clinicalCase, CaseExplanation explanation, int width, boolean styled) {
    return ExplanationText.of(clinicalCase, explanation, width, styled);
  }

  @Override
  String json(CaseExplanation explanation) {
    return ExplanationDocument.toJson(explanation);
  }

  @Override
  String compactJson(CaseExplanation explanation) {
    return ExplanationDocument.toCompactJson(explanation);
  }

  @Override
  void writeJsonArray(Iterable<CaseExplanation> explanations, Writer out) throws IOException {
    ExplanationDocument.writeJsonArray(explanations, out);
  }
}
