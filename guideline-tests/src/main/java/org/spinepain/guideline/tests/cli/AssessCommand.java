package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Supplier;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import picocli.CommandLine.Command;

/** {@code guideline assess}: what the guideline says of the cases in files. */
@Command(
    name = "assess",
    description = "Tells what the guideline says of each procedure of each case.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline assess case.yaml",
      "  guideline assess --format ndjson --assume cancer-absent referrals.ndjson",
      "  export-cases | guideline assess --format ndjson -",
      "  guideline assess --rules guideline-rules/src/main/resources case.yaml"
    })
final class AssessCommand extends CaseCommand<Assessment> {

  AssessCommand(Shell shell, Supplier<GuidelineEngine> engines) {
    super(shell, engines);
  }

  @Override
  Assessment answer(GuidelineEngine engine, ClinicalCase clinicalCase) {
    return engine.assess(clinicalCase);
  }

  @Override
  String text(ClinicalCase clinicalCase, Assessment assessment, int width, boolean styled) {
    return AssessmentText.of(clinicalCase, assessment, width, styled);
  }

  @Override
  String json(Assessment assessment) {
    return AssessmentDocuments.toJson(assessment);
  }

  @Override
  String compactJson(Assessment assessment) {
    return AssessmentDocuments.toCompactJson(assessment);
  }

  @Override
  void writeJsonArray(Iterable<Assessment> assessments, Writer out) throws IOException {
    AssessmentDocuments.writeJsonArray(assessments, out);
  }
}
