package org.spinepain.guideline.tests.vignette;

import org.spinepain.guideline.model.json.InvalidDocumentException;

/**
 * A file in a folder of vignettes that is none. The message tells file, line, path, what was found
 * and what is allowed.
 */
public class InvalidVignetteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidVignetteException(String file, InvalidDocumentException refusal) {
    super(
        file
            + ":"
            + refusal.line()
            + ": "
            + refusal.path()
            + ": found "
            + refusal.found()
            + ", allowed is "
            + refusal.allowed());
  }
}
