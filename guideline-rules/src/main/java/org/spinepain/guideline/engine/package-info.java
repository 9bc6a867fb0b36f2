/**
 * The engine that a host embeds: {@link org.spinepain.guideline.engine.GuidelineEngine}.
 *
 * <p>The way of a case: the engine reduces it to facts that rules understand, completes what is
 * unknown in every possible way, lets the decision rules decide each completion, merges the
 * answers, lets the guidance rules fire once on the merged determination, and explains which rules
 * made it. What the guideline says stands in the rules; nothing here knows a recommendation, a
 * reason, a figure or a word of it.
 */
package org.spinepain.guideline.engine;
