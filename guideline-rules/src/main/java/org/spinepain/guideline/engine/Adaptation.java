package org.spinepain.guideline.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.LocalItem;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.model.assessment.Suppression;
import org.spinepain.guideline.model.assessment.TextKind;

/**
 * What overlays make of determinations. It sees them finished, and copies what was decided.
 * Immutable.
 */
final class Adaptation {

  private final List<Overlay> overlays;
  private final Map<RuleText, Overlay> replacing = new HashMap<>();
  private final Map<String, Suppression> suppressions = new HashMap<>();

  /** By overlays that fit the pack and one another. */
  Adaptation(List<Overlay> overlays) {
    this.overlays = List.copyOf(overlays);
    for (Overlay overlay : overlays) {
      overlay.contents().texts().keySet().forEach(text -> replacing.put(text, overlay));
      suppressions.putAll(overlay.contents().suppressions());
    }
  }

  List<Overlay> overlays() {
    return overlays;
  }

  /** The descriptor of the pack as the overlays word it. */
  PackDescriptor of(PackDescriptor descriptor) {
    return overlays.stream()
        .flatMap(overlay -> overlay.contents().standing().stream())
        .findFirst()
        .map(descriptor::withStandingText)
        .orElse(descriptor);
  }

  /** All suppressions, by the id of the recommendation, also those that have ended. */
  SortedMap<String, Suppression> suppressions() {
    return new TreeMap<>(suppressions);
  }

  /** The suppression of a recommendation on this date, if there is one. */
  Optional<Suppression> suppression(String recommendation, LocalDate assessedOn) {
    return Optional.ofNullable(suppressions.get(recommendation))
        .filter(suppression -> !assessedOn.isAfter(suppression.until()));
  }

  /** The words of an overlay for a text, or its own; what it had is noted when it has others. */
  String worded(TextKind of, String code, String original, List<ReplacedText> replaced) {
    RuleText key = new RuleText(of, code);
    Overlay overlay = replacing.get(key);
    if (overlay == null) {
      return original;
    }
    replaced.add(new ReplacedText(of, code, original, overlay.reference().id()));
    return overlay.contents().texts().get(key).replace(OverlayCheck.ORIGINAL, original);
  }

  /** A determination of a case that was assessed on this date. */
  Determination of(Determination made, LocalDate assessedOn) {
    return overlays.isEmpty() ? made : new Adapting(assessedOn).determination(made);
  }

  /** The adapting of one determination. */
  private final class Adapting {

    private final LocalDate assessedOn;
    private final List<ReplacedText> replaced = new ArrayList<>();

    Adapting(LocalDate assessedOn) {
      this.assessedOn = assessedOn;
    }

    Determination determination(Determination made) {
      return new Determination(
          made.procedureId(),
          made.verdict(),
          made.recommendations().stream().map(this::recommendation).toList(),
          made.reasons().stream().map(this::reason).toList(),
          made.missing(),
          made.evidence(),
          made.guidance().stream().map(this::guidance).toList(),
          made.caveats().stream().map(this::caveat).toList(),
          made.assumptions(),
          made.trace(),
          local(made),
          replaced);
    }

    private Recommendation recommendation(Recommendation made) {
      return new Recommendation(
          made.id(),
          made.direction(),
          made.strength(),
          made.basis(),
          made.dependingOn(),
          text(TextKind.RECOMMENDATION, made.id(), made.text()),
          made.provenance(),
          suppression(made.id(), assessedOn));
    }

    private Reason reason(Reason made) {
      return new Reason(
          made.code(), text(TextKind.REASON, made.code(), made.text()), made.provenance());
    }

    private Guidance guidance(Guidance made) {
      return new Guidance(
          made.code(),
          made.kind(),
          text(TextKind.GUIDANCE, made.code(), made.text()),
          made.provenance());
    }

    private Caveat caveat(Caveat made) {
      return new Caveat(
          made.code(), text(TextKind.CAVEAT, made.code(), made.text()), made.provenance());
    }

    private String text(TextKind of, String code, String original) {
      return worded(of, code, original, replaced);
    }

    private List<LocalItem> local(Determination made) {
      List<LocalItem> items = new ArrayList<>();
      for (Overlay overlay : overlays) {
        overlay
            .contents()
            .additions()
            .forEach(
                (code, addition) -> {
                  if (addition.belongsTo(made)) {
                    items.add(addition.item(code, overlay.reference().id()));
                  }
                });
      }
      return items;
    }
  }
}
