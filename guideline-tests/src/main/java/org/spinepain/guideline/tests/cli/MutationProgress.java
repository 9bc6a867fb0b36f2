package org.spinepain.guideline.tests.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;
import org.spinepain.guideline.tests.mutation.Outcome;

/** Tells how far a mutation run has come: a line for each twentieth of it. */
final class MutationProgress implements Consumer<Judged> {

  private static final int LINES = 20;

  private final PrintWriter out;
  private final int all;
  private final long start = System.nanoTime();
  private int done;
  private int survived;

  /**
   * Progress of a run.
   *
   * @param out where it is told
   * @param all how many mutants it judges
   */
  MutationProgress(PrintWriter out, int all) {
    this.out = out;
    this.all = all;
  }

  @Override
  public void accept(Judged judged) {
    done++;
    survived += judged.result().outcome() == Outcome.SURVIVED ? 1 : 0;
    if (done == all || done % Math.max(1, all / LINES) == 0) {
      long left = (System.nanoTime() - start) / done * (all - done);
      out.println(
          done
              + " of "
              + all
              + " mutants judged, "
              + survived
              + " survived, about "
              + Duration.ofNanos(left).toSeconds()
              + " s left");
    }
  }
}
