package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.RuleReader;
import dev.headgate.definitions.keys.TypedEntry;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.Product.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code notify}. */
final class NotifyReader {
  private static final List<String> EVENTS =
      List.of(
          "started",
          "held",
          "awaiting-approval",
          "promoted",
          "failed",
          "rejected",
          "cancelled",
          "superseded",
          "rolled-back",
          "waived",
          "waiver-revoked",
          "service-level-breached",
          "service-level-met",
          "sunset-approaching");
  private static final String LIST =
      "a list, for example [{to: webhook, url: \"https://…\", on: [held, promoted]}]";
  private static final String ON = "a list of " + String.join(", ", EVENTS);

  private final Values values;
  private final RuleReader rules;
  private final TypedEntry types;

  NotifyReader(Values values, Extensions extensions, RuleReader rules) {
    this.values = values;
    this.rules = rules;
    this.types = new TypedEntry("to", Keys.of("to", "on"), extensions.notifiers(), values);
  }

  List<Notification> read(Section pipeline) {
    List<Notification> notifications = new ArrayList<>();
    for (Yaml item : pipeline.items("notify", LIST)) {
      one(item).ifPresent(notifications::add);
    }
    return notifications;
  }

  private Optional<Notification> one(Yaml item) {
    Optional<TypedEntry.Opened> opened = types.open(item, "a notification", item.at());
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    Section section = opened.get().section();
    section.require("on", ON);
    List<Located<String>> on = section.distinct("on", ON);
    for (Located<String> event : on) {
      if (!EVENTS.contains(event.value())) {
        values
            .problems()
            .add(
                event.at(),
                "'on': unknown event "
                    + Yaml.quoted(event.value())
                    + ", "
                    + Suggestion.of(event.value(), EVENTS));
      }
    }
    RuleReader.Settings settings = rules.read(section, opened.get().rules());
    return Optional.of(
        new Notification(
            opened.get().type(), settings.settings(), on.stream().map(Located::value).toList()));
  }
}
