package org.spinepain.guideline.tests.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.tests.table.DecisionTable;
import org.spinepain.guideline.tests.table.EvidenceRow;
import org.spinepain.guideline.tests.table.TableAnswer;

/**
 * The answers of the decision table to all complete combinations, kept in memory, and merged for an
 * incomplete one as the guideline's specification says in section 3. It knows nothing of the
 * engine: an answer is a number with a bit for everything in it, so that what is common, and what
 * depends on a fact, is arithmetic on bits.
 */
final class MergedAnswers {

  private static final List<Dimension> DIMENSIONS = CaseSpace.DECIDING;

  /** The dimensions of what can be unknown, in the order of the facts. */
  private static final List<Integer> CAN_BE_UNKNOWN =
      Arrays.stream(CaseFact.values())
          .map(
              fact ->
                  IntStream.range(0, DIMENSIONS.size())
                      .filter(i -> DIMENSIONS.get(i).fact().filter(fact::equals).isPresent())
                      .findFirst()
                      .orElseThrow())
          .toList();

  private final DecisionTable table;
  private final List<String> recommendations;
  private final List<String> reasons;
  private final List<EvidenceRow> rows;
  private final int[] weights = new int[DIMENSIONS.size()];

  /** By number of the combination: the bits of its answer; 0 where it is not possible. */
  private final long[] answers;

  private static final long POSSIBLE = 1L;
  private static final long AGAINST = 1L << 1;
  private static final int RECOMMENDATION = 2;
  private static final int DIRECT = 12;
  private static final int REASON = 22;
  private static final int ROW = 34;

  MergedAnswers(DecisionTable table) {
    this.table = table;
    int number = 1;
    for (int i = DIMENSIONS.size() - 1; i >= 0; i--) {
      weights[i] = number;
      number *= DIMENSIONS.get(i).size();
    }
    this.answers = new long[number];
    this.recommendations = table.recommendations();
    this.reasons = table.reasons();
    this.rows = table.evidence();
    CaseSpace.completeInOneContext().forEach(c -> answers[number(c)] = bits(answer(c)));
  }

  private TableAnswer answer(Combination complete) {
    return table.decide(complete.patient(), complete.pain(), complete.procedure());
  }

  private long bits(TableAnswer answer) {
    long bits = POSSIBLE | (answer.verdict() == Verdict.RECOMMEND_AGAINST ? AGAINST : 0);
    for (Map.Entry<String, Basis> carried : answer.recommendations().entrySet()) {
      int place = recommendations.indexOf(carried.getKey());
      bits |= 1L << (RECOMMENDATION + place);
      if (carried.getValue() == Basis.DIRECT) {
        bits |= 1L << (DIRECT + place);
      }
    }
    for (String reason : answer.reasons()) {
      bits |= 1L << (REASON + reasons.indexOf(reason));
    }
    for (EvidenceRow row : answer.evidence()) {
      bits |= 1L << (ROW + rows.indexOf(row));
    }
    return bits;
  }

  private int number(Combination combination) {
    int number = 0;
    for (int i = 0; i < weights.length; i++) {
      Object value = combination.at(i);
      number += value == null ? 0 : weights[i] * DIMENSIONS.get(i).values().indexOf(value);
    }
    return number;
  }

  /**
   * What is said of a combination in which facts may be unknown.
   *
   * @param verdict the verdict
   * @param recommendations by id: the basis, and the facts on which it depends
   * @param reasons the reasons
   * @param missing by fact: for each answer the verdict after learning it
   * @param rows the rows of evidence, in the words of {@link TableRows}
   * @param carried the recommendations, for what follows from them
   * @param evidence the rows, for what follows from them
   */
  record Merged(
      Verdict verdict,
      List<String> recommendations,
      List<String> reasons,
      Map<String, Map<String, Verdict>> missing,
      List<String> rows,
      Map<String, Basis> carried,
      List<EvidenceRow> evidence) {}

  Merged of(Combination combination) {
    return new Merging(combination).merged();
  }

  /** The merging of one combination. */
  private final class Merging {

    private final List<Integer> open = new ArrayList<>(CAN_BE_UNKNOWN);
    private final int[] sizes;
    private final int[] numbers;
    private long all = -1;
    private long any;
    private long directWherePresent = -1;
    private final long[] differing;

    Merging(Combination combination) {
      open.removeIf(dimension -> combination.at(dimension) != null);
      sizes = open.stream().mapToInt(dimension -> DIMENSIONS.get(dimension).size()).toArray();
      differing = new long[open.size()];
      int cells = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
      numbers = new int[cells];
      int known = number(combination);
      for (int cell = 0; cell < cells; cell++) {
        int number = known;
        for (int axis = 0; axis < sizes.length; axis++) {
          number += weights[open.get(axis)] * position(cell, axis);
        }
        numbers[cell] = number;
        take(answers[number]);
      }
      for (int axis = 0; axis < sizes.length; axis++) {
        compareAlong(axis);
      }
    }

    private int position(int cell, int axis) {
      return cell / stride(axis) % sizes[axis];
    }

    private int stride(int axis) {
      int stride = 1;
      for (int i = 0; i < axis; i++) {
        stride *= sizes[i];
      }
      return stride;
    }

    private void take(long answer) {
      if (answer != 0) {
        all &= answer;
        any |= answer;
        long present = (answer >> RECOMMENDATION) & 0x3FF;
        long direct = (answer >> DIRECT) & 0x3FF;
        directWherePresent &= direct | ~present;
      }
    }

    /** Notes the bits in which two completions that differ in one fact alone differ. */
    private void compareAlong(int axis) {
      int stride = stride(axis);
      for (int cell = 0; cell < numbers.length; cell++) {
        if (position(cell, axis) == 0) {
          long first = 0;
          for (int step = 0; step < sizes[axis]; step++) {
            long answer = answers[numbers[cell + step * stride]];
            if (answer != 0 && first == 0) {
              first = answer;
            }
            differing[axis] |= answer == 0 ? 0 : answer ^ first;
          }
        }
      }
    }

    private Verdict verdict(long common, long possible) {
      if ((common & AGAINST) != 0) {
        return Verdict.RECOMMEND_AGAINST;
      }
      return (possible & AGAINST) == 0
          ? Verdict.NO_RECOMMENDATION
          : Verdict.INSUFFICIENT_INFORMATION;
    }

    Merged merged() {
      Verdict verdict = verdict(all, any);
      List<String> merged = new ArrayList<>();
      List<String> carriedReasons = new ArrayList<>();
      List<String> carriedRows = new ArrayList<>();
      Map<String, Basis> carried = new LinkedHashMap<>();
      List<EvidenceRow> evidence = new ArrayList<>();
      if (verdict == Verdict.RECOMMEND_AGAINST) {
        long common = (all >> RECOMMENDATION) & 0x3FF;
        long ids = common != 0 ? common : (any >> RECOMMENDATION) & 0x3FF;
        for (int i = 0; i < recommendations.size(); i++) {
          if ((ids >> i & 1) != 0) {
            Basis basis = (directWherePresent >> i & 1) != 0 ? Basis.DIRECT : Basis.BY_COMPONENT;
            carried.put(recommendations.get(i), basis);
            merged.add(recommendations.get(i) + " " + basis + depending(RECOMMENDATION + i, ""));
          }
        }
        for (int i = 0; i < rows.size(); i++) {
          if ((any >> (ROW + i) & 1) != 0 && carried.containsKey(rows.get(i).recommendation())) {
            evidence.add(rows.get(i));
            carriedRows.add(TableRows.words(rows.get(i)) + depending(ROW + i, " depending on "));
          }
        }
      } else if (verdict == Verdict.NO_RECOMMENDATION) {
        for (int i = 0; i < reasons.size(); i++) {
          if ((all >> (REASON + i) & 1) != 0) {
            carriedReasons.add(reasons.get(i));
          }
        }
      }
      return new Merged(
          verdict,
          merged,
          carriedReasons,
          verdict == Verdict.INSUFFICIENT_INFORMATION ? missing() : Map.of(),
          carriedRows,
          carried,
          evidence);
    }

    private String depending(int bit, String words) {
      List<CaseFact> facts = new ArrayList<>();
      for (int axis = 0; axis < differing.length; axis++) {
        if ((differing[axis] >> bit & 1) != 0) {
          facts.add(DIMENSIONS.get(open.get(axis)).fact().orElseThrow());
        }
      }
      return facts.isEmpty() ? "" : words + facts;
    }

    private Map<String, Map<String, Verdict>> missing() {
      Map<String, Map<String, Verdict>> missing = new LinkedHashMap<>();
      for (int axis = 0; axis < differing.length; axis++) {
        if ((differing[axis] & AGAINST) != 0) {
          Dimension dimension = DIMENSIONS.get(open.get(axis));
          CaseFact fact = dimension.fact().orElseThrow();
          Map<String, Verdict> outcomes = new LinkedHashMap<>();
          for (String code : table.completions(fact, Set.of())) {
            verdictAfter(axis, position(dimension, code))
                .ifPresent(verdict -> outcomes.put(code, verdict));
          }
          missing.put(fact.code(), outcomes);
        }
      }
      return missing;
    }

    private Optional<Verdict> verdictAfter(int axis, int position) {
      long common = -1;
      long possible = 0;
      for (int cell = 0; cell < numbers.length; cell++) {
        long answer = answers[numbers[cell]];
        if (position(cell, axis) == position && answer != 0) {
          common &= answer;
          possible |= answer;
        }
      }
      return possible == 0 ? Optional.empty() : Optional.of(verdict(common, possible));
    }

    /** The place among the values of a dimension of the answer with this code. */
    private static int position(Dimension dimension, String code) {
      return switch (code) {
        case "below-18", "below-3-months", "absent" -> dimension.values().indexOf(false);
        case "at-least-18", "at-least-3-months", "present" -> dimension.values().indexOf(true);
        default ->
            IntStream.range(0, dimension.size())
                .filter(i -> ((Coded) dimension.values().get(i)).code().equals(code))
                .findFirst()
                .orElseThrow();
      };
    }
  }
}
