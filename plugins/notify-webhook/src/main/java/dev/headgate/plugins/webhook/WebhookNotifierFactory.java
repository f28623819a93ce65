package dev.headgate.plugins.webhook;

import dev.headgate.model.product.Product;
import dev.headgate.spi.KeySpec;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.NotifierFactory;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Makes the notifier {@code webhook}: each entry of a pipeline says where to. */
record WebhookNotifierFactory(UnaryOperator<String> environment) implements NotifierFactory {
  @Override
  public String type() {
    return "webhook";
  }

  @Override
  public List<KeySpec> keys() {
    return List.of(
        KeySpec.required("url", KeySpec.Type.STRING, "an http or https URL"),
        KeySpec.optional("headers", KeySpec.Type.MAP_OF_STRINGS, "HTTP headers"),
        KeySpec.optional(
            "secretEnv",
            KeySpec.Type.STRING,
            "the name of the server's environment variable with the secret"));
  }

  @Override
  public Notifier create(PluginContext context) {
    WebhookConfig config = WebhookConfig.of(context.config(), environment);
    WebhookClient client = new WebhookClient(config.timeout());
    CloudEvents events = new CloudEvents(config.source());
    return (target, event) -> client.post(endpoint(target), events.json(event));
  }

  private Endpoint endpoint(Product.Notification target) {
    Map<String, Object> settings = target.settings();
    if (!(settings.get("url") instanceof String url)) {
      throw new PluginException("notify: webhook: expected a url");
    }
    Map<String, String> headers = new TreeMap<>();
    if (settings.get("headers") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
    }
    Optional<String> secretEnv =
        Optional.ofNullable(settings.get("secretEnv")).map(String::valueOf);
    return Endpoint.of(url, headers, secretEnv, environment);
  }
}
