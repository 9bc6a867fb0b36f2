package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.engine.explain.Holding;
import org.spinepain.guideline.engine.explain.Met;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.json.AssessmentDocuments;

/** Holds the schema of explanations and the code that writes them to each other. */
class ExplanationSchemaTest {

  private static final String ID = "https://spinepain.org/schema/explanation-1.0.json";
  private static final String ASSESSMENT = "https://spinepain.org/schema/assessment-1.0.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String TEXT = text(ExplainCommand.class, "explanation.schema.json");
  private static final JsonNode TREE = tree(TEXT);
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemas(
                  Map.of(
                      ID,
                      TEXT,
                      ASSESSMENT,
                      text(AssessmentDocuments.class, "assessment.schema.json"))));
  private static final Schema SCHEMA = REGISTRY.getSchema(SchemaLocation.of(ID));

  /** Something of everything: unknown facts, reasons, a recommendation that holds by component. */
  private static final ClinicalCase UNDECIDED =
      Cases.about("c-1", PainHistory.ofUnknownPattern())
          .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC))
          .procedure(
              ProcedureRequest.dorsalRootGanglionRadiofrequency("p2").injecting(Injectate.STEROID))
          .build();

  private static final ClinicalCase SILENT =
      Cases.about("c-2", PainHistory.axial())
          .procedure(ProcedureRequest.intramuscular("p1").injecting(Injectate.STEROID))
          .build();

  static Stream<ClinicalCase> cases() {
    return Stream.of(UNDECIDED, SILENT, Cases.recommendedAgainst("c-3"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSchemaTakesWhatIsWritten(ClinicalCase clinicalCase) {
    CaseExplanation explanation = CommandRun.engine().explain(clinicalCase);

    assertThat(errors(ExplanationDocument.toJson(explanation))).isEmpty();
    assertThat(errors(ExplanationDocument.toCompactJson(explanation))).isEmpty();
  }

  @Test
  void theSchemaIsOne() {
    assertThat(
            REGISTRY
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                .validate(TEXT, InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void everyFieldIsRequiredAndMoreFieldsMayCome() {
    for (JsonNode object : TREE.findParents("properties")) {
      assertThat(object.get("required").valueStream().map(JsonNode::asText))
          .containsExactlyElementsOf(
              object.get("properties").propertyStream().map(Map.Entry::getKey).toList());
      assertThat(object.has("additionalProperties")).isFalse();
    }
  }

  /** What the schema has of its own, not what it refers to in that of assessments. */
  @Test
  void everyFieldThatIsWrittenIsInTheSchemaInItsOrder() {
    JsonNode written = tree(ExplanationDocument.toJson(CommandRun.engine().explain(UNDECIDED)));
    JsonNode procedure = written.at("/procedures/1");

    assertSameFields(written, TREE);
    assertSameFields(procedure, TREE.at("/$defs/procedure"));
    assertSameFields(procedure.at("/recommendations/0"), TREE.at("/$defs/recommendation"));
    assertSameFields(procedure.at("/recommendations/0/criteria/0"), TREE.at("/$defs/criterion"));
    assertSameFields(procedure.at("/smallestChanges/0"), TREE.at("/$defs/smallestChange"));
    assertSameFields(procedure.at("/smallestChanges/0/changes/0"), TREE.at("/$defs/change"));
    assertSameFields(
        procedure.at("/recommendations/0/smallestChanges/0/recommendations/0"),
        TREE.at("/$defs/carried"));
    assertSameFields(procedure.at("/questions/0"), TREE.at("/$defs/question"));
    assertSameFields(procedure.at("/questions/0/answers/0"), TREE.at("/$defs/answer"));
  }

  private static void assertSameFields(JsonNode written, JsonNode inSchema) {
    assertThat(written.propertyStream().map(Map.Entry::getKey))
        .isNotEmpty()
        .containsExactlyElementsOf(
            inSchema.get("properties").propertyStream().map(Map.Entry::getKey).toList());
  }

  /** Every field that is written, by its pointer; of lists the first item. */
  static Stream<String> pointers() {
    Set<String> pointers = new LinkedHashSet<>();
    for (ClinicalCase clinicalCase : List.of(UNDECIDED, SILENT)) {
      String caseId = clinicalCase.caseId();
      collect("", tree(ExplanationDocument.toJson(explained(caseId))), caseId, pointers);
    }
    return pointers.stream();
  }

  private static void collect(String pointer, JsonNode value, String caseId, Set<String> into) {
    value
        .properties()
        .forEach(
            field -> {
              into.add(caseId + pointer + "/" + field.getKey());
              collect(pointer + "/" + field.getKey(), field.getValue(), caseId, into);
            });
    if (value.isArray() && !value.isEmpty()) {
      collect(pointer + "/0", value.get(0), caseId, into);
    }
  }

  @ParameterizedTest
  @MethodSource("pointers")
  void theSchemaRefusesAnExplanationWithoutAFieldOrWithAnotherValueThere(String named) {
    String caseId = named.substring(0, named.indexOf('/'));
    String pointer = named.substring(named.indexOf('/'));
    int slash = pointer.lastIndexOf('/');
    String name = pointer.substring(slash + 1);
    String json = ExplanationDocument.toJson(explained(caseId));

    JsonNode without = tree(json);
    ((ObjectNode) without.at(pointer.substring(0, slash))).remove(name);
    assertThat(errors(without.toString())).isNotEmpty();

    JsonNode other = tree(json);
    ((ObjectNode) other.at(pointer.substring(0, slash))).put(name, true);
    assertThat(errors(other.toString())).isNotEmpty();
  }

  private static CaseExplanation explained(String caseId) {
    return CommandRun.engine()
        .explain(cases().filter(each -> each.caseId().equals(caseId)).findFirst().orElseThrow());
  }

  @Test
  void everyEnumerationOfTheSchemaIsThatOfTheCode() {
    Map<String, List<String>> inCode =
        Map.of(
            "/$defs/basis/enum",
            Coded.codes(Basis.class),
            "/$defs/fact/enum",
            Arrays.stream(Fact.values()).map(Fact::code).toList(),
            "/$defs/recommendation/properties/holding/enum",
            Coded.codes(Holding.class),
            "/$defs/criterion/properties/met/enum",
            Coded.codes(Met.class));

    inCode.forEach(
        (pointer, codes) ->
            assertThat(TREE.at(pointer).valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(codes));
    assertThat(TREE.findValues("enum")).hasSize(inCode.size());
  }

  @Test
  void everythingHasADescriptionOrRefersToWhatHas() {
    Set<String> without = new TreeSet<>();
    for (JsonNode object : TREE.findParents("properties")) {
      object.get("properties").properties().stream()
          .filter(each -> !each.getValue().has("description") && !each.getValue().has("$ref"))
          .forEach(each -> without.add(each.getKey()));
    }
    assertThat(without).isEmpty();
  }

  private static List<Error> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
