package dev.headgate.catalog;

import dev.headgate.catalog.state.Grant;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Bearer tokens for branches: 256 random bits, of which only the SHA-256 is kept. */
public final class Tokens {
  private static final int BYTES = 32;
  private final LakeState state;
  private final SecureRandom random = new SecureRandom();

  Tokens(LakeState state) {
    this.state = state;
  }

  String grant(String branch, Optional<Set<Name>> writable, String holder, Duration validFor) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    state.grant(branch, sha256(token), writable, holder, state.nowMillis() + validFor.toMillis());
    return token;
  }

  /** What a token allows; empty if there is no such token, or no longer. */
  public Optional<Grant> find(String token) {
    return state.findGrant(sha256(token));
  }

  private static String sha256(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
