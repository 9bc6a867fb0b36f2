/**
 * Which determinations change from one rule pack to another, told in few sentences: a cause, how
 * many combinations of facts it touches, a smallest case, and the rules on both sides.
 */
package org.spinepain.guideline.tests.diff;
