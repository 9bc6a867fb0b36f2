package org.spinepain.guideline.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.version.Version;

/** Fetches jars through Maven's resolver, which keeps them in the local repository. */
final class MavenRepositories {

  /**
   * So many versions of a range are fetched, pinned or not: enough that releases which nobody has
   * pinned yet do not hide the one that is.
   */
  private static final int MOST_VERSIONS = 20;

  private final MavenSettings settings;
  private final boolean offline;

  private MavenRepositories(MavenSettings settings, boolean offline) {
    this.settings = settings;
    this.offline = offline || settings.offline();
  }

  /** The jar of these coordinates, or those of the newest versions in their range. */
  static List<PackJar> jars(String coordinates, Optional<Path> settings, boolean offline) {
    return new MavenRepositories(MavenSettings.read(settings), offline).jars(coordinates);
  }

  private List<PackJar> jars(String coordinates) {
    try (RepositorySystem system = new RepositorySystemSupplier().get();
        CloseableSession session = session(system)) {
      Artifact artifact = new DefaultArtifact(coordinates);
      List<RemoteRepository> repositories =
          system.newResolutionRepositories(session, settings.repositories());
      VersionRangeResult found =
          system.resolveVersionRange(
              session, new VersionRangeRequest(artifact, repositories, null));
      List<PackJar> jars = new ArrayList<>();
      for (String reason : failures(found)) {
        jars.add(PackJar.unreadable(coordinates, "its versions are not all known: " + reason));
      }
      if (found.getVersions().isEmpty() && jars.isEmpty()) {
        throw new RulePackException("no repository has a version of " + coordinates);
      }
      List<Version> versions = new ArrayList<>(found.getVersions());
      Collections.reverse(versions);
      versions.stream()
          .limit(MOST_VERSIONS)
          .map(v -> jar(system, session, repositories, artifact.setVersion(v.toString())))
          .forEach(jars::add);
      return jars;
    } catch (VersionRangeResolutionException e) {
      throw new RulePackException("the versions of " + coordinates + " are not known: " + e);
    }
  }

  /** Why repositories did not answer; that one has no such artifact is an answer. */
  private static List<String> failures(VersionRangeResult found) {
    return found.getExceptions().stream()
        .filter(e -> !(e instanceof MetadataNotFoundException))
        .map(Throwable::getMessage)
        .distinct()
        .toList();
  }

  private CloseableSession session(RepositorySystem system) {
    return new SessionBuilderSupplier(system)
        .get()
        .withLocalRepositoryBaseDirectories(settings.localRepository())
        .setSystemProperties(System.getProperties())
        .setOffline(offline)
        .setMetadataUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS)
        .setMirrorSelector(settings.mirrors())
        .setAuthenticationSelector(settings::authentication)
        .setProxySelector(settings.proxies())
        .build();
  }

  private static PackJar jar(
      RepositorySystem system,
      CloseableSession session,
      List<RemoteRepository> repositories,
      Artifact artifact) {
    try {
      Path file =
          system
              .resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
              .getArtifact()
              .getPath();
      return PackJar.unchecked(file);
    } catch (ArtifactResolutionException e) {
      return PackJar.unreadable(
          artifact.getArtifactId() + "-" + artifact.getVersion() + ".jar",
          "it cannot be fetched: " + e.getMessage());
    }
  }
}
