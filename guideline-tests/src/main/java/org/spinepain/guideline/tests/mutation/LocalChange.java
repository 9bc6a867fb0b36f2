package org.spinepain.guideline.tests.mutation;

/**
 * A stretch of a piece of text replaced.
 *
 * @param operator what is changed
 * @param from where the stretch begins
 * @param to where it ends, exclusive
 * @param replacement what stands there instead
 */
record LocalChange(Operator operator, int from, int to, String replacement) {}
