package org.spinepain.guideline.review;

/**
 * Procedures that were requested more than once for the same person: the same technique for the
 * same pattern of pain, both known, in more than one case. What one case requests more than once,
 * as for both sides, is no repeat, and counts once.
 *
 * @param persons the persons of whom a code is known
 * @param repeatedPersons those of them with a repeated procedure
 * @param requests the requests for repeated procedures, first ones included
 */
public record Repeats(long persons, long repeatedPersons, long requests) {}
