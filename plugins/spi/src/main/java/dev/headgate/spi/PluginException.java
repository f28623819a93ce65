package dev.headgate.spi;

/** A plugin cannot start or cannot do what was asked; the message is for a person. */
public class PluginException extends RuntimeException {
  public PluginException(String message) {
    super(message);
  }

  public PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
