package dev.headgate.catalog.rest;

/** What a request carries. */
final class Body {
  static final Body NONE = new Body(new byte[0]);

  private final byte[] bytes;

  Body(byte[] bytes) {
    this.bytes = bytes;
  }

  <T> T as(Class<T> type) {
    return Json.read(bytes, type);
  }

  Sha256 putInto(Sha256 digest) {
    return digest.put(bytes);
  }
}
