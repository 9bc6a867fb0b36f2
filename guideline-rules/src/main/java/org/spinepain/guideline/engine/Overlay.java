package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.LocalItem;
import org.spinepain.guideline.model.assessment.LocalKind;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.Suppression;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * How a site adapts a rule pack without changing it: it adds local items, puts texts in other
 * words, and suppresses recommendations for a time. It is data, a properties file in UTF-8 whose
 * keys are all it can do; it cannot change what the guideline decides, or its evidence. Immutable.
 *
 * @see RulePack#adaptedBy
 */
public final class Overlay {

  private final String name;
  private final OverlayReference reference;
  private final Contents contents;

  Overlay(String name, OverlayReference reference, Contents contents) {
    this.name = name;
    this.reference = reference;
    this.contents = contents;
  }

  /**
   * What an overlay says.
   *
   * @param guideline the id of the guideline that it is for
   * @param edition the edition that it is for
   * @param standing the text that stands for that of the guideline's standing
   * @param texts the texts that stand for those of the pack
   * @param additions what it adds, by code
   * @param suppressions what it suppresses, by the id of the recommendation
   */
  record Contents(
      String guideline,
      String edition,
      Optional<String> standing,
      SortedMap<RuleText, String> texts,
      SortedMap<String, Addition> additions,
      SortedMap<String, Suppression> suppressions) {}

  /**
   * What an overlay adds to determinations with a verdict.
   *
   * @param recommendations the ids of recommendations one of which must be carried; any may when
   *     none is named
   */
  record Addition(LocalKind kind, String text, Verdict verdict, Set<String> recommendations) {

    boolean belongsTo(Determination determination) {
      return determination.verdict() == verdict
          && (recommendations.isEmpty()
              || determination.recommendations().stream()
                  .anyMatch(carried -> recommendations.contains(carried.id())));
    }

    LocalItem item(String code, String overlay) {
      return new LocalItem(code, kind, text, overlay);
    }
  }

  /**
   * The overlay in a file.
   *
   * @throws RulePackException when it cannot be read, or says what no overlay may
   */
  public static Overlay read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new RulePackException(file + " cannot be read: it is not in UTF-8", e);
    } catch (IOException e) {
      throw new RulePackException(file + " cannot be read: " + e, e);
    }
  }

  /**
   * The overlay of this text.
   *
   * @param name what refusals call it, such as its file
   * @throws RulePackException when it cannot be read, or says what no overlay may
   */
  public static Overlay parse(String name, String text) {
    return new OverlayParser(requireNonNull(name, "name"), text).overlay();
  }

  /** Who answers for it, and which it is. */
  public OverlayReference reference() {
    return reference;
  }

  String name() {
    return name;
  }

  Contents contents() {
    return contents;
  }
}
