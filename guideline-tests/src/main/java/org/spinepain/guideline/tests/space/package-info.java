/**
 * Everything that rules can see. Facts are finite, so all their combinations can be asked: each
 * complete one, and each in which some facts are unknown.
 */
package org.spinepain.guideline.tests.space;
