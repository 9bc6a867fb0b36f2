/**
 * What guidance rules see of a merged determination: facts that the engine inserts and no rule
 * makes. Like all facts that rules see, they are complete; an edition, a verdict and the evidence
 * always exist, the others only when they hold.
 */
package org.spinepain.guideline.rules.merged;
