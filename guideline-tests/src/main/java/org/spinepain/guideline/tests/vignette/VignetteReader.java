package org.spinepain.guideline.tests.vignette;

import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/** Reads a vignette from its YAML file; see {@code vignette.schema.json} for what stands in it. */
final class VignetteReader {

  private static final DocumentParser PARSER = DocumentParser.yaml("vignette");
  private static final String PENDING = "pending";

  private VignetteReader() {}

  /**
   * The vignette.
   *
   * @throws InvalidDocumentException when it is none; it tells line, path, what was found and what
   *     is allowed
   */
  static Vignette read(byte[] yaml, URI file) {
    DocumentNode root = PARSER.parse(yaml);
    root.requireFields(
        "id", "title", "kind", "pair", "story", "assume", "case", "expect", "reviewed");
    VignetteKind kind = root.requiredField("kind").constant(VignetteKind.class);
    ClinicalCase clinicalCase = CaseDocuments.read(root.requiredField("case"));
    DocumentNode reviewed = root.requiredField("reviewed");
    reviewed.requireFields("by", "on");
    Optional<String> reviewedBy =
        Optional.of(filled(reviewed.requiredField("by"))).filter(by -> !by.equals(PENDING));
    return new Vignette(
        filled(root.requiredField("id")),
        filled(root.requiredField("title")),
        kind,
        pair(root, kind),
        filled(root.requiredField("story")).strip(),
        assumptions(root.requiredField("assume")),
        clinicalCase,
        expect(root.requiredField("expect"), clinicalCase),
        reviewedBy,
        reviewedOn(reviewed.requiredField("on"), reviewedBy.isPresent()),
        file);
  }

  private static String filled(DocumentNode node) {
    if (node.text().isBlank()) {
      throw node.refuse("a text that is not blank");
    }
    return node.text();
  }

  private static Optional<String> pair(DocumentNode root, VignetteKind kind) {
    Optional<DocumentNode> pair = root.field("pair");
    if (kind == VignetteKind.BOUNDARY) {
      return Optional.of(filled(root.requiredField("pair")));
    }
    pair.ifPresent(
        node -> {
          throw node.refuse("no pair, unless kind is " + VignetteKind.BOUNDARY.code());
        });
    return Optional.empty();
  }

  private static Set<Assumption> assumptions(DocumentNode node) {
    Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
    for (DocumentNode item : node.items()) {
      if (!assumptions.add(item.constant(Assumption.class))) {
        throw item.refuse("each assumption once");
      }
    }
    return assumptions;
  }

  private static Map<String, Map<Aspect, Object>> expect(
      DocumentNode node, ClinicalCase clinicalCase) {
    Set<String> procedures = new LinkedHashSet<>();
    clinicalCase.procedures().stream().map(ProcedureRequest::id).forEach(procedures::add);
    node.requireFields(procedures.toArray(String[]::new));
    Map<String, Map<Aspect, Object>> expect = new LinkedHashMap<>();
    for (String procedure : procedures) {
      DocumentNode stated = node.requiredField(procedure);
      stated.requireFields(Coded.codes(Aspect.class).toArray(String[]::new));
      Map<Aspect, Object> aspects = new EnumMap<>(Aspect.class);
      for (Aspect aspect : Aspect.values()) {
        stated.field(aspect.code()).ifPresent(value -> aspects.put(aspect, aspect.read(value)));
      }
      if (aspects.isEmpty()) {
        throw stated.refuse("at least one of " + String.join(", ", Coded.codes(Aspect.class)));
      }
      expect.put(procedure, aspects);
    }
    return expect;
  }

  private static Optional<LocalDate> reviewedOn(DocumentNode node, boolean isReviewed) {
    if (isReviewed == node.isNull()) {
      throw node.refuse("the date of the review, or null while by is " + PENDING);
    }
    return isReviewed ? Optional.of(node.date()) : Optional.empty();
  }
}
