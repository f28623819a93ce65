package dev.headgate.plugins.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.Outbox;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.Plugin;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("HOOK_SECRET", "k3y");
  private static final Outbox.Event EVENT =
      new Outbox.Event(
          "e-7",
          "held",
          Optional.of(ProductName.parse("operations.flights")),
          Optional.of(12L),
          Map.of("reason", "rowCount is 6"),
          Instant.parse("2001-07-01T06:30:00Z"));

  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void postsACloudEvent() throws Exception {
    send(Map.of("url", receiver.url("/hook?x=1"), "headers", Map.of("X-Team", "ops")), Map.of());
    assertThat(receiver.received()).hasSize(1);
    Receiver.Received received = receiver.received().get(0);
    assertThat(received.method()).isEqualTo("POST");
    assertThat(received.path()).isEqualTo("/hook?x=1");
    assertThat(received.header("Content-Type"))
        .isEqualTo("application/cloudevents+json; charset=UTF-8");
    assertThat(received.header("X-Team")).isEqualTo("ops");
    assertThat(received.header("X-Headgate-Signature")).isNull();
    JsonNode expected =
        new ObjectMapper()
            .readTree(
                """
                {"specversion": "1.0", "id": "e-7", "source": "/headgate",
                 "type": "dev.headgate.held", "time": "2001-07-01T06:30:00Z",
                 "subject": "operations.flights/releases/12", "datacontenttype": "application/json",
                 "data": {"product": "operations.flights", "release": 12,
                          "details": {"reason": "rowCount is 6"}}}
                """);
    JsonNode body = new ObjectMapper().readTree(received.body());
    assertThat(body.toPrettyString()).isEqualTo(expected.toPrettyString());
  }

  @Test
  void anEventOfNoProductHasNoSubject() throws Exception {
    Outbox.Event event =
        new Outbox.Event(
            "e", "applied", Optional.empty(), Optional.empty(), Map.of(), Instant.EPOCH);
    notifier(Map.of("source", "/lake-7")).send(target(Map.of("url", receiver.url("/"))), event);
    JsonNode body = new ObjectMapper().readTree(receiver.received().get(0).body());
    assertThat(body.has("subject")).isFalse();
    assertThat(body.get("source").asText()).isEqualTo("/lake-7");
    assertThat(body.get("data").toString()).isEqualTo("{\"details\":{}}");
  }

  @Test
  void signsWithTheSecretOfTheEnvironment() throws Exception {
    send(Map.of("url", receiver.url("/"), "secretEnv", "HOOK_SECRET"), Map.of());
    Receiver.Received received = receiver.received().get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("k3y".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(received.header("X-Headgate-Signature"))
        .isEqualTo(
            "sha256="
                + HexFormat.of()
                    .formatHex(mac.doFinal(received.body().getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aSecretThatIsNotSetIsNotSentWithout() {
    refused(
        Map.of("url", receiver.url("/"), "secretEnv", "NONE"),
        "the secret's environment variable 'NONE' is not set for the server");
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void onlyAnAnswer2xxIsADelivery() {
    for (int status : List.of(500, 404, 301, 307)) {
      receiver.answering(status);
      refused(
          Map.of("url", receiver.url("/private-path")),
          "webhook " + receiver.url("") + " answered " + status + ", expected 2xx");
    }
    assertThat(receiver.received()).hasSize(4);
  }

  @Test
  void aServerThatHangsIsGivenUp() {
    receiver.hanging();
    assertThatThrownBy(() -> send(Map.of("url", receiver.url("/x")), Map.of("timeout", "PT0.3S")))
        .isInstanceOf(PluginException.class)
        .hasMessage("webhook " + receiver.url("") + " did not answer within PT0.3S");
  }

  @Test
  void anInterruptEndsADelivery() {
    receiver.hanging();
    CompletableFuture<Throwable> problem = new CompletableFuture<>();
    Thread sender =
        new Thread(
            () -> {
              try {
                send(Map.of("url", receiver.url("/")), Map.of());
                problem.complete(null);
              } catch (InterruptedException | RuntimeException e) {
                problem.complete(e);
              }
            });
    sender.start();
    await().atMost(20, TimeUnit.SECONDS).until(() -> !receiver.received().isEmpty());
    sender.interrupt();
    assertThat(problem.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void aClosedPortIsAnError() {
    String url = receiver.url("");
    receiver.close();
    assertThatThrownBy(() -> send(Map.of("url", url + "/private-path"), Map.of()))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("webhook " + url + " cannot be reached: java.net.ConnectException")
        .hasMessageNotContaining("private-path");
  }

  @Test
  void whatCannotBeSentToIsRefused() {
    String expected = "url: expected an http or https URL with a host and without a user";
    refused(Map.of("url", "ftp://127.0.0.1/"), expected);
    refused(Map.of("url", "/hook"), expected);
    refused(Map.of("url", "http://me:secret@127.0.0.1/"), expected);
    refused(Map.of(), "notify: webhook: expected a url");
    refused(
        Map.of("url", receiver.url("/"), "headers", Map.of("Host", "x")),
        "headers: 'Host' cannot be set, or its value is not allowed");
  }

  @Test
  void theSinkSendsEveryEventWhereItIsConfigured() throws Exception {
    WebhookSinkFactory factory = new WebhookSinkFactory(ENVIRONMENT::get);
    assertThat(factory.create(context(Map.of()))).isEmpty();
    Map<String, String> config =
        Map.of("url", receiver.url("/all"), "secret-env", "HOOK_SECRET", "header.X-Team", "ops");
    factory.create(context(config)).orElseThrow().deliver(EVENT);
    Receiver.Received received = receiver.received().get(0);
    assertThat(received.path()).isEqualTo("/all");
    assertThat(received.header("X-Team")).isEqualTo("ops");
    assertThat(received.header("X-Headgate-Signature")).startsWith("sha256=");
  }

  @Test
  void configurationMistakesStopTheStart() {
    misconfigured(
        Map.of("uri", "x"),
        "unknown configuration: [uri]; expected url, secret-env, header.<Name>, source or timeout");
    misconfigured(
        Map.of("secret-env", "HOOK_SECRET"),
        "secret-env and header.<Name> are for the event sink; expected url");
    misconfigured(
        Map.of("timeout", "PT0S"),
        "timeout: expected a duration such as PT10S, at most 5 minutes, but found PT0S");
    misconfigured(Map.of("source", " "), "source: expected a text, but it is empty");
    misconfigured(
        Map.of("url", "http://127.0.0.1", "secret-env", "NONE"),
        "the secret's environment variable 'NONE' is not set for the server");
  }

  @Test
  void isFoundAsAPlugin() {
    Plugin plugin = ServiceLoader.load(Plugin.class).findFirst().orElseThrow();
    assertThat(plugin.name()).isEqualTo("notify-webhook");
    assertThat(plugin.notifiers().get(0).type()).isEqualTo("webhook");
    assertThat(plugin.eventSinks().get(0).name()).isEqualTo("webhook");
  }

  private static void misconfigured(Map<String, String> config, String message) {
    assertThatThrownBy(() -> notifier(config))
        .isInstanceOf(PluginException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> new WebhookSinkFactory(ENVIRONMENT::get).create(context(config)))
        .isInstanceOf(PluginException.class)
        .hasMessage(message);
  }

  private static void refused(Map<String, Object> settings, String message) {
    assertThatThrownBy(() -> send(settings, Map.of()))
        .isInstanceOf(PluginException.class)
        .hasMessage(message);
  }

  private static void send(Map<String, Object> settings, Map<String, String> config)
      throws InterruptedException {
    notifier(config).send(target(settings), EVENT);
  }

  private static Notifier notifier(Map<String, String> config) {
    return new WebhookNotifierFactory(ENVIRONMENT::get).create(context(config));
  }

  private static Product.Notification target(Map<String, Object> settings) {
    return new Product.Notification("webhook", settings, List.of("held"));
  }

  private static PluginContext context(Map<String, String> config) {
    return new PluginContext(config, Path.of("."), Path.of("."));
  }
}
