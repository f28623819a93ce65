package dev.headgate.server.http;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Who asks. Until identity is configured this is a name that the client gives; it is believed on
 * loopback only. That a header of our own must be there also keeps web pages from sending requests
 * behind a user's back.
 */
public final class Actors {
  public static final String HEADER = "X-Headgate-Actor";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,99}");

  private Actors() {}

  /** The actor of a request that changes something. */
  public static String of(Context context) {
    if (!isLoopback(context.ip())) {
      throw new HeadgateException(
          ErrorCode.NOT_ALLOWED,
          "requests that change something are accepted from this machine only, since no identity is"
              + " configured; this one came from "
              + context.ip());
    }
    String actor = context.header(HEADER);
    if (actor == null || !NAME.matcher(actor).matches()) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST,
          "the header " + HEADER + " must name who asks, in letters, digits and _ . @ -");
    }
    return actor;
  }

  private static boolean isLoopback(String ip) {
    try {
      return InetAddress.getByName(ip).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new HeadgateException(ErrorCode.NOT_ALLOWED, "not an address: " + ip, e);
    }
  }
}
