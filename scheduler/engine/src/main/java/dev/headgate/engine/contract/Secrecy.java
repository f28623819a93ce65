package dev.headgate.engine.contract;

import java.util.Locale;

/** How closely classifications are held, in the words that most use. */
enum Secrecy {
  /** Nobody is kept from it; also what a contract does not classify. */
  PUBLIC,
  INTERNAL,
  CONFIDENTIAL,
  RESTRICTED,
  /** A word of the site's own: taken for the most that there is. */
  UNKNOWN;

  static Secrecy of(String classification) {
    if (classification.isEmpty()) {
      return PUBLIC;
    }
    for (Secrecy secrecy : values()) {
      if (secrecy.name().equals(classification.toUpperCase(Locale.ROOT))) {
        return secrecy;
      }
    }
    return UNKNOWN;
  }

  static boolean knows(String classification) {
    return of(classification) != UNKNOWN;
  }
}
