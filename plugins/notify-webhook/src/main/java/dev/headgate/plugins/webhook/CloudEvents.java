package dev.headgate.plugins.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headgate.model.store.Outbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;

/**
 * Events as CloudEvents 1.0 in structured JSON. The type is {@code dev.headgate.} and the event's;
 * the subject is the product, with {@code /releases/<id>} where there is a release; the data is
 * {@code {product, release, details}}.
 */
final class CloudEvents {
  static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String source;

  CloudEvents(String source) {
    this.source = source;
  }

  byte[] json(Outbox.Event event) {
    ObjectNode root = JSON.createObjectNode();
    root.put("specversion", "1.0");
    root.put("id", event.id());
    root.put("source", source);
    root.put("type", "dev.headgate." + event.type());
    root.put("time", event.at().toString());
    event
        .product()
        .ifPresent(
            product ->
                root.put(
                    "subject",
                    event
                        .release()
                        .map(id -> product + "/releases/" + id)
                        .orElse(product.toString())));
    root.put("datacontenttype", "application/json");
    ObjectNode data = root.putObject("data");
    event.product().ifPresent(product -> data.put("product", product.toString()));
    event.release().ifPresent(release -> data.put("release", release));
    ObjectNode details = data.putObject("details");
    new TreeMap<>(event.data()).forEach(details::put);
    try {
      return JSON.writeValueAsBytes(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
