/**
 * What {@link org.spinepain.guideline.engine.GuidelineEngine#explain} tells: of each recommendation
 * whether it holds and on which facts that rests, the smallest changes of facts that would flip the
 * verdict, and which missing answer settles most. All of it comes from asking the rules about other
 * combinations of facts; nothing here knows what they say.
 */
package org.spinepain.guideline.engine.explain;
