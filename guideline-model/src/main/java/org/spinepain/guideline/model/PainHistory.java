package org.spinepain.guideline.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.fact.PainPattern;

/**
 * The one spine pain that a case is about, as far as known. Each method returns a changed copy.
 * What the values may be is checked when the case is built.
 *
 * @param pattern where it is felt
 * @param level the spinal level; changes no verdict
 * @param onset the date on which it began; not with {@code duration}
 * @param duration how long it has lasted on the date of the assessment, as stated; not with {@code
 *     onset}. It is counted back on the calendar, so that 12 weeks (84 days) are less than 3 months
 * @param cancer whether it is attributed to cancer
 * @param inflammatoryArthropathy whether it is attributed to an inflammatory arthropathy
 * @param otherCauses infection, fracture or both; when none is listed there is taken to be none,
 *     and the determination lists that default
 */
public record PainHistory(
    Optional<PainPattern> pattern,
    Optional<SpinalLevel> level,
    Optional<LocalDate> onset,
    Optional<Period> duration,
    Optional<Presence> cancer,
    Optional<Presence> inflammatoryArthropathy,
    Set<OtherCause> otherCauses) {

  /** Refuses null with a {@link NullPointerException}; keeps a copy of the set. */
  public PainHistory {
    requireNonNull(pattern, "pain.pattern");
    requireNonNull(level, "pain.level");
    requireNonNull(onset, "pain.onset");
    requireNonNull(duration, "pain.duration");
    requireNonNull(cancer, "pain.cancer");
    requireNonNull(inflammatoryArthropathy, "pain.inflammatoryArthropathy");
    Set<OtherCause> causes = EnumSet.noneOf(OtherCause.class);
    causes.addAll(otherCauses);
    otherCauses = Collections.unmodifiableSet(causes);
  }

  /** Pain of this pattern. */
  public static PainHistory of(PainPattern pattern) {
    return new PainHistory(
        Optional.of(pattern),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  /** Pain in the spine itself. */
  public static PainHistory axial() {
    return of(PainPattern.AXIAL);
  }

  /** Pain that radiates to an arm or a leg. */
  public static PainHistory radicular() {
    return of(PainPattern.RADICULAR);
  }

  /** Pain in the spine that also radiates. */
  public static PainHistory axialAndRadicular() {
    return of(PainPattern.AXIAL_AND_RADICULAR);
  }

  /** Pain of which the pattern is not known. */
  public static PainHistory ofUnknownPattern() {
    return new PainHistory(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  /** At this spinal level. */
  public PainHistory at(SpinalLevel newLevel) {
    return new PainHistory(
        pattern,
        Optional.of(newLevel),
        onset,
        duration,
        cancer,
        inflammatoryArthropathy,
        otherCauses);
  }

  /** Begun on this date. */
  public PainHistory since(LocalDate newOnset) {
    return new PainHistory(
        pattern,
        level,
        Optional.of(newOnset),
        duration,
        cancer,
        inflammatoryArthropathy,
        otherCauses);
  }

  /** Lasting for this long on the date of the assessment. */
  public PainHistory lasting(Period newDuration) {
    return new PainHistory(
        pattern,
        level,
        onset,
        Optional.of(newDuration),
        cancer,
        inflammatoryArthropathy,
        otherCauses);
  }

  /** Attributed to cancer, or not. */
  public PainHistory cancer(Presence presence) {
    return new PainHistory(
        pattern,
        level,
        onset,
        duration,
        Optional.of(presence),
        inflammatoryArthropathy,
        otherCauses);
  }

  /** Attributed to an inflammatory arthropathy, or not. */
  public PainHistory inflammatoryArthropathy(Presence presence) {
    return new PainHistory(
        pattern, level, onset, duration, cancer, Optional.of(presence), otherCauses);
  }

  /** Due to these causes, which replace those named before. */
  public PainHistory otherCauses(Collection<OtherCause> causes) {
    return new PainHistory(
        pattern, level, onset, duration, cancer, inflammatoryArthropathy, Set.copyOf(causes));
  }

  /** Due to these causes, which replace those named before. */
  public PainHistory otherCauses(OtherCause... causes) {
    return otherCauses(List.of(causes));
  }
}
