package org.spinepain.guideline.model;

import static java.util.Objects.requireNonNull;

/**
 * A case that cannot be. The message names the field and what is allowed; it never holds a value of
 * the case, so that it may be logged. The value that was found is only in {@link #found()}.
 */
public class InvalidCaseException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String found;
  private final String allowed;

  /**
   * @param path the field, as documents write it: {@code pain.onset}, {@code
   *     procedures[0].injectate}; {@code case} for the case as a whole
   * @param found what was found there
   * @param allowed what is allowed there
   */
  public InvalidCaseException(String path, String found, String allowed) {
    super(requireNonNull(path, "path") + ": allowed is " + requireNonNull(allowed, "allowed"));
    this.path = path;
    this.found = requireNonNull(found, "found");
    this.allowed = allowed;
  }

  /** The field, as documents write it. */
  public String path() {
    return path;
  }

  /** What was found. This is data of the case: show it only to who gave the case. */
  public String found() {
    return found;
  }

  /** What is allowed. */
  public String allowed() {
    return allowed;
  }
}
