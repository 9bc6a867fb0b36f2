/**
 * What rules conclude. Every conclusion is inserted logically and remembers, as its last component,
 * the rule that made it, so that the trace of a determination is made of what holds at the end.
 */
package org.spinepain.guideline.rules.conclusion;
