package org.spinepain.guideline.tests.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.tests.mutation.Mutant.Edit;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.CompiledRules;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;

/** A mutant of which only the changed rule was compiled is the mutant. */
class MutantBuilderTest {

  private static final int FEW = 3;
  private static final int MANY = 50;

  @Test
  void mutantsBuiltQuicklyAnswerAllVignettesAsThoseBuiltFromTheirSource() {
    assertSameAnswers(FEW);
  }

  @Test
  @Tag("thorough")
  void manyMutantsBuiltQuicklyAnswerAllVignettesAsThoseBuiltFromTheirSource() {
    assertSameAnswers(MANY);
  }

  @Test
  void aFunctionBehindTheRulesIsCompiledWithTheChangedRule() {
    PackSource pack =
        TinyPack.source()
            .with(
                TinyPack.GUIDANCE,
                TinyPack.source()
                        .files()
                        .get(TinyPack.GUIDANCE)
                        .replace("\"The pain is acute.\"", "acute( \"The pain\" )")
                    + """

                    function String acute( String what ) {
                      return what + " is acute.";
                    }
                    """);
    Mutant mutant =
        Mutants.of(pack).stream()
            .filter(m -> m.part().rule().equals(Optional.of("That the pain is acute, in words")))
            .filter(m -> m.operator() == Operator.CONSTRAINT_NEGATED)
            .findFirst()
            .orElseThrow();
    assertThat(new MutantBuilder(pack.build()).build(mutant).load().rules()).isNotEmpty();
  }

  @Test
  void aMutantThatDoesNotCompileIsRefusedAsItIsFromItsSource() {
    PackSource pack =
        TinyPack.source()
            .replacing(
                TinyPack.DECISION,
                "  exists Reason()\n",
                "  $r : Reason()\n  Reason( code == $r.code )\n");
    Mutant mutant =
        Mutants.of(pack).stream()
            .filter(m -> m.operator() == Operator.PATTERN_DROPPED)
            .filter(m -> m.change().before().equals("$r : Reason()"))
            .findFirst()
            .orElseThrow();
    MutantBuilder builder = new MutantBuilder(pack.build());
    assertThatThrownBy(() -> builder.build(mutant)).isInstanceOf(CompilationException.class);
    assertThatThrownBy(() -> CompiledRules.of(mutant.of(pack).drl(RuleSet.DECISION)))
        .isInstanceOf(CompilationException.class);
  }

  /** Of so many mutants, spread evenly over the rules of the guideline's pack. */
  private static void assertSameAnswers(int sample) {
    PackSource pack = PackSource.bundled();
    BuiltPack built = pack.build();
    MutantBuilder builder = new MutantBuilder(built);
    List<Vignette> vignettes = Vignettes.bundled().all();
    List<Mutant> mutants =
        Mutants.of(pack).stream()
            .filter(m -> m.change() instanceof Edit edit && edit.file().endsWith(".drl"))
            .toList();
    int step = mutants.size() / sample;
    List<String> differing =
        IntStream.range(0, sample)
            .parallel()
            .mapToObj(i -> mutants.get(i * step + step / 2))
            .map(m -> difference(m, builder.build(m), fromSource(built, m), vignettes))
            .filter(Objects::nonNull)
            .toList();
    assertThat(differing).isEmpty();
  }

  /** The mutant with all rules of its rule set compiled from its source, and not kept. */
  private static BuiltPack fromSource(BuiltPack pack, Mutant mutant) {
    PackSource changed = mutant.of(pack.source());
    RuleSet set =
        mutant.part().file().startsWith(RuleSet.DECISION.folder() + "/")
            ? RuleSet.DECISION
            : RuleSet.GUIDANCE;
    return pack.with(changed, set, CompiledRules.of(changed.drl(set)));
  }

  private static String difference(
      Mutant mutant, BuiltPack quick, BuiltPack whole, List<Vignette> vignettes) {
    List<Object> quickAnswers = answers(quick, vignettes);
    List<Object> wholeAnswers = answers(whole, vignettes);
    for (int i = 0; i < wholeAnswers.size(); i++) {
      if (!quickAnswers.get(i).equals(wholeAnswers.get(i))) {
        return mutant + ": " + quickAnswers.get(i) + " but " + wholeAnswers.get(i);
      }
    }
    return null;
  }

  private static List<Object> answers(BuiltPack pack, List<Vignette> vignettes) {
    List<Object> answers = new ArrayList<>();
    try (GuidelineEngine engine = pack.open()) {
      for (Vignette vignette : vignettes) {
        try {
          answers.add(Vignettes.asking(engine).apply(vignette.clinicalCase(), vignette.assume()));
        } catch (RuleExecutionException noAnswer) {
          answers.add(noAnswer.getMessage());
        }
      }
    } catch (RuntimeException refused) {
      answers.add(refused.getMessage());
    }
    return answers;
  }
}
