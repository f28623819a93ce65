package dev.headgate.definitions.text;

import java.util.Map;
import java.util.Optional;

/** Formats of texts that can be checked, as regular expressions of the whole text. */
public final class FormatText {
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
  private static final String HEX = "[0-9A-Fa-f]{1,4}";
  private static final Map<String, String> PATTERNS =
      Map.of(
          "uuid",
          "^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$",
          "email",
          "^[^@\\s]+@" + LABEL + "(\\." + LABEL + ")+$",
          "hostname",
          "^" + LABEL + "(\\." + LABEL + ")*$",
          "ipv4",
          "^" + BYTE + "(\\." + BYTE + "){3}$",
          "ipv6",
          "^((HEX:){7}HEX|(HEX:){1,7}:|:(:HEX){1,7}|(HEX:){1,6}(:HEX){1,6}|::)$"
              .replace("HEX", HEX),
          "uri",
          "^[A-Za-z][A-Za-z0-9+.-]*:\\S+$",
          "byte",
          "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$");

  private FormatText() {}

  /** Empty for a format that says nothing that could be checked, such as {@code password}. */
  public static Optional<String> pattern(String format) {
    return Optional.ofNullable(PATTERNS.get(format));
  }
}
