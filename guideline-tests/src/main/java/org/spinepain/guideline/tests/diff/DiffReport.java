package org.spinepain.guideline.tests.diff;

import java.util.List;

/**
 * What changes from one pack to another.
 *
 * @param packs which packs were asked
 * @param asked what both packs were asked
 * @param changes the changes, those of verdicts first; empty when no determination changes
 */
public record DiffReport(Packs packs, Asked asked, List<ToldChange> changes) {

  /** Keeps a copy of the list. */
  public DiffReport {
    changes = List.copyOf(changes);
  }

  /**
   * Which packs were asked, each by the digest of all its files, and those of the overlays that
   * adapt it.
   *
   * @param old the digest of the old pack
   * @param young the digest of the new pack
   */
  public record Packs(String old, String young) {}

  /**
   * What both packs were asked; nothing when they have the same files.
   *
   * @param complete complete combinations of the facts that decide
   * @param incomplete combinations in which facts are unknown
   * @param assuming the same under assumptions of the host that leave more than one answer, once
   *     for each set of these
   * @param boundaryCases cases near the boundaries, where these are not the same
   * @param vignettes vignettes
   * @param cases cases of the host
   */
  public record Asked(
      int complete, int incomplete, int assuming, int boundaryCases, int vignettes, int cases) {

    /** What packs are asked that have the same files. */
    public static final Asked NOTHING = new Asked(0, 0, 0, 0, 0, 0);
  }
}
