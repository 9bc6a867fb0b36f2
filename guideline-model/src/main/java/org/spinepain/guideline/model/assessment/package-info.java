/**
 * What the guideline's rules answer: an {@link org.spinepain.guideline.model.assessment.Assessment}
 * holds one {@link org.spinepain.guideline.model.assessment.Determination} for each requested
 * procedure, with everything that a person needs to follow, show or contest it. Ids, codes and
 * words come from the rule pack, or from a site's overlay; none stands in this package.
 *
 * <p>Everything is immutable. Lists are in the order of the guideline's tables, never null, empty
 * when there is nothing.
 */
package org.spinepain.guideline.model.assessment;
