package org.spinepain.guideline.tests.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;
import org.spinepain.guideline.tests.vignette.Vignette;

/** Runs on the tiny pack, with results in a folder. */
final class TinyRun {

  private final Path folder;

  TinyRun(Path folder) {
    this.folder = folder;
  }

  Path results() {
    return folder.resolve("results/mutation.ndjson");
  }

  /** A vignette of an epidural injection of local anaesthetic for chronic pain of an adult. */
  TinyRun withTypical() throws IOException {
    TinyPack.writeVignette(
        folder.resolve("vignettes"),
        "typical",
        TinyPack.ADULT,
        TinyPack.CHRONIC,
        "local-anaesthetic",
        "recommend-against");
    return this;
  }

  /** A vignette on who was born and whose pain began on these days. */
  TinyRun with(String id, String born, String onset, String verdict) throws IOException {
    TinyPack.writeVignette(
        folder.resolve("vignettes"), id, born, onset, "local-anaesthetic", verdict);
    return this;
  }

  List<Vignette> vignettes() {
    return TinyPack.vignettes(folder.resolve("vignettes"));
  }

  /** A run on this pack, whose texts are approved. */
  MutationRun on(PackSource pack) {
    return new MutationRun(pack, vignettes(), TinyPack.sheet(pack, vignettes()));
  }

  /** What becomes of these mutants of a pack. */
  List<Judged> judge(PackSource pack, List<Mutant> mutants) throws IOException {
    return on(pack).judge(mutants, results(), judged -> {});
  }
}
