/** What the vignettes of a guideline reach: its rules, and the rows of its decision table. */
package org.spinepain.guideline.tests.coverage;
