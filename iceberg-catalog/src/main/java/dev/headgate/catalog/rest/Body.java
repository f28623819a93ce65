package dev.headgate.catalog.rest;

import org.apache.iceberg.relocated.com.google.common.hash.Hasher;

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

  void putInto(Hasher hasher) {
    hasher.putBytes(bytes);
  }
}
