package dev.headgate.plugins.webhook;

import dev.headgate.spi.PluginException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where to send to. Says its host only when printed: path, headers and secret can be secrets. */
final class Endpoint {
  private static final String ALGORITHM = "HmacSHA256";

  private final URI url;
  private final Map<String, String> headers;
  private final Optional<SecretKeySpec> key;

  private Endpoint(URI url, Map<String, String> headers, Optional<SecretKeySpec> key) {
    this.url = url;
    this.headers = headers;
    this.key = key;
  }

  /**
   * Checks what was configured; {@link PluginException} says what was expected.
   *
   * @param secretEnv the environment variable that has the secret to sign with
   */
  static Endpoint of(
      String url,
      Map<String, String> headers,
      Optional<String> secretEnv,
      UnaryOperator<String> environment) {
    return new Endpoint(
        checked(url), Map.copyOf(headers), secretEnv.map(name -> key(name, environment)));
  }

  private static URI checked(String url) {
    try {
      URI uri = new URI(url);
      boolean http = "http".equalsIgnoreCase(uri.getScheme());
      if ((http || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new PluginException("url: not a URL: " + e.getReason(), e);
    }
    throw new PluginException("url: expected an http or https URL with a host and without a user");
  }

  private static SecretKeySpec key(String name, UnaryOperator<String> environment) {
    String secret = environment.apply(name);
    if (secret == null || secret.isEmpty()) {
      throw new PluginException(
          "the secret's environment variable '" + name + "' is not set for the server");
    }
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  URI url() {
    return url;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** The signature header's value for a body, where there is a secret. */
  Optional<String> signature(byte[] body) {
    return key.map(
        secret -> {
          try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
          } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
          }
        });
  }

  @Override
  public String toString() {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
