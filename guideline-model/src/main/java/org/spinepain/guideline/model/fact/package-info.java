/**
 * What rules see: facts that are complete and finite. No component is nullable, none is a raw
 * number or a date, and no enum has a constant for the unknown, so a rule reads like the guideline
 * and its negation means what it says.
 *
 * <p>Definitions: BMJ 2025;388:e079970 (doi 10.1136/bmj-2024-079970), scope and recommendations;
 * how procedures are sorted into techniques is this project's reading.
 */
package org.spinepain.guideline.model.fact;
