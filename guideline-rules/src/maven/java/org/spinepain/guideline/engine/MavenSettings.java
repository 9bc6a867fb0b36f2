package org.spinepain.guideline.engine;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.building.SettingsProblem;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/** What a {@code settings.xml} says of repositories, in the terms of Maven's resolver. */
final class MavenSettings {

  private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

  private final Settings settings;

  private MavenSettings(Settings settings) {
    this.settings = settings;
  }

  /**
   * Reads it, with {@code ${env.…}} and system properties put in.
   *
   * @param file the file, which must be there; empty: that of the user, if any
   */
  static MavenSettings read(Optional<Path> file) {
    Path path = file.orElseGet(() -> home().resolve("settings.xml"));
    if (file.isPresent() && !Files.isRegularFile(path)) {
      throw new RulePackException("there are no Maven settings " + path);
    }
    Properties system = new Properties();
    System.getenv().forEach((name, value) -> system.setProperty("env." + name, value));
    System.getProperties().stringPropertyNames().forEach(n -> put(system, n));
    try {
      return new MavenSettings(
          new DefaultSettingsBuilderFactory()
              .newInstance()
              .build(
                  new DefaultSettingsBuildingRequest()
                      .setUserSettingsFile(path.toFile())
                      .setSystemProperties(system))
              .getEffectiveSettings());
    } catch (SettingsBuildingException e) {
      throw new RulePackException(
          "the Maven settings "
              + path
              + " cannot be read: they are no valid settings at "
              + e.getProblems().stream().map(MavenSettings::place).collect(joining(", ")));
    }
  }

  /** Where the problem is; what the parser says of it may quote a password. */
  private static String place(SettingsProblem problem) {
    return "line " + problem.getLineNumber() + ", column " + problem.getColumnNumber();
  }

  private static void put(Properties properties, String name) {
    properties.setProperty(name, System.getProperty(name, ""));
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"), ".m2");
  }

  boolean offline() {
    return settings.isOffline();
  }

  Path localRepository() {
    String path = settings.getLocalRepository();
    return path == null || path.isBlank() ? home().resolve("repository") : Path.of(path);
  }

  /** Those of the active profiles, and Maven Central last. */
  List<RemoteRepository> repositories() {
    List<RemoteRepository> repositories = new ArrayList<>();
    for (Profile profile : activeProfiles()) {
      for (org.apache.maven.settings.Repository repository : profile.getRepositories()) {
        repositories.add(
            new RemoteRepository.Builder(repository.getId(), "default", repository.getUrl())
                .setReleasePolicy(policy(repository.getReleases()))
                .setSnapshotPolicy(policy(repository.getSnapshots()))
                .build());
      }
    }
    if (repositories.stream().noneMatch(repository -> repository.getId().equals("central"))) {
      repositories.add(
          new RemoteRepository.Builder("central", "default", CENTRAL)
              .setSnapshotPolicy(new RepositoryPolicy(false, null, null))
              .build());
    }
    return repositories;
  }

  /** Named as active; or, when none is, active by default. What else activates is not looked at. */
  private List<Profile> activeProfiles() {
    Set<String> named = new LinkedHashSet<>(settings.getActiveProfiles());
    List<Profile> profiles = settings.getProfiles();
    List<Profile> active = profiles.stream().filter(p -> named.contains(p.getId())).toList();
    return active.isEmpty()
        ? profiles.stream()
            .filter(p -> p.getActivation() != null && p.getActivation().isActiveByDefault())
            .toList()
        : active;
  }

  private static RepositoryPolicy policy(org.apache.maven.settings.RepositoryPolicy policy) {
    if (policy == null) {
      return new RepositoryPolicy();
    }
    String checksums = policy.getChecksumPolicy();
    return new RepositoryPolicy(
        policy.isEnabled(),
        RepositoryPolicy.UPDATE_POLICY_ALWAYS,
        checksums == null ? RepositoryPolicy.CHECKSUM_POLICY_WARN : checksums);
  }

  DefaultMirrorSelector mirrors() {
    DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
    for (Mirror mirror : settings.getMirrors()) {
      mirrors.add(
          mirror.getId(),
          mirror.getUrl(),
          mirror.getLayout(),
          false,
          mirror.isBlocked(),
          mirror.getMirrorOf(),
          mirror.getMirrorOfLayouts());
    }
    return mirrors;
  }

  /** The credentials of the server with the id of a repository or mirror; none: null. */
  Authentication authentication(RemoteRepository repository) {
    Server server = settings.getServer(repository.getId());
    if (server == null) {
      return null;
    }
    String of = "of the server " + server.getId();
    return new AuthenticationBuilder()
        .addUsername(server.getUsername())
        .addPassword(plain(server.getPassword(), of))
        .addPrivateKey(server.getPrivateKey(), plain(server.getPassphrase(), of))
        .build();
  }

  ProxySelector proxies() {
    DefaultProxySelector proxies = new DefaultProxySelector();
    for (org.apache.maven.settings.Proxy proxy : settings.getProxies()) {
      if (proxy.isActive()) {
        Authentication authentication =
            new AuthenticationBuilder()
                .addUsername(proxy.getUsername())
                .addPassword(plain(proxy.getPassword(), "of the proxy " + proxy.getId()))
                .build();
        proxies.add(
            new Proxy(proxy.getProtocol(), proxy.getHost(), proxy.getPort(), authentication),
            proxy.getNonProxyHosts());
      }
    }
    return proxies;
  }

  private static String plain(String password, String of) {
    if (password != null && password.matches(".*\\{.+}.*")) {
      throw new RulePackException(
          "the password "
              + of
              + " in the Maven settings is encrypted, and is not decrypted here:"
              + " write ${env.NAME} for it, and put it into that variable");
    }
    return password;
  }
}
