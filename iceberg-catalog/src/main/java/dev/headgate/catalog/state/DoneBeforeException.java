package dev.headgate.catalog.state;

/** A request with this key was carried out before, so this one has changed nothing. */
public class DoneBeforeException extends RuntimeException {
  public DoneBeforeException(String key) {
    super("a request with the key " + key + " was carried out before");
  }
}
