package dev.headgate.plugins.webhook;

import dev.headgate.spi.EventSink;
import dev.headgate.spi.EventSinkFactory;
import dev.headgate.spi.PluginContext;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the event sink {@code webhook}, where the server's configuration has a URL for it. */
record WebhookSinkFactory(UnaryOperator<String> environment) implements EventSinkFactory {
  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Optional<EventSink> create(PluginContext context) {
    WebhookConfig config = WebhookConfig.of(context.config(), environment);
    WebhookClient client = new WebhookClient(config.timeout());
    CloudEvents events = new CloudEvents(config.source());
    return config.sink().map(endpoint -> event -> client.post(endpoint, events.json(event)));
  }
}
