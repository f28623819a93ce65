package dev.headgate.plugins.webhook;

import dev.headgate.spi.EventSinkFactory;
import dev.headgate.spi.NotifierFactory;
import dev.headgate.spi.Plugin;
import java.util.List;

/** The plugin {@code notify-webhook}: notifier and event sink {@code webhook}. */
public final class WebhookPlugin implements Plugin {
  @Override
  public String name() {
    return "notify-webhook";
  }

  @Override
  public List<NotifierFactory> notifiers() {
    return List.of(new WebhookNotifierFactory(System::getenv));
  }

  @Override
  public List<EventSinkFactory> eventSinks() {
    return List.of(new WebhookSinkFactory(System::getenv));
  }
}
