package org.spinepain.guideline.tests.review;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.review.Population;
import org.spinepain.guideline.review.Protocol;
import org.spinepain.guideline.review.ProtocolStep;
import org.spinepain.guideline.review.Range;

/**
 * A protocol as a clinic writes it in YAML; {@code protocol.schema.json} beside this class is its
 * schema. A step that is refused costs no other its place.
 *
 * @param protocol the protocol, without the steps that are refused
 * @param assessedOn the date for which the guideline is asked, if the document says
 * @param refused the steps that are refused, in their order
 */
public record ProtocolDocument(
    Protocol protocol, Optional<LocalDate> assessedOn, List<RefusedStep> refused) {

  private static final DocumentParser PARSER = DocumentParser.yaml("protocol").deferringRefusals();
  private static final int MOST_STEPS = 500;
  private static final String UNSPECIFIED = "unspecified";
  private static final String UNKNOWN = "unknown";

  /** Refuses null with a {@link NullPointerException}; keeps a copy of the list. */
  public ProtocolDocument {
    requireNonNull(protocol, "protocol");
    requireNonNull(assessedOn, "assessedOn");
    refused = List.copyOf(refused);
  }

  /**
   * Reads a protocol in UTF-8, with a byte order mark or without.
   *
   * @throws InvalidDocumentException when it is none, or is refused but for its steps
   * @throws IOException when the stream cannot be read
   */
  public static ProtocolDocument read(InputStream yaml) throws IOException {
    DocumentNode document = PARSER.parse(new UnmarkedStream(yaml));
    document.requireFields("protocol", "assessedOn", "proceduresRemainCommon", "steps");
    Optional<LocalDate> assessedOn = document.field("assessedOn").map(DocumentNode::date);
    PracticeContext practice =
        new PracticeContext(
            Optional.empty(),
            document.field("proceduresRemainCommon").map(DocumentNode::bool),
            Optional.empty());
    DocumentNode name = document.requiredField("protocol");
    DocumentNode list = document.requiredField("steps");
    if (list.items().isEmpty() || list.items().size() > MOST_STEPS) {
      throw list.refuse("a list of 1 to " + MOST_STEPS + " steps");
    }
    List<ProtocolStep> steps = new ArrayList<>();
    List<RefusedStep> refused = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      DocumentNode node = list.items().get(i);
      try {
        steps.add(step(node, ids));
      } catch (InvalidDocumentException refusal) {
        refused.add(new RefusedStep(i + 1, idOf(node), refusal));
      }
    }
    try {
      return new ProtocolDocument(new Protocol(name.text(), practice, steps), assessedOn, refused);
    } catch (InvalidCaseException refusal) {
      throw document.nearest(refusal.path()).refuse(refusal.allowed());
    }
  }

  private static Optional<String> idOf(DocumentNode step) {
    DocumentNode id = step.nearest("id");
    return id != step && id.kind() == DocumentNode.Kind.TEXT
        ? Optional.of(id.text())
        : Optional.empty();
  }

  private static ProtocolStep step(DocumentNode node, Set<String> ids) {
    node.requireFields("id", "wording", "population", "procedure", "setting", "intent");
    DocumentNode id = node.requiredField("id");
    if (!ids.add(id.text())) {
      throw id.refuse("an id that no other step has");
    }
    String wording = node.requiredField("wording").text();
    try {
      return new ProtocolStep(
          wording,
          population(node.requiredField("population")),
          procedure(id.text(), node.requiredField("procedure"))
              .setting(node.stated("setting", Setting.class, UNSPECIFIED))
              .intent(node.stated("intent", Intent.class, UNSPECIFIED)));
    } catch (InvalidDocumentException refusal) {
      throw refusal;
    } catch (InvalidCaseException refusal) {
      throw node.nearest(refusal.path()).refuse(refusal.allowed());
    }
  }

  private static Population population(DocumentNode node) {
    node.requireFields(
        "ageYears",
        "duration",
        "pattern",
        "level",
        "cancer",
        "inflammatoryArthropathy",
        "otherCauses");
    return new Population(
        range(node, "ageYears", DocumentNode::wholeNumber),
        range(node, "duration", DocumentNode::period),
        new PainHistory(
            node.constant("pattern", PainPattern.class, UNSPECIFIED),
            node.constant("level", SpinalLevel.class, UNSPECIFIED),
            Optional.empty(),
            Optional.empty(),
            node.constant("cancer", Presence.class, UNKNOWN),
            node.constant("inflammatoryArthropathy", Presence.class, UNKNOWN),
            node.field("otherCauses")
                .map(list -> list.constants(OtherCause.class))
                .orElseGet(Set::of)));
  }

  private static <T> Range<T> range(
      DocumentNode population, String name, Function<DocumentNode, T> read) {
    Optional<DocumentNode> range = population.field(name);
    range.ifPresent(node -> node.requireFields("from", "to"));
    return new Range<>(
        range.flatMap(node -> node.field("from")).map(read),
        range.flatMap(node -> node.field("to")).map(read));
  }

  private static ProcedureRequest procedure(String id, DocumentNode node) {
    node.requireFields("technique", "injectate");
    return new ProcedureRequest(
        id,
        node.constant("technique", Technique.class, UNSPECIFIED),
        node.stated("injectate", Injectate.class, UNSPECIFIED),
        Stated.nothing(),
        Stated.nothing());
  }
}
