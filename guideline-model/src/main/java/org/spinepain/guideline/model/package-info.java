/**
 * The case as a host application knows it, possibly incomplete: one person, one spine pain, any
 * number of requested procedures. What is not known is absent; no enum has a constant for it. The
 * enums are those of the facts that rules see, in {@link org.spinepain.guideline.model.fact}.
 *
 * <p>A {@link org.spinepain.guideline.model.ClinicalCase} that exists is valid: its builder refuses
 * what cannot be with an {@link org.spinepain.guideline.model.InvalidCaseException} that names the
 * field and what is allowed.
 */
package org.spinepain.guideline.model;
