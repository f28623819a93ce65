package dev.headgate.server.http;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses requests to a loopback server that name another host: a web page can point a name of its
 * own at 127.0.0.1, and would read what only this machine may.
 */
final class HostGuard {
  private static final Pattern LOCAL =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

  private final Listener listener;

  HostGuard(Listener listener) {
    this.listener = listener;
  }

  void check(Context context) {
    String host = context.host();
    if (listener.isLoopback()
        && host != null
        && !LOCAL.matcher(host.toLowerCase(Locale.ROOT)).matches()
        && !host.equalsIgnoreCase(listener.url().getAuthority())) {
      throw new HeadgateException(
          ErrorCode.NOT_ALLOWED,
          "this server answers to localhost only, not to '" + host + "'; see http.url");
    }
  }
}
