package org.spinepain.guideline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.assessment.Assessment;

/** What assessment documents look like. */
class AssessmentDocumentsTest {

  private static final String FULL =
      """
      {
        "caseId": "c-1",
        "assessedOn": "2025-06-30",
        "guideline": {
          "id": "bmj-2025-e079970",
          "edition": "2025",
          "doi": "10.1136/bmj-2024-079970",
          "evidenceBase": "Trials."
        },
        "rules": {
          "coordinates": "org.spinepain:guideline-rules:2025.1.0",
          "digest": "sha256:00ff",
          "jar": "sha256:0a0b"
        },
        "standing": {
          "state": "contested",
          "text": "Contested.",
          "checkedTo": "2025-11",
          "original": "Own words."
        },
        "determinations": [
          {
            "procedureId": "p1",
            "verdict": "recommend-against",
            "recommendations": [
              {
                "id": "axial-epidural",
                "direction": "against",
                "strength": "strong",
                "basis": "by-component",
                "dependingOn": [
                  "pain.pattern"
                ],
                "text": "Against.",
                "status": "checked",
                "reading": "source",
                "source": {
                  "id": "bmj",
                  "section": "recommendations",
                  "citation": "A citation",
                  "doi": "10.1/x"
                },
                "suppressed": {
                  "by": "Spine service",
                  "reason": "On trial.",
                  "until": "2026-03-31"
                }
              }
            ],
            "reasons": [
              {
                "code": "acute-pain",
                "text": "Acute.",
                "status": "digest-only",
                "reading": "ours",
                "source": {
                  "id": "digest",
                  "section": "harms",
                  "citation": "Another citation",
                  "doi": null
                }
              }
            ],
            "missing": [
              {
                "fact": "pain.duration",
                "answerWith": [
                  "pain.onset",
                  "pain.duration"
                ],
                "outcomes": [
                  {
                    "value": "below-3-months",
                    "verdict": "no-recommendation"
                  }
                ]
              }
            ],
            "evidence": [
              {
                "recommendation": "axial-epidural",
                "pattern": "axial",
                "technique": "epidural-injection",
                "injectate": "local-anaesthetic-and-steroid",
                "outcome": "pain",
                "estimate": 0.20,
                "low": -1.11,
                "high": 1.51,
                "unit": "cm on a 10 cm VAS",
                "smallestImportantDifference": 1.5,
                "comparator": "sham",
                "certainty": "moderate",
                "plain": "Plain.",
                "status": "checked",
                "dependingOn": [
                  "patient.age"
                ],
                "reading": "source",
                "source": {
                  "id": "bmj",
                  "section": "recommendations",
                  "citation": "A citation",
                  "doi": "10.1/x"
                }
              }
            ],
            "guidance": [
              {
                "code": "benefit",
                "kind": "communication",
                "text": "Say.",
                "status": "checked",
                "reading": "source",
                "source": {
                  "id": "bmj",
                  "section": "recommendations",
                  "citation": "A citation",
                  "doi": "10.1/x"
                }
              }
            ],
            "caveats": [
              {
                "code": "level-not-pictured",
                "text": "Limits.",
                "status": "digest-only",
                "reading": "ours",
                "source": {
                  "id": "digest",
                  "section": "harms",
                  "citation": "Another citation",
                  "doi": null
                }
              }
            ],
            "assumptions": [
              {
                "code": "treatment-intent",
                "by": "default"
              },
              {
                "code": "cancer-absent",
                "by": "host"
              }
            ],
            "trace": [
              {
                "rule": "A sentence",
                "id": "axial-epidural",
                "file": "decision/a.drl"
              }
            ],
            "local": [
              {
                "code": "consent-form",
                "kind": "duty",
                "text": "File.",
                "overlay": "site"
              }
            ],
            "replaced": [
              {
                "of": "guidance",
                "code": "benefit",
                "original": "Tell.",
                "overlay": "site"
              }
            ]
          }
        ],
        "overlays": [
          {
            "id": "site",
            "owner": "Spine service",
            "digest": "sha256:11ee",
            "locale": "fr"
          }
        ]
      }""";

  private static final String EMPTY =
      "{\"caseId\":\"c-2\",\"assessedOn\":\"2025-06-30\","
          + "\"guideline\":{\"id\":\"bmj-2025-e079970\",\"edition\":\"2025\","
          + "\"doi\":\"10.1136/bmj-2024-079970\",\"evidenceBase\":\"Trials.\"},"
          + "\"rules\":{\"coordinates\":\"org.spinepain:guideline-rules:2025.1.0\","
          + "\"digest\":\"sha256:00ff\",\"jar\":null},"
          + "\"standing\":{\"state\":\"contested\",\"text\":\"Contested.\","
          + "\"checkedTo\":\"2025-11\",\"original\":null},"
          + "\"determinations\":[{\"procedureId\":\"p1\",\"verdict\":\"no-recommendation\","
          + "\"recommendations\":[],\"reasons\":[],\"missing\":[],\"evidence\":[],"
          + "\"guidance\":[],\"caveats\":[],\"assumptions\":[],\"trace\":[],"
          + "\"local\":[],\"replaced\":[]}],\"overlays\":[]}";

  @Test
  void anAssessmentIsWrittenInTheDocumentedOrder() {
    assertThat(AssessmentDocuments.toJson(SampleAssessments.full())).isEqualTo(FULL);
  }

  @Test
  void anEmptyListIsWrittenAsOne() {
    assertThat(AssessmentDocuments.toCompactJson(SampleAssessments.empty())).isEqualTo(EMPTY);
    assertThat(AssessmentDocuments.toJson(SampleAssessments.empty()))
        .contains("\"recommendations\": [],\n", "\"trace\": [],\n", "\"overlays\": []\n");
    assertThat(AssessmentDocuments.toJson(SampleAssessments.of("c-3", List.of())))
        .endsWith("\n  \"determinations\": [],\n  \"overlays\": []\n}");
  }

  @Test
  void onOneLineItSaysTheSame() {
    String compact = AssessmentDocuments.toCompactJson(SampleAssessments.full());

    assertThat(compact).doesNotContain("\n", ": ");
    assertThat(Schemas.tree(compact)).isEqualTo(Schemas.tree(FULL));
  }

  @Test
  void whatIsNotHeldIsNull() {
    assertThat(AssessmentDocuments.toJson(SampleAssessments.withoutFigures()))
        .contains(
            "\"estimate\": null,\n",
            "\"low\": null,\n",
            "\"high\": null,\n",
            "\"certainty\": null,\n",
            "\"suppressed\": null\n",
            "\"jar\": null\n");
  }

  @Test
  void figuresKeepTheirDecimalsAndHaveNoExponent() {
    assertThat(
            AssessmentDocuments.toCompactJson(
                SampleAssessments.withEstimate("0.20", "-0.0", "1.50")))
        .contains("\"estimate\":0.20,\"low\":0.0,\"high\":1.50,");
    assertThat(
            AssessmentDocuments.toCompactJson(
                SampleAssessments.withEstimate("0.00000001", "-1E+3", "1E+3")))
        .contains("\"estimate\":0.00000001,\"low\":-1000,\"high\":1000,");
  }

  @Test
  void textsAreWrittenAsTheyAreAndControlCharactersEscaped() {
    String json =
        AssessmentDocuments.toCompactJson(
            SampleAssessments.of("Zürich 脊椎 😀 \"\\\n\u001b", List.of()));

    assertThat(json).startsWith("{\"caseId\":\"Zürich 脊椎 😀 \\\"\\\\\\n\\u001B\",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de"})
  void anAssessmentIsTheSameTextWhereverTheProgramRuns(String language) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));

      assertThat(AssessmentDocuments.toJson(SampleAssessments.full())).isEqualTo(FULL);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void severalAssessmentsAreOneArray() throws IOException {
    StringWriter out = new StringWriter();
    List<Assessment> assessments = List.of(SampleAssessments.full(), SampleAssessments.empty());

    AssessmentDocuments.writeJsonArray(assessments, out);

    String indented =
        Stream.of(FULL, AssessmentDocuments.toJson(SampleAssessments.empty()))
            .map(json -> json.indent(2).stripTrailing())
            .reduce((first, second) -> first + ",\n" + second)
            .orElseThrow();
    assertThat(out).hasToString("[\n" + indented + "\n]");
  }

  @Test
  void noAssessmentsAreAnEmptyArray() throws IOException {
    StringWriter out = new StringWriter();

    AssessmentDocuments.writeJsonArray(List.of(), out);

    assertThat(out).hasToString("[]");
  }

  @Test
  void anArrayIsFlushedAndItsWriterStaysOpen() throws IOException {
    RecordingWriter out = new RecordingWriter();

    AssessmentDocuments.writeJsonArray(List.of(SampleAssessments.full()), out);

    assertThat(out.flushed).isTrue();
    assertThat(out.closed).isFalse();
  }

  private static final class RecordingWriter extends StringWriter {
    private boolean flushed;
    private boolean closed;

    @Override
    public void flush() {
      flushed = true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void anArrayIsWrittenWhileItsAssessmentsAreMade() throws IOException {
    StringWriter out = new StringWriter();
    int count = 200;
    Iterator<Assessment> making =
        new Iterator<>() {
          private int made;

          @Override
          public boolean hasNext() {
            if (made == count) {
              assertThat(out.getBuffer()).hasSizeGreaterThan(count * FULL.length() * 9 / 10);
            }
            return made < count;
          }

          @Override
          public Assessment next() {
            made++;
            return SampleAssessments.full();
          }
        };

    AssessmentDocuments.writeJsonArray(() -> making, out);

    assertThat(Schemas.tree(out.toString())).hasSize(count);
  }

  @Test
  void anArrayThatFailsHalfWayDoesNotLookWhole() {
    StringWriter out = new StringWriter();
    Iterable<Assessment> failing =
        () ->
            Stream.of(SampleAssessments.full(), SampleAssessments.empty())
                .peek(
                    assessment -> {
                      if (assessment.caseId().equals("c-2")) {
                        throw new IllegalStateException("broken");
                      }
                    })
                .iterator();

    assertThatThrownBy(() -> AssessmentDocuments.writeJsonArray(failing, out))
        .isInstanceOf(IllegalStateException.class);
    assertThat(out.toString()).doesNotContain("]\n]").doesNotEndWith("]");
  }
}
