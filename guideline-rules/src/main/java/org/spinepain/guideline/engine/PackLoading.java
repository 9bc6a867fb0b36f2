package org.spinepain.guideline.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/** Finds the newest pack of an origin that can be used. */
final class PackLoading {

  private final PackOrigin origin;
  private final TrustedDigests trusted;
  private final BiConsumer<String, String> passedOver;
  private final List<String> reasons = new ArrayList<>();

  private PackLoading(
      PackOrigin origin, TrustedDigests trusted, BiConsumer<String, String> passedOver) {
    this.origin = origin;
    this.trusted = trusted;
    this.passedOver = passedOver;
  }

  /**
   * The newest pack of this origin that can be used; of several of one version, that whose jar's
   * name comes first.
   *
   * @param passedOver takes the name of each jar that could not be used, and why; not of those that
   *     can and have a version that the origin does not take
   * @throws RulePackException when none can be used, with the same names and reasons, and those of
   *     the versions that the origin does not take
   */
  static RulePack newest(
      PackOrigin origin, TrustedDigests trusted, BiConsumer<String, String> passedOver) {
    return new PackLoading(origin, trusted, passedOver).newest();
  }

  /**
   * The packs of this origin that are trusted, whole and made for this engine, newest first; none
   * of their classes was loaded.
   *
   * @param passedOver takes the name of each other jar, and why it is none of them; not of those
   *     that are, and have a version that the origin does not take
   */
  static List<PackCandidate> candidates(
      PackOrigin origin, TrustedDigests trusted, BiConsumer<String, String> passedOver) {
    return new PackLoading(origin, trusted, passedOver).candidates();
  }

  private RulePack newest() {
    for (PackCandidate candidate : candidates()) {
      try {
        return RulePack.of(candidate);
      } catch (RulePackException e) {
        passOver(candidate.name(), e.getMessage());
      }
    }
    if (reasons.isEmpty()) {
      throw new RulePackException("there is no rule pack in " + origin);
    }
    throw new RulePackException(
        reasons.size() == 1
            ? reasons.get(0)
            : "no rule pack in " + origin + " can be used:\n" + String.join("\n", reasons));
  }

  /** Newest first. */
  private List<PackCandidate> candidates() {
    List<PackCandidate> candidates = new ArrayList<>();
    for (PackJar jar :
        origin.jars().stream().sorted(Comparator.comparing(PackJar::name)).toList()) {
      try {
        if (!trusted.trusts(jar.digest())) {
          passOver(jar.name(), "it is not trusted; whoever trusts it pins " + jar.digest());
          continue;
        }
        PackCandidate candidate = PackCandidate.of(jar);
        String version = candidate.version().toString();
        if (origin.takes(version)) {
          candidates.add(candidate);
        } else {
          reasons.add(jar.name() + ": it is version " + version);
        }
      } catch (RulePackException e) {
        passOver(jar.name(), e.getMessage());
      }
    }
    candidates.sort(Comparator.comparing(PackCandidate::version).reversed());
    return candidates;
  }

  private void passOver(String jar, String reason) {
    passedOver.accept(jar, reason);
    reasons.add(jar + ": " + reason);
  }
}
