package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The jars of a rule pack in the host's Maven repositories: its local one, Maven Central, and what
 * its {@code settings.xml} names in active profiles, with mirrors, proxies and credentials. Only
 * the pack's jar is fetched, not what it depends on: the host has that.
 *
 * <p>The host needs {@code org.apache.maven.resolver:maven-resolver-supplier-mvn3} and {@code
 * org.apache.maven:maven-settings-builder} on its classpath; guideline-rules names both as optional
 * dependencies. That a repository serves a jar is no reason to trust it: {@link RulePack#load} asks
 * for its digest as for any other. Immutable.
 */
public final class MavenOrigin implements PackOrigin {

  private static final Pattern COORDINATES = Pattern.compile("[^:\\s]+:[^:\\s]+:[^:\\s]+");

  private final String coordinates;
  private final Optional<Path> settings;
  private final boolean offline;

  private MavenOrigin(String coordinates, Optional<Path> settings, boolean offline) {
    this.coordinates = coordinates;
    this.settings = settings;
    this.offline = offline;
  }

  /**
   * A version, or the twenty newest of a range of versions.
   *
   * @param coordinates group, artifact, and a version or range as Maven writes it: {@code
   *     org.spinepain:guideline-rules:2025.1.0}, {@code org.spinepain:guideline-rules:[2025,2026)}
   * @throws IllegalArgumentException when they are not that
   */
  public static MavenOrigin of(String coordinates) {
    if (!COORDINATES.matcher(coordinates).matches()) {
      throw new IllegalArgumentException(
          "found " + coordinates + ", allowed are group:artifact:version or group:artifact:range");
    }
    return new MavenOrigin(coordinates, Optional.empty(), false);
  }

  /**
   * With this {@code settings.xml}, which must be there, in place of that in the folder {@code .m2}
   * of the user's home, which need not.
   */
  public MavenOrigin settings(Path file) {
    return new MavenOrigin(coordinates, Optional.of(requireNonNull(file, "file")), offline);
  }

  /** With the local repository only, as it is when the settings say offline. */
  public MavenOrigin offline() {
    return new MavenOrigin(coordinates, settings, true);
  }

  /**
   * Its jars, fetched now if the local repository does not have them. Of a range, versions are
   * looked up anew each time; a repository that does not answer then is handed out as a jar that
   * cannot be read, which {@link RulePack#load} and {@link PackWatch} pass over and tell.
   *
   * @throws RulePackException when Maven's libraries are not on the classpath, when the settings
   *     cannot be read or encrypt a password that is needed, when no repository answers, or when
   *     there is no such version
   */
  @Override
  public List<PackJar> jars() {
    try {
      return MavenRepositories.jars(coordinates, settings, offline);
    } catch (NoClassDefFoundError e) {
      throw new RulePackException(
          "rule packs come from Maven repositories only with"
              + " org.apache.maven.resolver:maven-resolver-supplier-mvn3 and"
              + " org.apache.maven:maven-settings-builder on the classpath: "
              + e.getMessage()
              + " is missing");
    }
  }

  @Override
  public String toString() {
    return coordinates;
  }
}
