package dev.headgate.plugins.webhook;

import dev.headgate.spi.PluginException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts documents; thread-safe. Only an answer 2xx is a delivery, redirects are not followed. */
final class WebhookClient {
  static final String SIGNATURE = "X-Headgate-Signature";

  private final Duration timeout;
  private final HttpClient client;

  /** A client whose deliveries end within the time-out, body of the answer included. */
  WebhookClient(Duration timeout) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  void post(Endpoint endpoint, byte[] body) throws InterruptedException {
    CompletableFuture<HttpResponse<Void>> sending =
        client.sendAsync(request(endpoint, body), HttpResponse.BodyHandlers.discarding());
    int status;
    try {
      status = sending.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException e) {
      throw new PluginException("webhook " + endpoint + " did not answer within " + timeout, e);
    } catch (ExecutionException e) {
      throw new PluginException("webhook " + endpoint + " cannot be reached: " + e.getCause(), e);
    } finally {
      sending.cancel(true);
    }
    if (status / 100 != 2) {
      throw new PluginException("webhook " + endpoint + " answered " + status + ", expected 2xx");
    }
  }

  private static HttpRequest request(Endpoint endpoint, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.url())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .setHeader("User-Agent", "headgate");
    endpoint.headers().forEach((name, value) -> header(request, name, value));
    request.setHeader("Content-Type", CloudEvents.MEDIA_TYPE);
    endpoint.signature(body).ifPresent(signature -> request.setHeader(SIGNATURE, signature));
    return request.build();
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    try {
      request.setHeader(name, value);
    } catch (IllegalArgumentException e) {
      throw new PluginException(
          "headers: '" + name + "' cannot be set, or its value is not allowed");
    }
  }
}
