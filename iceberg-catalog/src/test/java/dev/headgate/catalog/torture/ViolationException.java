package dev.headgate.catalog.torture;

/** The lake showed something that it must never show. */
final class ViolationException extends RuntimeException {
  ViolationException(String what) {
    super(what);
  }
}
