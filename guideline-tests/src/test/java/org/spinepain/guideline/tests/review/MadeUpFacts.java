package org.spinepain.guideline.tests.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.review.Referral;

/** What the shares by which referrals are made up are shares of, by its name in their README. */
final class MadeUpFacts {

  static final String NOT_STATED = "";

  private static final List<String> NUMBERS = List.of("none", "one", "two", "three");

  static final Map<String, Function<Referral, Stream<String>>> BY_NAME =
      Map.ofEntries(
          ofCase(
              "age",
              c ->
                  either("ageYears", c.patient().ageYears(), "birthDate", c.patient().birthDate())),
          ofCase("pain.pattern", c -> code(c.pain().pattern())),
          ofCase("pain.level", c -> code(c.pain().level())),
          ofCase(
              "how long", c -> either("onset", c.pain().onset(), "duration", c.pain().duration())),
          ofCase("pain.cancer", c -> code(c.pain().cancer())),
          ofCase("pain.inflammatoryArthropathy", c -> code(c.pain().inflammatoryArthropathy())),
          ofCase(
              "pain.otherCauses",
              c -> c.pain().otherCauses().stream().map(Coded::code).findFirst().orElse("none")),
          ofCase("procedures", c -> NUMBERS.get(c.procedures().size())),
          Map.entry("technique, axial pain", referral -> techniques(referral, true)),
          Map.entry("technique, other pain", referral -> techniques(referral, false)),
          Map.entry(
              "injectate of injections",
              referral ->
                  procedures(referral)
                      .filter(p -> p.technique().filter(t -> t.isInjection()).isPresent())
                      .map(p -> code(p.injectate().known()))),
          Map.entry("intent", referral -> procedures(referral).map(p -> stated(p.intent()))),
          Map.entry("setting", referral -> procedures(referral).map(p -> stated(p.setting()))),
          Map.entry("clinic", referral -> Stream.of(referral.clinic().orElse(NOT_STATED))),
          Map.entry("referrer", referral -> Stream.of(referral.referrer().orElse(NOT_STATED))),
          Map.entry("person", referral -> Stream.of(referral.person().orElse(NOT_STATED))));

  private MadeUpFacts() {}

  private static Map.Entry<String, Function<Referral, Stream<String>>> ofCase(
      String name, Function<ClinicalCase, String> fact) {
    return Map.entry(name, referral -> Stream.of(fact.apply(referral.clinicalCase())));
  }

  private static Stream<ProcedureRequest> procedures(Referral referral) {
    return referral.clinicalCase().procedures().stream();
  }

  private static Stream<String> techniques(Referral referral, boolean axial) {
    Optional<PainPattern> pattern = referral.clinicalCase().pain().pattern();
    return pattern.isPresent() && (pattern.get() == PainPattern.AXIAL) == axial
        ? procedures(referral).map(p -> code(p.technique()))
        : Stream.empty();
  }

  private static String either(
      String name, Optional<?> value, String otherName, Optional<?> otherValue) {
    if (value.isPresent()) {
      return name;
    }
    return otherValue.isPresent() ? otherName : NOT_STATED;
  }

  private static String stated(Stated<? extends Coded> fact) {
    return fact.equals(Stated.unspecified()) ? "unspecified" : code(fact.known());
  }

  private static String code(Optional<? extends Coded> fact) {
    return fact.map(Coded::code).orElse(NOT_STATED);
  }
}
