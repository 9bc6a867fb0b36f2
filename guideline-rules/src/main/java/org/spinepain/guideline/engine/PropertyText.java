package org.spinepain.guideline.engine;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The keys and values of a properties file, each key once, of which none may be left unread. */
final class PropertyText {

  private final String name;
  private final Properties properties = new WithoutDuplicates();
  private final SortedSet<String> unread = new TreeSet<>();

  /**
   * Reads a text.
   *
   * @param name what refusals call it
   * @param text its keys and values, in the syntax of {@link Properties}
   * @throws RulePackException when it cannot be read, or has a key twice
   */
  PropertyText(String name, String text) {
    this.name = name;
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new RulePackException(name + " cannot be read: " + e.getMessage(), e);
    }
    unread.addAll(properties.stringPropertyNames());
  }

  /** Refuses a key that comes twice, where others would silently take the last. */
  private final class WithoutDuplicates extends Properties {

    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Object put(Object key, Object value) {
      if (containsKey(key)) {
        throw new RulePackException(name + " has the key " + key + " twice");
      }
      return super.put(key, value);
    }
  }

  /** The value of a key that must be there. */
  String text(String key) {
    return optional(key).orElseThrow(() -> missing(key));
  }

  /** The value of a key; empty when it is not there or blank. */
  Optional<String> optional(String key) {
    unread.remove(key);
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** The words of the value of a key that must be there; none when it is blank. */
  SortedSet<String> words(String key) {
    if (!properties.containsKey(key)) {
      throw missing(key);
    }
    return new TreeSet<>(
        optional(key).map(value -> Arrays.asList(value.split("\\s+"))).orElse(List.of()));
  }

  private RulePackException missing(String key) {
    return new RulePackException(name + " has no value for " + key);
  }

  /** Refuses control characters, such as those that steer a terminal. */
  void refuseControlCharacters() {
    for (String key : properties.stringPropertyNames()) {
      if (properties.getProperty(key).chars().anyMatch(Character::isISOControl)) {
        throw unreadable(key, "a control character", "text without any");
      }
    }
  }

  /** The keys that were not read yet. */
  Set<String> unread() {
    return new TreeSet<>(unread);
  }

  /**
   * Refuses keys that were not read.
   *
   * @param allowed what is allowed, as the end of a sentence
   */
  void refuseUnread(String allowed) {
    if (!unread.isEmpty()) {
      throw new RulePackException(name + " has keys that are not known: " + unread + allowed);
    }
  }

  /** That this value of a key cannot be. */
  RulePackException unreadable(String key, String found, String allowed) {
    return new RulePackException(
        name + ", " + key + ": found " + found + ", allowed is " + allowed);
  }
}
