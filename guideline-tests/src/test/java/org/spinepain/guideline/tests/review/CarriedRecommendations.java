package org.spinepain.guideline.tests.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.Referral;

/**
 * What a request recommended against can carry, as everybody knows who has read the guideline: by
 * section 2 of its specification, for stated patterns. Nobody publishes how many carry what.
 */
final class CarriedRecommendations {

  /** A technique, with one injectate or another: what it carries for pain of either pattern. */
  private record Row(String technique, List<String> axial, List<String> radicular) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("epidural-injection", List.of("axial-epidural"), List.of("radicular-epidural")),
          new Row("joint-targeted-injection", List.of("axial-joint-targeted"), List.of()),
          new Row("intramuscular-injection", List.of("axial-intramuscular"), List.of()),
          new Row("joint-radiofrequency-ablation", List.of("axial-joint-rfa"), List.of()),
          new Row(
              "joint-radiofrequency-ablation",
              List.of("axial-joint-rfa", "axial-joint-targeted"),
              List.of()),
          new Row("dorsal-root-ganglion-radiofrequency", List.of(), List.of("radicular-drg-rf")),
          new Row(
              "dorsal-root-ganglion-radiofrequency",
              List.of("axial-epidural"),
              List.of("radicular-drg-rf")),
          new Row(
              "dorsal-root-ganglion-radiofrequency",
              List.of("axial-epidural"),
              List.of("radicular-drg-rf", "radicular-epidural")));

  private record Kind(String technique, String pattern, SortedSet<String> carried) {

    static Kind of(String technique, String pattern, Stream<String> carried) {
      return new Kind(technique, pattern, new TreeSet<>(carried.toList()));
    }

    String number() {
      return String.join(" ", "of", technique, pattern, carried.toString());
    }
  }

  private CarriedRecommendations() {}

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (Row row : ROWS) {
      kinds.add(Kind.of(row.technique(), "axial", row.axial().stream()));
      kinds.add(Kind.of(row.technique(), "radicular", row.radicular().stream()));
      kinds.add(
          Kind.of(
              row.technique(),
              "axial-and-radicular",
              Stream.of(row.axial(), row.radicular()).flatMap(Collection::stream)));
    }
    return kinds.stream().filter(kind -> !kind.carried().isEmpty()).distinct().toList();
  }

  static Map<String, OptionalLong> withheld() {
    Map<String, OptionalLong> withheld = new TreeMap<>();
    kinds().forEach(kind -> withheld.put(kind.number(), OptionalLong.empty()));
    return withheld;
  }

  static Map<String, Long> exact(List<Referral> referrals) {
    Map<String, Long> exact = new HashMap<>();
    kinds().forEach(kind -> exact.put(kind.number(), 0L));
    for (Referral referral : referrals) {
      ClinicalCase of = referral.clinicalCase();
      List<Determination> determinations = Engines.BUNDLED.assess(of).determinations();
      for (int i = 0; i < determinations.size(); i++) {
        if (determinations.get(i).verdict() == Verdict.RECOMMEND_AGAINST) {
          String number =
              Kind.of(
                      of.procedures().get(i).technique().map(Coded::code).orElseThrow(),
                      of.pain().pattern().map(Coded::code).orElseThrow(),
                      determinations.get(i).recommendations().stream().map(Recommendation::id))
                  .number();
          exact.put(number, exact.get(number) + 1);
        }
      }
    }
    return exact;
  }

  static void tell(Attacker attacker) {
    for (String code : Coded.codes(Technique.class)) {
      tell(attacker, Breakdown.TECHNIQUE, code, kind -> kind.technique().equals(code));
    }
    for (String code : Coded.codes(PainPattern.class)) {
      tell(attacker, Breakdown.PATTERN, code, kind -> kind.pattern().equals(code));
    }
    for (String id :
        kinds().stream().flatMap(kind -> kind.carried().stream()).distinct().toList()) {
      tell(attacker, Breakdown.RECOMMENDATION, id, kind -> kind.carried().contains(id));
    }
  }

  private static void tell(
      Attacker attacker, Breakdown table, String label, Predicate<Kind> counts) {
    attacker.sum(
        kinds().stream().filter(counts).map(Kind::number).toList(),
        PublishedNumbers.name(table, List.of(label), Verdict.RECOMMEND_AGAINST.name()));
  }
}
