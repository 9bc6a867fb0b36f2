/**
 * Case and assessment documents. {@link org.spinepain.guideline.model.json.CaseDocuments} reads and
 * writes cases, {@link org.spinepain.guideline.model.json.AssessmentDocuments} writes assessments;
 * the JSON Schemas {@code case.schema.json} and {@code assessment.schema.json} stand beside the
 * classes of this package.
 *
 * <p>Reading is strict: what is not documented is refused with an {@link
 * org.spinepain.guideline.model.json.InvalidDocumentException}, nothing is converted. The only
 * package that needs Jackson: jackson-core, and jackson-dataformat-yaml for YAML.
 */
package org.spinepain.guideline.model.json;
