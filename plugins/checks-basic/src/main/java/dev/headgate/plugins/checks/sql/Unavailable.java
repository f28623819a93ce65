package dev.headgate.plugins.checks.sql;

import dev.headgate.spi.PluginException;

/** There is no answer for now, through no fault of the rule that asks. */
public final class Unavailable extends PluginException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
