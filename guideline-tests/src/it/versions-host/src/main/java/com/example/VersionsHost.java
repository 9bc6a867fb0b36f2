package com.example;

import static org.spinepain.guideline.model.Presence.ABSENT;
import static org.spinepain.guideline.model.fact.Injectate.LOCAL_ANAESTHETIC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.spinepain.guideline.engine.CaseComparison;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.MavenOrigin;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.engine.PackJar;
import org.spinepain.guideline.engine.PackListener;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.PackWatch;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.SwapGate;
import org.spinepain.guideline.engine.SwapReport;
import org.spinepain.guideline.engine.TrustedDigests;
import org.spinepain.guideline.engine.WatchPlan;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.tests.vignette.VignetteGate;
import org.spinepain.guideline.tests.vignette.Vignettes;

public final class VersionsHost {

  private static final String PACK = "guideline-rules-2025.1.0.jar";

  private VersionsHost() {}

  public static void main(String[] args) throws IOException {
    ClinicalCase clinicalCase =
        ClinicalCase.of("case-1", LocalDate.of(2025, 6, 30))
            .patient(PatientRecord.aged(54))
            .pain(PainHistory.axial().lasting(Period.ofMonths(26)).cancer(ABSENT).inflammatoryArthropathy(ABSENT))
            .procedure(ProcedureRequest.epidural("p1").injecting(LOCAL_ANAESTHETIC))
            .procedure(ProcedureRequest.intramuscular("p2").injecting(LOCAL_ANAESTHETIC))
            .build();
    try {
      RulePack.load(PackOrigin.folder(Path.of("packs")), TrustedDigests.of());
    } catch (RulePackException e) {
      System.out.println("refused: " + e.getMessage());
    }

    System.out.println("each way: " + eachWay());

    RulePack pack = RulePack.load(PackOrigin.folder(Path.of("packs")), TrustedDigests.in(Path.of("trusted.txt")));
    GuidelineEngine engine = GuidelineEngine.on(pack, EngineOptions.defaults());
    System.out.println("folder: " + engine.assess(clinicalCase).rules().jar().orElseThrow());

    PackOrigin repositories = MavenOrigin.of("org.spinepain:guideline-rules:[2025,2026)").settings(Path.of("settings.xml"));
    RulePack newest = RulePack.load(repositories, TrustedDigests.in(Path.of("trusted.txt")));
    System.out.println("maven: " + newest.reference().jar().orElseThrow());

    boolean same;
    try (GuidelineEngine bundled = GuidelineEngine.bundled()) {
      same =
          bundled.assess(clinicalCase).determinations().equals(engine.assess(clinicalCase).determinations());
    }
    System.out.println("side by side: " + same);

    engine.addListener(new PackListener() {
      @Override public void refused(SwapReport report) { alarm(report.objections()); }
    });
    SwapGate gate = VignetteGate.of(Vignettes.in(Path.of("our-vignettes")));
    SwapReport report = engine.swap(newest, gate);
    System.out.println("swapped: " + report.swapped());
    engine.swap(pack, (candidate, offered) -> List.of("not this one"));

    try (GuidelineEngine bundled = GuidelineEngine.bundled()) {
      List<CaseComparison.Difference> differences = bundled.compare(engine, clinicalCase).differences();
      System.out.println("differences: " + differences.size());
    }

    String pin = PackJar.read(Path.of("next.jar")).digest();
    Files.writeString(Path.of("trusted.txt"), pin + "\n", StandardOpenOption.APPEND);
    Files.move(Path.of("next.jar"), Path.of("packs", "next.jar"));
    WatchPlan plan =
        WatchPlan.of(PackOrigin.folder(Path.of("packs")), TrustedDigests.in(Path.of("trusted.txt")), gate, Duration.ofMinutes(5));
    PackWatch watch = engine.watch(plan);
    watch.close();
    Overlay[] overlays = {Overlay.read(Path.of("site.properties"))};
    engine.watch(plan.adaptedBy(overlays)).lookNow();
    Assessment watched = engine.assess(clinicalCase);
    System.out.println(
        "watched: "
            + watched.rules().coordinates()
            + ", adapted by "
            + watched.overlays().stream().map(OverlayReference::id).toList());
    System.out.println("withdrawn: " + withdrawn());

    RulePack adapted = pack.adaptedBy(Overlay.read(Path.of("site.properties")));
    try (GuidelineEngine ours = GuidelineEngine.on(adapted, EngineOptions.defaults())) {
      Assessment assessment = ours.assess(clinicalCase);
      Determination epidural = assessment.determination("p1");
      System.out.println("local: " + epidural.local().get(0).text());
      System.out.println("replaced: " + epidural.replaced().get(0).code());
      System.out.println(
          "suppressed: "
              + assessment.determination("p2").recommendations().get(0).suppressed().orElseThrow().until()
              + " "
              + assessment.determination("p2").verdict());
      System.out.println("overlays: " + assessment.overlays().get(0).id());
    }
    engine.close();
  }

  /** The same pack from wherever it can come from. */
  private static boolean eachWay() {
    Path file = Path.of("packs", PACK);
    Path folder = Path.of("packs");
    TrustedDigests trusted = TrustedDigests.in(Path.of("trusted.txt"));
    Path settings = Path.of("settings.xml");
    List<PackOrigin> origins =
        List.of(
            PackOrigin.jar(file),
            PackOrigin.folder(folder),
            PackOrigin.folder(folder, "2025.1.0"),
            MavenOrigin.of("org.spinepain:guideline-rules:2025.1.0").settings(settings),
            MavenOrigin.of("org.spinepain:guideline-rules:2025.1.0").settings(settings).offline(),
            MavenOrigin.of("org.spinepain:guideline-rules:[2025,2026)").settings(settings));
    return origins.stream()
        .map(origin -> RulePack.load(origin, trusted).reference().digest())
        .allMatch(RulePack.bundled().reference().digest()::equals);
  }

  private static String withdrawn() {
    Path file = Path.of("withdrawn.jar");
    RulePack pack = RulePack.load(PackOrigin.jar(file), TrustedDigests.of(PackJar.read(file).digest()));
    try {
      return GuidelineEngine.on(pack, EngineOptions.defaults().refusingWithdrawn()).toString();
    } catch (RulePackException e) {
      return pack.withdrawn() + ", " + e.getMessage();
    }
  }

  private static void alarm(List<String> objections) {
    System.out.println("alarm: " + objections);
  }
}
