/**
 * Clinical vignettes: a case as a clinician would tell it, and what the guideline says of it,
 * written by hand. {@link org.spinepain.guideline.tests.vignette.VignetteTests} runs them in a
 * build, one JUnit test each.
 */
package org.spinepain.guideline.tests.vignette;
