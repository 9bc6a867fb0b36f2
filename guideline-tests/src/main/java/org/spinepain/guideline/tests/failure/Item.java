package org.spinepain.guideline.tests.failure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.rules.conclusion.Caveat;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.rules.conclusion.Decided;
import org.spinepain.guideline.rules.conclusion.Evidence;
import org.spinepain.guideline.rules.conclusion.Guidance;
import org.spinepain.guideline.rules.conclusion.Reason;
import org.spinepain.guideline.rules.conclusion.Recommendation;
import org.spinepain.guideline.tests.vignette.Aspect;

/**
 * One thing that is expected or was got of an aspect, as a verdict or the code of a reason.
 *
 * @param aspect the aspect
 * @param text it, in the words of vignettes
 */
record Item(Aspect aspect, String text) {

  /** Pattern, technique, injectate. */
  private static final int KEY_OF_EVIDENCE = 3;

  /** The things in what a vignette states of an aspect, or an assessment has. */
  static Set<Item> of(Aspect aspect, Object value) {
    Set<Item> items = new LinkedHashSet<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, of) -> items.add(new Item(aspect, key + " " + of)));
    } else if (value instanceof Collection<?> all) {
      all.forEach(each -> items.add(new Item(aspect, String.valueOf(each))));
    } else {
      items.add(new Item(aspect, String.valueOf(value)));
    }
    return items;
  }

  /** Whether rules conclude things of its aspect; else they follow from merging. */
  boolean isConcluded() {
    return switch (aspect) {
      case VERDICT -> !text.equals("insufficient-information");
      case RECOMMENDATIONS, REASONS, EVIDENCE, GUIDANCE, CAVEATS -> true;
      case MISSING, ASSUMPTIONS -> false;
    };
  }

  /** The rule set that concludes it. */
  RuleSet set() {
    return aspect == Aspect.GUIDANCE || aspect == Aspect.CAVEATS
        ? RuleSet.GUIDANCE
        : RuleSet.DECISION;
  }

  /** Whether it is what was concluded. */
  boolean is(Conclusion conclusion) {
    if (conclusion instanceof Decided decided) {
      return aspect == Aspect.VERDICT && decided.verdict().code().equals(text);
    } else if (conclusion instanceof Reason reason) {
      return aspect == Aspect.REASONS && reason.code().equals(text);
    } else if (conclusion instanceof Recommendation recommended) {
      return aspect == Aspect.RECOMMENDATIONS
          && (text + " ").startsWith(recommended.id() + " " + recommended.basis().code() + " ");
    } else if (conclusion instanceof Evidence row) {
      return aspect == Aspect.EVIDENCE && (text + " ").startsWith(words(row) + " ");
    } else if (conclusion instanceof Guidance guidance) {
      return aspect == Aspect.GUIDANCE && guidance.code().equals(text);
    }
    return aspect == Aspect.CAVEATS
        && conclusion instanceof Caveat caveat
        && caveat.code().equals(text);
  }

  private static String words(Evidence row) {
    return String.join(
        " ",
        row.pattern().code(),
        row.technique().code(),
        row.injectate().code(),
        row.estimate().map(estimate -> estimate.value().toPlainString()).orElse("not-held"));
  }

  /**
   * Words that stand in the consequence of every rule that could conclude it: they spare compiling
   * the others.
   */
  List<String> words() {
    String[] words = text.split(" ", -1);
    if (aspect == Aspect.EVIDENCE && words.length < KEY_OF_EVIDENCE) {
      return List.of();
    }
    return switch (aspect) {
      case VERDICT -> List.of("Decided(", "Verdict." + constant(text));
      case REASONS -> List.of("Reason(", "\"" + text + "\"");
      case RECOMMENDATIONS -> List.of("Recommendation(", "\"" + words[0] + "\"");
      case EVIDENCE ->
          List.of(
              "Evidence.",
              "PainPattern." + constant(words[0]),
              "Technique." + constant(words[1]),
              "Injectate." + constant(words[2]));
      case GUIDANCE -> List.of("Guidance(", "\"" + text + "\"");
      case CAVEATS -> List.of("Caveat(", "\"" + text + "\"");
      case MISSING, ASSUMPTIONS -> List.of();
    };
  }

  private static String constant(String code) {
    return code.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
