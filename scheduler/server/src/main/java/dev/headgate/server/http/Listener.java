package dev.headgate.server.http;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.server.config.HttpConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;

/**
 * The bound port. It is bound before anything else is made, so that everybody can be told the
 * server's URL, also where the port is any free one.
 */
public final class Listener {
  private static final int BACKLOG = 256;

  private final ServerSocketChannel channel;
  private final URI url;
  private final boolean loopback;

  private Listener(ServerSocketChannel channel, URI url, boolean loopback) {
    this.channel = channel;
    this.url = url;
    this.loopback = loopback;
  }

  /** Binds, or says who has to give way. */
  public static Listener bind(HttpConfig config) {
    try {
      InetAddress address = InetAddress.getByName(config.address());
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        channel.bind(new InetSocketAddress(address, config.port()), BACKLOG);
        int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        return new Listener(channel, url(config, address, port), address.isLoopbackAddress());
      } catch (IOException e) {
        channel.close();
        throw new HeadgateException(
            ErrorCode.EXTERNAL,
            "cannot listen on "
                + config.address()
                + ":"
                + config.port()
                + " ("
                + e.getMessage()
                + "): give another --port, or 0 for any free one",
            e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("http.address '" + config.address() + "': " + e, e);
    }
  }

  private static URI url(HttpConfig config, InetAddress address, int port) {
    if (!config.url().isEmpty()) {
      return URI.create(config.url());
    }
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }

  /** How others reach the server, without a slash at the end. */
  public URI url() {
    return url;
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    return loopback;
  }

  ServerSocketChannel channel() {
    return channel;
  }

  public void close() throws IOException {
    channel.close();
  }
}
