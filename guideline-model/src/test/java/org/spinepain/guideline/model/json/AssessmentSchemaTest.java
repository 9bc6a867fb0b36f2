package org.spinepain.guideline.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.AssumedBy;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.DefaultAssumption;
import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.GuidanceKind;
import org.spinepain.guideline.model.assessment.LocalKind;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Strength;
import org.spinepain.guideline.model.assessment.TextKind;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/** Holds the schema of assessments and the code that writes them to each other. */
class AssessmentSchemaTest {

  private static JsonNode full() {
    return Schemas.tree(AssessmentDocuments.toJson(SampleAssessments.full()));
  }

  static Stream<Assessment> assessments() {
    return Stream.of(
        SampleAssessments.full(),
        SampleAssessments.empty(),
        SampleAssessments.withoutFigures(),
        SampleAssessments.of("c-4", List.of()));
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void theSchemaTakesWhatIsWritten(Assessment assessment) {
    assertThat(Schemas.assessmentErrors(AssessmentDocuments.toJson(assessment))).isEmpty();
    assertThat(Schemas.assessmentErrors(AssessmentDocuments.toCompactJson(assessment))).isEmpty();
  }

  @Test
  void theFieldsWrittenAreThoseOfTheSchemaInItsOrder() {
    Set<String> written = new LinkedHashSet<>();
    collectWritten("", full(), written);
    Set<String> inSchema = new LinkedHashSet<>();
    collectProperties("", Schemas.ASSESSMENT, inSchema);

    assertThat(written).hasSizeGreaterThan(80).containsExactlyElementsOf(inSchema);
  }

  private static void collectWritten(String path, JsonNode value, Set<String> into) {
    value
        .properties()
        .forEach(
            field -> {
              into.add(path + "." + field.getKey());
              collectWritten(path + "." + field.getKey(), field.getValue(), into);
            });
    if (value.isArray()) {
      value.forEach(item -> collectWritten(path + "[]", item, into));
    }
  }

  private static void collectProperties(String path, JsonNode schema, Set<String> into) {
    JsonNode resolved = resolved(schema);
    resolved
        .path("properties")
        .properties()
        .forEach(
            property -> {
              into.add(path + "." + property.getKey());
              collectProperties(path + "." + property.getKey(), property.getValue(), into);
            });
    if (resolved.has("items")) {
      collectProperties(path + "[]", resolved.get("items"), into);
    }
  }

  private static JsonNode resolved(JsonNode schema) {
    return schema.has("$ref")
        ? Schemas.ASSESSMENT.at(schema.get("$ref").asText().substring(1))
        : schema;
  }

  @Test
  void everyFieldIsRequiredAndMoreFieldsMayCome() {
    for (JsonNode object : Schemas.ASSESSMENT.findParents("properties")) {
      assertThat(object.get("required").valueStream().map(JsonNode::asText))
          .containsExactlyElementsOf(
              object.get("properties").propertyStream().map(Map.Entry::getKey).toList());
      assertThat(object.has("additionalProperties")).isFalse();
    }
    JsonNode document = full();
    ((ObjectNode) document).put("new", 1);
    ((ObjectNode) document.at("/determinations/0/evidence/0")).put("new", 1);
    assertThat(Schemas.assessmentErrors(document.toString())).isEmpty();
  }

  /** Every object and every value of the full assessment, by its pointer. */
  static Stream<String> pointers() {
    Set<String> pointers = new LinkedHashSet<>();
    collectPointers("", full(), pointers);
    return pointers.stream();
  }

  private static void collectPointers(String pointer, JsonNode value, Set<String> into) {
    value
        .properties()
        .forEach(
            field -> {
              into.add(pointer + "/" + field.getKey());
              collectPointers(pointer + "/" + field.getKey(), field.getValue(), into);
            });
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        collectPointers(pointer + "/" + i, value.get(i), into);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pointers")
  void theSchemaRefusesAnAssessmentWithoutAFieldOrWithAnotherValueThere(String pointer) {
    int slash = pointer.lastIndexOf('/');
    String name = pointer.substring(slash + 1);

    JsonNode without = full();
    ((ObjectNode) without.at(pointer.substring(0, slash))).remove(name);
    assertThat(Schemas.assessmentErrors(without.toString())).isNotEmpty();

    JsonNode other = full();
    ((ObjectNode) other.at(pointer.substring(0, slash))).put(name, true);
    assertThat(Schemas.assessmentErrors(other.toString())).isNotEmpty();
  }

  @Test
  void everyEnumerationOfTheSchemaIsThatOfTheCode() {
    Map<String, List<String>> inCode = new TreeMap<>();
    inCode.put("/properties/standing/properties/state/enum", Coded.codes(EditionState.class));
    inCode.put("/$defs/verdict/enum", Coded.codes(Verdict.class));
    inCode.put("/$defs/status/enum", Coded.codes(Status.class));
    inCode.put("/$defs/reading/enum", Coded.codes(Reading.class));
    inCode.put("/$defs/fact/enum", Arrays.stream(CaseFact.values()).map(CaseFact::code).toList());
    inCode.put("/$defs/recommendation/properties/direction/enum", Coded.codes(Direction.class));
    inCode.put("/$defs/recommendation/properties/strength/enum", Coded.codes(Strength.class));
    inCode.put("/$defs/recommendation/properties/basis/enum", Coded.codes(Basis.class));
    inCode.put("/$defs/evidence/properties/pattern/enum", Coded.codes(PainPattern.class));
    inCode.put("/$defs/evidence/properties/technique/enum", Coded.codes(Technique.class));
    inCode.put("/$defs/evidence/properties/injectate/enum", Coded.codes(Injectate.class));
    inCode.put("/$defs/evidence/properties/certainty/enum", Coded.codes(Certainty.class));
    inCode.put("/$defs/guidance/properties/kind/enum", Coded.codes(GuidanceKind.class));
    inCode.put("/$defs/assumption/properties/by/enum", Coded.codes(AssumedBy.class));
    inCode.put("/$defs/local/properties/kind/enum", Coded.codes(LocalKind.class));
    inCode.put("/$defs/replaced/properties/of/enum", Coded.codes(TextKind.class));
    inCode.put(
        "/$defs/assumption/properties/code/enum",
        Stream.concat(
                Coded.codes(DefaultAssumption.class).stream(),
                Coded.codes(Assumption.class).stream())
            .toList());

    assertThat(Schemas.enumerations(Schemas.ASSESSMENT)).isEqualTo(inCode);
  }

  @Test
  void theSchemaKeepsToTheSpecificationOfSchemas() {
    assertThat(Schemas.errorsOfSchema(Schemas.ASSESSMENT)).isEmpty();
    assertThat(Schemas.ASSESSMENT.at("/$id").asText())
        .isEqualTo("https://spinepain.org/schema/assessment-1.0.json");
  }

  @Test
  void everyPartOfTheSchemaIsDescribed() {
    assertThat(Schemas.undescribed(Schemas.ASSESSMENT)).isEmpty();
  }
}
