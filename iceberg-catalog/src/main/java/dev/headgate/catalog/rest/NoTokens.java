package dev.headgate.catalog.rest;

import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.rest.auth.OAuth2Properties;

/**
 * Answers clients that have a {@code credential} to exchange for a token, in the form that OAuth's
 * errors have.
 */
final class NoTokens {
  private NoTokens() {}

  static Reply refuse() {
    Map<String, String> error =
        Map.of(
            "error",
            OAuth2Properties.UNSUPPORTED_GRANT_TYPE_ERROR,
            "error_description",
            "Headgate exchanges no credentials: leave out 'credential', and set 'token' to a branch's token to write on that branch");
    return new Reply(501, Map.of(), Optional.of(error));
  }
}
