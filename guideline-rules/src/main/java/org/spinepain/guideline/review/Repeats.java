package org.spinepain.guideline.review;

/**
 * Procedures that were requested more than once for the same person: the same technique for the
 * same pattern of pain.
 *
 * @param persons the persons of whom a code is known
 * @param repeatedPersons those of them with a repeated procedure
 * @param requests the requests for repeated procedures, first ones included
 */
public record Repeats(long persons, long repeatedPersons, long requests) {}
