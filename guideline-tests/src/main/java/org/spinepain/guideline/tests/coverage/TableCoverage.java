package org.spinepain.guideline.tests.coverage;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.table.TableItem;
import org.spinepain.guideline.tests.vignette.Aspect;
import org.spinepain.guideline.tests.vignette.Vignette;

/**
 * Which rows of the decision table a vignette touches: what its case says, and what it expects. A
 * row that no vignette touches could be wrong without any of them telling.
 */
final class TableCoverage {

  private final Vignette vignette;
  private final ProcedureRequest procedure;
  private final Map<Aspect, Object> expected;

  private TableCoverage(Vignette vignette, ProcedureRequest procedure) {
    this.vignette = vignette;
    this.procedure = procedure;
    this.expected = vignette.expect().getOrDefault(procedure.id(), Map.of());
  }

  /** Those of these rows that no vignette touches. */
  static List<TableItem> untouched(List<TableItem> rows, List<Vignette> vignettes) {
    Set<TableItem> untouched = new LinkedHashSet<>(rows);
    for (Vignette vignette : vignettes) {
      for (ProcedureRequest procedure : vignette.clinicalCase().procedures()) {
        untouched.removeIf(new TableCoverage(vignette, procedure)::touches);
      }
    }
    return List.copyOf(untouched);
  }

  private boolean touches(TableItem row) {
    return switch (row.table()) {
      case "Scope" -> fails(row.row());
      case "Verdict" ->
          isExpected(
              row.row().equals("none") ? Verdict.RECOMMEND_AGAINST : Verdict.NO_RECOMMENDATION);
      case "Patterns" ->
          showsWhatIsAddressed() && pattern().filter(p -> p.code().equals(row.row())).isPresent();
      case "Recommendations" -> codes(Aspect.RECOMMENDATIONS).contains(row.row());
      case "Procedures: axial" ->
          pattern().filter(PainPattern::isAxial).isPresent() && isAbout(row);
      case "Procedures: radicular" ->
          pattern().filter(PainPattern::isRadicular).isPresent() && isAbout(row);
      case "Evidence behind each recommendation" ->
          codes(Aspect.RECOMMENDATIONS).contains(row.row()) && gives(row.column());
      case "Evidence" ->
          codes(Aspect.EVIDENCE).stream().anyMatch(e -> e.startsWith(row.row() + " "));
      case "Guidance" ->
          codes(Aspect.GUIDANCE).contains(row.row())
              && row.column().equals(Optional.ofNullable(expected.get(Aspect.VERDICT)));
      case "Caveats" -> codes(Aspect.CAVEATS).contains(row.row());
      case "Unknown facts" -> codes(Aspect.MISSING).contains(row.row());
      case "Defaults", "Host assumptions" -> codes(Aspect.ASSUMPTIONS).contains(row.row());
      default -> throw new IllegalStateException("a table that coverage does not know: " + row);
    };
  }

  /** Whether the case is known to lie on the side of a row of scope that gives its reason. */
  private boolean fails(String fact) {
    Set<String> reasons = codes(Aspect.REASONS);
    return switch (fact) {
      case "patient.adult" -> reasons.contains("not-adult");
      case "pain.chronic" -> reasons.contains("acute-pain");
      case "pain.cancer-related" -> reasons.contains("cancer-related");
      case "pain.inflammatory" -> reasons.contains("inflammatory-arthropathy");
      case "pain.infection" -> isSolely(OtherCause.INFECTION);
      case "pain.fracture" -> isSolely(OtherCause.FRACTURE);
      case "procedure.setting" -> reasons.contains("clinical-trial");
      case "procedure.intent" -> reasons.contains("diagnostic-intent");
      case "recommendations" -> reasons.contains("not-addressed");
      default -> throw new IllegalStateException("a fact that coverage does not know: " + fact);
    };
  }

  private boolean isSolely(OtherCause cause) {
    return vignette.clinicalCase().pain().otherCauses().equals(Set.of(cause));
  }

  private boolean isExpected(Verdict verdict) {
    return verdict.code().equals(expected.get(Aspect.VERDICT));
  }

  private Optional<PainPattern> pattern() {
    return vignette.clinicalCase().pain().pattern();
  }

  private boolean isAbout(TableItem cell) {
    return showsWhatIsAddressed()
        && procedure.technique().map(Technique::code).equals(Optional.of(cell.row()))
        && gives(cell.column());
  }

  /** Where another reason stands as well, the answer is the same whatever is addressed. */
  private boolean showsWhatIsAddressed() {
    return isExpected(Verdict.RECOMMEND_AGAINST)
        || codes(Aspect.REASONS).equals(Set.of("not-addressed"));
  }

  private boolean gives(Optional<String> injectate) {
    return injectate().map(Injectate::code).equals(injectate);
  }

  private Optional<Injectate> injectate() {
    boolean hasDefault =
        procedure.injectate() instanceof Stated.Nothing
            && procedure.technique().filter(technique -> !technique.isInjection()).isPresent();
    return hasDefault ? Optional.of(Injectate.NONE) : procedure.injectate().known();
  }

  /** The codes of an aspect that the vignette expects. */
  private Set<String> codes(Aspect aspect) {
    Object stated = expected.get(aspect);
    if (stated instanceof Map<?, ?> byCode) {
      return texts(byCode.keySet());
    }
    return stated instanceof Collection<?> codes ? texts(codes) : Set.of();
  }

  private static Set<String> texts(Collection<?> codes) {
    Set<String> texts = new LinkedHashSet<>();
    codes.forEach(code -> texts.add(code instanceof Coded coded ? coded.code() : code.toString()));
    return texts;
  }
}
