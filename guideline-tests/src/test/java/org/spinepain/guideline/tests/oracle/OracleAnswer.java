package org.spinepain.guideline.tests.oracle;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What the text of the guideline's specification says of one procedure of one case, sections 3 to 5
 * of {@code guideline.md}. Plain codes, as documents write them, and every list in the order of the
 * specification's tables, so that two answers can be compared with {@code equals}.
 *
 * @param verdict {@code recommend-against}, {@code no-recommendation} or {@code
 *     insufficient-information}
 * @param recommendations the recommendations carried, in the order of section 2
 * @param reasons the codes of the reasons carried, in the order of section 3
 * @param missing the missing facts, in the order of section 3
 * @param evidence the evidence rows carried, in the order of section 4
 * @param guidance the codes of the guidance, in the order of section 5
 * @param caveats the codes of the caveats, in the order of section 5
 * @param assumptions the defaults, then the host's assumptions, each in the order of section 3
 */
public record OracleAnswer(
    String verdict,
    List<Recommendation> recommendations,
    List<String> reasons,
    List<Missing> missing,
    List<EvidenceRow> evidence,
    List<String> guidance,
    List<String> caveats,
    List<UsedAssumption> assumptions) {

  /** Keeps copies of the lists. */
  public OracleAnswer {
    recommendations = List.copyOf(recommendations);
    reasons = List.copyOf(reasons);
    missing = List.copyOf(missing);
    evidence = List.copyOf(evidence);
    guidance = List.copyOf(guidance);
    caveats = List.copyOf(caveats);
    assumptions = List.copyOf(assumptions);
  }

  /** One line for each part, so that two answers can be compared by eye. */
  @Override
  public String toString() {
    return "verdict: "
        + verdict
        + lines("recommendations", recommendations)
        + lines("reasons", reasons)
        + lines("missing", missing)
        + lines("evidence", evidence)
        + lines("guidance", guidance)
        + lines("caveats", caveats)
        + lines("assumptions", assumptions)
        + "\n";
  }

  private static String lines(String name, List<?> items) {
    return items.stream()
        .map(item -> "\n  - " + item)
        .collect(joining("", "\n" + name + ":" + (items.isEmpty() ? " none" : ""), ""));
  }

  private static String depending(List<String> facts) {
    return facts.isEmpty() ? "" : ", depending on " + String.join(" and ", facts);
  }

  /**
   * A recommendation, section 2.
   *
   * @param id its id
   * @param basis {@code direct} or {@code by-component}
   * @param dependingOn the unknown facts on which it depends, in the order of section 3
   */
  public record Recommendation(String id, String basis, List<String> dependingOn) {

    /** Keeps a copy of the list. */
    public Recommendation {
      dependingOn = List.copyOf(dependingOn);
    }

    @Override
    public String toString() {
      return id + " (" + basis + depending(dependingOn) + ")";
    }
  }

  /**
   * A missing fact, section 3.
   *
   * @param fact its code
   * @param outcomes what each possible answer leads to, in the order of section 3's table
   */
  public record Missing(String fact, List<Outcome> outcomes) {

    /** Keeps a copy of the list. */
    public Missing {
      outcomes = List.copyOf(outcomes);
    }

    @Override
    public String toString() {
      return fact + ": " + outcomes.stream().map(Outcome::toString).collect(joining(", "));
    }
  }

  /**
   * What one answer to a missing fact leads to, section 3.
   *
   * @param value the answer
   * @param verdict the verdict after learning only that
   */
  public record Outcome(String value, String verdict) {

    @Override
    public String toString() {
      return value + " -> " + verdict;
    }
  }

  /**
   * A row of the evidence table, section 4.
   *
   * @param recommendation the id of the recommendation for which it is carried
   * @param pattern {@code axial} or {@code radicular}
   * @param technique the technique of the row
   * @param injectate the injectate of the row
   * @param estimate the weighted mean difference in cm, as the table prints it; null when not held
   * @param low the lower bound of its interval; null when not held
   * @param high the upper bound of its interval; null when not held
   * @param certainty the certainty of the evidence; null when not held
   * @param status {@code checked} or {@code pending}
   * @param dependingOn the unknown facts on which it depends, in the order of section 3
   */
  public record EvidenceRow(
      String recommendation,
      String pattern,
      String technique,
      String injectate,
      String estimate,
      String low,
      String high,
      String certainty,
      String status,
      List<String> dependingOn) {

    /** Keeps a copy of the list. */
    public EvidenceRow {
      dependingOn = List.copyOf(dependingOn);
    }

    @Override
    public String toString() {
      return recommendation
          + ": "
          + String.join(" ", pattern, technique, injectate)
          + (estimate == null ? " not held" : " " + estimate + " (" + low + " to " + high + ")")
          + ", certainty "
          + (certainty == null ? "not held" : certainty)
          + ", "
          + status
          + depending(dependingOn);
    }
  }

  /**
   * An assumption that was used, section 3.
   *
   * @param code its code
   * @param by {@code default} or {@code host}
   */
  public record UsedAssumption(String code, String by) {

    @Override
    public String toString() {
      return code + " (" + by + ")";
    }
  }
}
