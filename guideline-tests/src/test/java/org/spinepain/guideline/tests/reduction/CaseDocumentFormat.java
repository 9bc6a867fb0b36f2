package org.spinepain.guideline.tests.reduction;

import net.jqwik.api.SampleReportingFormat;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.CaseDocuments;

/**
 * Prints the case that a property fails on as a case document on one line, so that it can be given
 * to {@code guideline assess -} as it stands. Found by jqwik through {@code META-INF/services}.
 */
public final class CaseDocumentFormat implements SampleReportingFormat {

  @Override
  public boolean appliesTo(Object value) {
    return value instanceof ClinicalCase;
  }

  @Override
  public Object report(Object value) {
    return SampleReportingFormat.plainLabel(CaseDocuments.toCompactJson((ClinicalCase) value));
  }
}
