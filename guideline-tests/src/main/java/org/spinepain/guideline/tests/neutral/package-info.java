/**
 * The guideline's vignettes as JSON, for implementations in other languages. The build writes
 * {@code vignettes.json} beside the classes of this package, where its schema and a README stand.
 */
package org.spinepain.guideline.tests.neutral;
