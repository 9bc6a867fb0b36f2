package org.spinepain.guideline.rules.conclusion;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/**
 * A row of the evidence table stands behind a recommendation. Rules write it as {@code
 * Evidence.behind( "…" )} and so on; a figure or certainty that is not held has to be called so.
 *
 * @param recommendation the id of the recommendation
 * @param pattern the pain pattern of the row: axial or radicular
 * @param technique the technique of the row
 * @param injectate the injectate of the row
 * @param estimate the figure; empty when not held
 * @param certainty the certainty of evidence; empty when not held
 * @param plain what the row says in plain words
 * @param status how far the row has been checked
 * @param rule the rule that concluded it
 */
public record Evidence(
    String recommendation,
    PainPattern pattern,
    Technique technique,
    Injectate injectate,
    Optional<Estimate> estimate,
    Optional<Certainty> certainty,
    String plain,
    Status status,
    Rule rule)
    implements Conclusion {

  /** Refuses null with a {@link NullPointerException}. */
  public Evidence {
    requireNonNull(recommendation, "recommendation");
    requireNonNull(pattern, "pattern");
    requireNonNull(technique, "technique");
    requireNonNull(injectate, "injectate");
    requireNonNull(estimate, "estimate");
    requireNonNull(certainty, "certainty");
    requireNonNull(plain, "plain");
    requireNonNull(status, "status");
    requireNonNull(rule, "rule");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Evidence";
  }

  /** Starts a row behind the recommendation with this id. */
  public static Row behind(String recommendation) {
    return new Row(recommendation);
  }

  /**
   * Gathers the parts of a row. What is left out is refused at the end with a {@link
   * NullPointerException}.
   */
  public static final class Row {

    private final String recommendation;
    private PainPattern pattern;
    private Technique technique;
    private Injectate injectate;
    private Optional<Estimate> estimate;
    private Optional<Certainty> certainty;
    private String plain;
    private Status status;

    private Row(String recommendation) {
      this.recommendation = recommendation;
    }

    /** The pattern, technique and injectate of the row. */
    public Row on(PainPattern rowPattern, Technique rowTechnique, Injectate rowInjectate) {
      pattern = rowPattern;
      technique = rowTechnique;
      injectate = rowInjectate;
      return this;
    }

    /**
     * The weighted mean difference and its 95% confidence interval, decimals as the source prints
     * them.
     */
    public Row estimate(String value, String low, String high) {
      estimate =
          Optional.of(
              new Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high)));
      return this;
    }

    /** No figure is held. */
    public Row estimateNotHeld() {
      estimate = Optional.empty();
      return this;
    }

    /** The certainty of evidence. */
    public Row certainty(Certainty rowCertainty) {
      certainty = Optional.of(rowCertainty);
      return this;
    }

    /** The certainty of evidence is not held. */
    public Row certaintyNotHeld() {
      certainty = Optional.empty();
      return this;
    }

    /** What the row says in plain words. */
    public Row saying(String words) {
      plain = words;
      return this;
    }

    /** How far the row has been checked. */
    public Row status(Status rowStatus) {
      status = rowStatus;
      return this;
    }

    /** The row, concluded by this rule. */
    public Evidence by(Rule rule) {
      return new Evidence(
          recommendation, pattern, technique, injectate, estimate, certainty, plain, status, rule);
    }
  }
}
