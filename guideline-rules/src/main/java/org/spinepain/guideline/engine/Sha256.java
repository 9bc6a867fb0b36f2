package org.spinepain.guideline.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Digests as this project writes them: {@code sha256:} and lower-case hexadecimal digits. */
final class Sha256 {

  /** What a digest looks like, for messages. */
  static final String FORM = "sha256: and 64 lower-case hexadecimal digits";

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private Sha256() {}

  static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  static String of(byte[] bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(sha.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
