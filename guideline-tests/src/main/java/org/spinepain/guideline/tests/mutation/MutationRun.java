package org.spinepain.guideline.tests.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.vignette.Vignette;

/** Judges mutants of a pack, on all cores, and goes on where an earlier run was interrupted. */
public final class MutationRun {

  private final PackSource pack;
  private final List<Vignette> vignettes;
  private final String approved;
  private final String code;

  /**
   * A run.
   *
   * @param pack the pack that is mutated
   * @param vignettes the vignettes that have to notice
   * @param approved the approved sheet of its texts
   */
  public MutationRun(PackSource pack, List<Vignette> vignettes, String approved) {
    this(pack, vignettes, approved, CodeDigest.of(CodeDigest.HOMES));
  }

  MutationRun(PackSource pack, List<Vignette> vignettes, String approved, String code) {
    this.pack = pack;
    this.vignettes = List.copyOf(vignettes);
    this.approved = approved;
    this.code = code;
  }

  /**
   * A mutant and what became of it.
   *
   * @param mutant the mutant
   * @param result what became of it
   */
  public record Judged(Mutant mutant, MutantResult result) {}

  /**
   * Judges mutants.
   *
   * @param mutants the mutants
   * @param resultsFile where results are kept; those in it are used when pack, vignettes, approved
   *     sheet and the classes that judge are the same
   * @param progress is told each mutant that was judged; not those of an earlier run
   * @return all of them, in their order
   * @throws IllegalStateException when the pack itself is not as the vignettes and the sheet say
   */
  public List<Judged> judge(List<Mutant> mutants, Path resultsFile, Consumer<Judged> progress)
      throws IOException {
    Map<String, MutantResult> results = new LinkedHashMap<>();
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (ResultsFile file = ResultsFile.goOn(resultsFile, of())) {
      results.putAll(file.before());
      List<Mutant> open =
          mutants.stream().filter(mutant -> !results.containsKey(mutant.id())).toList();
      if (!open.isEmpty()) {
        Judge judge = new Judge(pack.build(), vignettes, approved);
        List<Future<MutantResult>> futures = new ArrayList<>();
        for (Mutant mutant : open) {
          futures.add(
              workers.submit(
                  () -> {
                    MutantResult result = judge.judge(mutant);
                    file.add(result);
                    synchronized (progress) {
                      progress.accept(new Judged(mutant, result));
                    }
                    return result;
                  }));
        }
        for (Future<MutantResult> future : futures) {
          MutantResult result = future.get();
          results.put(result.mutant(), result);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
    return mutants.stream().map(mutant -> new Judged(mutant, results.get(mutant.id()))).toList();
  }

  /** How many of these mutants an earlier run has judged. */
  public int alreadyJudged(List<Mutant> mutants, Path resultsFile) throws IOException {
    Map<String, MutantResult> before = ResultsFile.read(resultsFile, of());
    return (int) mutants.stream().filter(mutant -> before.containsKey(mutant.id())).count();
  }

  private static String content(Vignette vignette) {
    return String.join(
        "\0",
        vignette.id(),
        CaseDocuments.toCompactJson(vignette.clinicalCase()),
        vignette.assume().stream().sorted().toList().toString(),
        vignette.expect().toString(),
        "");
  }

  /** Digest of what a result depends on: all but the libraries and the Java that run it. */
  private String of() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      pack.files().forEach((file, text) -> sha.update((file + '\0' + text + '\0').getBytes(UTF_8)));
      vignettes.forEach(vignette -> sha.update(content(vignette).getBytes(UTF_8)));
      sha.update((approved + '\0' + code).getBytes(UTF_8));
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
