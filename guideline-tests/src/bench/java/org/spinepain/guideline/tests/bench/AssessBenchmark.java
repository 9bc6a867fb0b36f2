package org.spinepain.guideline.tests.bench;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.fact.Injectate;

/**
 * One assessment of one procedure, by how much is unknown of it and by how the engine works: with
 * the table of decisions, with the rules firing on each completion in reused sessions, and with a
 * session made anew for each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AssessBenchmark {

  private static final LocalDate DATE = LocalDate.of(2025, 6, 30);

  /** How the engine works. */
  public enum Engine {
    /** With the table of decisions. */
    TABLE,
    /** The rules fire on each completion, in reused sessions. */
    POOL,
    /** The rules fire on each completion, in a session made anew. */
    NEW_SESSION
  }

  /** How much is unknown. */
  public enum Unknown {
    /** Nothing: 1 completion. */
    NOTHING,
    /** The duration: 2 completions. */
    DURATION,
    /** Age, duration, cancer, arthropathy and pattern: 64 completions. */
    PERSON,
    /** Everything that can be: 6,912 completions. */
    EVERYTHING
  }

  /** How the engine works. */
  @Param public Engine engine;

  /** How much is unknown. */
  @Param public Unknown unknown;

  private GuidelineEngine asked;
  private ClinicalCase clinicalCase;

  /** Opens the engine and asks once. */
  @Setup(Level.Trial)
  public void open() {
    EngineOptions options = EngineOptions.defaults();
    asked =
        GuidelineEngine.on(
            RulePack.bundled(),
            switch (engine) {
              case TABLE -> options;
              case POOL -> options.withoutDecisionTable();
              case NEW_SESSION -> options.withoutDecisionTable().withoutSessionPool();
            });
    clinicalCase = clinicalCase();
    asked.assess(clinicalCase);
  }

  private ClinicalCase clinicalCase() {
    PainHistory known =
        PainHistory.axial().cancer(Presence.ABSENT).inflammatoryArthropathy(Presence.ABSENT);
    ProcedureRequest epidural =
        ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC_AND_STEROID);
    ClinicalCase.Builder builder = ClinicalCase.of("benchmark", DATE);
    return switch (unknown) {
      case NOTHING ->
          builder
              .patient(PatientRecord.aged(54))
              .pain(known.since(DATE.minusYears(2)))
              .procedure(epidural)
              .build();
      case DURATION ->
          builder.patient(PatientRecord.aged(54)).pain(known).procedure(epidural).build();
      case PERSON -> builder.procedure(epidural).build();
      case EVERYTHING ->
          builder
              .procedure(
                  ProcedureRequest.ofUnknownTechnique("p1")
                      .injectate(Stated.unspecified())
                      .intent(Stated.unspecified())
                      .setting(Stated.unspecified()))
              .build();
    };
  }

  /** Closes the engine. */
  @TearDown(Level.Trial)
  public void close() {
    asked.close();
  }

  /** One assessment. */
  @Benchmark
  public Assessment assess() {
    return asked.assess(clinicalCase);
  }
}
