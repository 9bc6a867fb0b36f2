/**
 * The decision on complete facts as tables that a clinician can read ({@code decision-table.md}),
 * and their reader, which answers from the tables alone: an oracle to hold the rules to. No code,
 * cell or figure of the guideline stands in this package.
 *
 * <p>Everything is immutable.
 */
package org.spinepain.guideline.tests.table;
