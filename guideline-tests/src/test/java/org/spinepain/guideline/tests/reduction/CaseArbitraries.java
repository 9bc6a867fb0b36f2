package org.spinepain.guideline.tests.reduction;

import static org.spinepain.guideline.model.Presence.ABSENT;

import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/**
 * Cases for properties. Those about dates crowd where calendars go wrong: turns of months, ends of
 * February in years that are leap years and years that are none, and both sides of the boundaries
 * of section 1. They are axial pain for which an epidural injection of local anaesthetic is
 * requested, and all but the dates is known, so that the guideline recommends against it unless a
 * date stands in the way. Every case shrinks towards one that is easy to read.
 */
final class CaseArbitraries {

  private static final CalendarDay FIRST = new CalendarDay(1900, 1, 1);
  private static final CalendarDay LAST = new CalendarDay(9999, 12, 31);

  /** Old enough, as is everybody near the age of an adult, for every duration and onset here. */
  private static final PatientRecord ADULT = PatientRecord.aged(54);

  private static final ProcedureRequest EPIDURAL =
      ProcedureRequest.epidural("p1")
          .injecting(Injectate.LOCAL_ANAESTHETIC)
          .intendedFor(Intent.TREATMENT)
          .offeredIn(Setting.ROUTINE_CARE);

  private CaseArbitraries() {}

  // Days.

  /** Days on which one may be assessed. */
  static Arbitrary<CalendarDay> days() {
    Arbitrary<Integer> years =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.integers().between(1995, 2035)),
            Tuple.of(2, Arbitraries.of(1900, 1904, 2000, 2024, 2100, 2104, 2400)),
            Tuple.of(1, Arbitraries.of(1900, 9999)));
    Arbitrary<Integer> months =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.integers().between(1, 12)),
            Tuple.of(1, Arbitraries.of(2, 5, 11)));
    Arbitrary<Integer> fromTheLast =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(-3, 3)),
            Tuple.of(1, Arbitraries.integers().between(-30, 0)));
    return Combinators.combine(years, months, fromTheLast)
        .as((year, month, days) -> within(CalendarDay.lastOf(year, month).plusDays(days)));
  }

  private static CalendarDay within(CalendarDay day) {
    return FIRST.isAfter(day) ? FIRST : day.isAfter(LAST) ? LAST : day;
  }

  // Cases about dates.

  /** Pain of which the onset is stated, mostly three months before or close to it. */
  static Arbitrary<ClinicalCase> withOnset() {
    return Combinators.combine(days(), onsets())
        .as((on, onset) -> adult(on, pain().since(onset.apply(on).toLocalDate())));
  }

  /** Pain of which the duration is stated, mostly of three months or close to it. */
  static Arbitrary<ClinicalCase> withDuration() {
    return Combinators.combine(days(), durations())
        .as((on, duration) -> adult(on, pain().lasting(duration.apply(on))));
  }

  /** A person of whom the birth is stated, mostly eighteen years before or close to it. */
  static Arbitrary<ClinicalCase> withBirth() {
    Arbitrary<Function<CalendarDay, CalendarDay>> assessed =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.integers().between(-3, 3).map(CaseArbitraries::nearMajority)),
            Tuple.of(1, Arbitraries.integers().between(0, 130 * 365).map(CaseArbitraries::later)));
    return Combinators.combine(days(), assessed)
        .as((birth, assessedOn) -> Tuple.of(birth, assessedOn.apply(birth)))
        .filter(dates -> !dates.get2().isAfter(LAST))
        .map(
            dates ->
                about(
                    dates.get2(),
                    PatientRecord.bornOn(dates.get1().toLocalDate()),
                    pain().since(longAgo(dates.get1(), dates.get2()).toLocalDate())));
  }

  /** A person of whom the age is stated in years, with pain that began four months before. */
  static Arbitrary<ClinicalCase> withAge() {
    return Combinators.combine(
            days(),
            Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(16, 20)),
                Tuple.of(1, Arbitraries.integers().between(0, 130))))
        .as(
            (on, years) ->
                about(
                    on,
                    PatientRecord.aged(years),
                    // Of an age of 0 it is not known whether that was before birth.
                    pain().since(on.plusMonths(years == 0 ? 0 : -4).toLocalDate())));
  }

  /** Pain of three months or close to it, of a person of eighteen years or close to it. */
  static Arbitrary<ClinicalCase> withBirthAndOnsetOrDuration() {
    Arbitrary<Function<CalendarDay, PainHistory>> histories =
        Arbitraries.oneOf(
            onsets().map(onset -> on -> pain().since(onset.apply(on).toLocalDate())),
            durations().map(duration -> on -> pain().lasting(duration.apply(on))));
    return Combinators.combine(days(), Arbitraries.integers().between(-3, 3), histories)
        .as(
            (on, days, history) ->
                about(
                    on,
                    PatientRecord.bornOn(on.plusYears(-18).plusDays(days).toLocalDate()),
                    history.apply(on)));
  }

  private static Function<CalendarDay, CalendarDay> nearMajority(int days) {
    return birth -> birth.plusYears(18).plusDays(days);
  }

  private static Function<CalendarDay, CalendarDay> later(int days) {
    return day -> day.plusDays(days);
  }

  /** Four months before, unless the person was not yet born. */
  private static CalendarDay longAgo(CalendarDay birth, CalendarDay on) {
    CalendarDay fourMonthsAgo = on.plusMonths(-4);
    return birth.isAfter(fourMonthsAgo) ? birth : fourMonthsAgo;
  }

  private static Arbitrary<Function<CalendarDay, CalendarDay>> onsets() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            5,
            Arbitraries.integers()
                .between(-4, 4)
                .map(days -> on -> on.plusMonths(-3).plusDays(days))),
        // Several last days of one month can share a day three months later.
        Tuple.of(3, Arbitraries.integers().between(-3, 3).map(CaseArbitraries::fromEndOfMonth)),
        Tuple.of(1, Arbitraries.integers().between(0, 200).map(CaseArbitraries::earlier)),
        Tuple.of(1, Arbitraries.integers().between(0, 6_000).map(CaseArbitraries::earlier)));
  }

  private static Function<CalendarDay, CalendarDay> fromEndOfMonth(int days) {
    return on -> {
      CalendarDay boundary = on.plusMonths(-3);
      return CalendarDay.lastOf(boundary.year(), boundary.month()).plusDays(days);
    };
  }

  private static Function<CalendarDay, CalendarDay> earlier(int days) {
    return on -> on.plusDays(-days);
  }

  private static Arbitrary<Function<CalendarDay, Period>> durations() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            4,
            Combinators.combine(
                    Arbitraries.integers().between(2, 3), Arbitraries.integers().between(0, 32))
                .as((months, days) -> on -> Period.of(0, months, days))),
        // The days since the boundary, or close to where "near" begins and ends.
        Tuple.of(
            3,
            Arbitraries.integers()
                .between(-10, 10)
                .map(days -> on -> Period.ofDays(sinceBoundary(on) + days))),
        Tuple.of(2, Arbitraries.integers().between(76, 106).map(days -> on -> Period.ofDays(days))),
        Tuple.of(
            1, Arbitraries.integers().between(1, 16).map(weeks -> on -> Period.ofWeeks(weeks))),
        Tuple.of(1, Arbitraries.integers().between(1, 90).map(days -> on -> Period.of(0, 1, days))),
        Tuple.of(
            1,
            Combinators.combine(
                    Arbitraries.integers().between(0, 9),
                    Arbitraries.integers().between(0, 30),
                    Arbitraries.integers().between(1, 500))
                .as((years, months, days) -> on -> Period.of(years, months, days))));
  }

  private static int sinceBoundary(CalendarDay on) {
    return on.plusMonths(-3).daysUntil(on);
  }

  private static PainHistory pain() {
    return PainHistory.axial()
        .at(SpinalLevel.LUMBAR)
        .cancer(ABSENT)
        .inflammatoryArthropathy(ABSENT);
  }

  private static ClinicalCase adult(CalendarDay on, PainHistory pain) {
    return about(on, ADULT, pain);
  }

  private static ClinicalCase about(CalendarDay on, PatientRecord patient, PainHistory pain) {
    return ClinicalCase.of("case-1", on.toLocalDate())
        .patient(patient)
        .pain(pain)
        .procedure(EPIDURAL)
        .build();
  }

  // Cases of any kind.

  /**
   * Cases in which anything may be stated, unspecified or left out, with one to five procedures.
   */
  static Arbitrary<ClinicalCase> any() {
    return any(texts());
  }

  /** The same, with these texts as ids and jurisdiction. */
  static Arbitrary<ClinicalCase> any(Arbitrary<String> texts) {
    return Combinators.combine(
            texts, days(), patients(), pains(), procedures(texts), practices(texts))
        .as(
            (caseId, on, patient, pain, procedures, practice) ->
                new ClinicalCase(
                    caseId,
                    on.toLocalDate(),
                    patient.apply(on),
                    pain.apply(on),
                    procedures,
                    practice))
        // Pain that began before birth.
        .ignoreException(InvalidCaseException.class);
  }

  /** Texts that are valid as ids, and not easy to write or read. */
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(12),
            Arbitraries.strings()
                .withChars("aZ09 -_'\"\\/:#,{}[]&*!|>%@`~?.<=")
                .withChars('ä', 'ß', 'Ω', 'ж', '中', 'ﷺ', '\u0301')
                .ofMinLength(1)
                .ofMaxLength(20),
            Arbitraries.of(
                "null",
                "true",
                "yes",
                "~",
                "054",
                "1e3",
                "0x1F",
                "2025-06-30",
                "- a",
                "a: b",
                "🦴",
                "<<",
                "---",
                "...",
                "? x",
                "'",
                "\"",
                "\\u0000",
                "#",
                " a ",
                "p2"))
        .filter(text -> !text.isBlank());
  }

  private static Arbitrary<Function<CalendarDay, PatientRecord>> patients() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(on -> PatientRecord.ofUnknownAge())),
        Tuple.of(
            3,
            Arbitraries.integers().between(0, 130).map(years -> on -> PatientRecord.aged(years))),
        Tuple.of(
            3,
            Arbitraries.integers()
                .between(0, 129 * 365)
                .map(days -> on -> PatientRecord.bornOn(on.plusDays(-days).toLocalDate()))));
  }

  private static Arbitrary<Function<CalendarDay, PainHistory>> pains() {
    Arbitrary<Set<OtherCause>> causes =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(EnumSet.noneOf(OtherCause.class))),
            Tuple.of(1, Arbitraries.of(OtherCause.class).set().ofMinSize(1)));
    return Combinators.combine(
            optional(Arbitraries.of(PainPattern.class)),
            optional(Arbitraries.of(SpinalLevel.class)),
            begun(),
            optional(Arbitraries.of(Presence.class)),
            optional(Arbitraries.of(Presence.class)),
            causes)
        .as(
            (pattern, level, begun, cancer, arthropathy, others) ->
                on ->
                    begun
                        .apply(on)
                        .apply(
                            new PainHistory(
                                pattern,
                                level,
                                Optional.empty(),
                                Optional.empty(),
                                cancer,
                                arthropathy,
                                others)));
  }

  private static Arbitrary<Function<CalendarDay, Function<PainHistory, PainHistory>>> begun() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(on -> pain -> pain)),
        Tuple.of(3, onsets().map(onset -> on -> pain -> pain.since(onset.apply(on).toLocalDate()))),
        Tuple.of(3, durations().map(duration -> on -> pain -> pain.lasting(duration.apply(on)))));
  }

  private static Arbitrary<List<ProcedureRequest>> procedures(Arbitrary<String> ids) {
    Arbitrary<ProcedureRequest> unnamed =
        Combinators.combine(
                optional(Arbitraries.of(Technique.class)),
                stated(Arbitraries.of(Injectate.class)),
                stated(Arbitraries.of(Intent.class)),
                stated(Arbitraries.of(Setting.class)))
            .as(
                (technique, injectate, intent, setting) ->
                    new ProcedureRequest(
                        "unnamed",
                        technique,
                        isImpossible(technique, injectate)
                            ? Stated.of(Injectate.LOCAL_ANAESTHETIC)
                            : injectate,
                        intent,
                        setting));
    return Combinators.combine(
            unnamed.list().ofMinSize(1).ofMaxSize(5), ids.list().uniqueElements().ofSize(5))
        .as(CaseArbitraries::named);
  }

  private static boolean isImpossible(Optional<Technique> technique, Stated<Injectate> injectate) {
    return technique.filter(Technique::isInjection).isPresent()
        && injectate.known().filter(Injectate.NONE::equals).isPresent();
  }

  private static List<ProcedureRequest> named(List<ProcedureRequest> unnamed, List<String> ids) {
    List<ProcedureRequest> named = new ArrayList<>();
    for (ProcedureRequest procedure : unnamed) {
      named.add(named(procedure, ids.get(named.size())));
    }
    return named;
  }

  /** The same procedure under this id. */
  static ProcedureRequest named(ProcedureRequest procedure, String id) {
    return new ProcedureRequest(
        id, procedure.technique(), procedure.injectate(), procedure.intent(), procedure.setting());
  }

  private static Arbitrary<PracticeContext> practices(Arbitrary<String> texts) {
    return Combinators.combine(
            optional(texts),
            optional(Arbitraries.of(true, false)),
            optional(Arbitraries.of(PracticeUse.class)))
        .as(PracticeContext::new);
  }

  private static <T> Arbitrary<Optional<T>> optional(Arbitrary<T> values) {
    return values.optional(0.85);
  }

  private static <T> Arbitrary<Stated<T>> stated(Arbitrary<T> values) {
    return Arbitraries.frequencyOf(
        Tuple.of(6, values.map(Stated::of)),
        Tuple.of(2, Arbitraries.create(Stated::<T>nothing)),
        Tuple.of(1, Arbitraries.create(Stated::<T>unspecified)));
  }
}
