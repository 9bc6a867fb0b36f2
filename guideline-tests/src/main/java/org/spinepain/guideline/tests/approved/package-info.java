/**
 * The texts of the rules, together in one file that a clinician reads from top to bottom and
 * approves.
 */
package org.spinepain.guideline.tests.approved;
