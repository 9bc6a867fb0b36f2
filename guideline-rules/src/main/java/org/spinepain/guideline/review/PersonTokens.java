package org.spinepain.guideline.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns the code of a person into a token from which, without the key, it cannot be told. Not
 * thread-safe.
 */
final class PersonTokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String KEY_NAME = "the name of this key";

  private final Mac mac;

  PersonTokens(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }

  /** The token of this person. */
  long of(String person) {
    return ByteBuffer.wrap(mac.doFinal(person.getBytes(UTF_8))).getLong();
  }

  /** What tells keys apart and tells nothing of them; longer than any token. */
  String keyName() {
    return HexFormat.of().formatHex(mac.doFinal(KEY_NAME.getBytes(UTF_8)), 8, 24);
  }
}
