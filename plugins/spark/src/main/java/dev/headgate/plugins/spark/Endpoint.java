package dev.headgate.plugins.spark;

import java.util.concurrent.CompletableFuture;

/**
 * Where a running Spark Connect server is.
 *
 * @param uri {@code sc://…}, with a token where the server wants one
 * @param lost completes with the reason when the server is known to be gone
 */
record Endpoint(String uri, CompletableFuture<String> lost) {
  @Override
  public String toString() {
    return "Endpoint[" + uri.replaceAll("token=[^;]*", "token=…") + "]";
  }
}
