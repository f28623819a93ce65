package dev.headgate.model.store;

import dev.headgate.model.product.ProductName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events to tell the world, written with what they tell of and delivered at least once. */
public interface Outbox {
  void add(Event event);

  /** Undelivered events, oldest first, at most {@code limit}. */
  List<Pending> pending(int limit);

  void delivered(long number);

  /** Counts a failed try and puts the next off to {@code notBefore}. */
  void failed(long number, Instant notBefore, String error);

  /**
   * Something happened.
   *
   * @param type for example {@code promoted}, {@code held}, {@code awaiting-approval}: the words of
   *     {@code notify.on}
   */
  record Event(
      String id,
      String type,
      Optional<ProductName> product,
      Optional<Long> release,
      Map<String, String> data,
      Instant at) {
    public Event {
      data = Map.copyOf(data);
    }
  }

  /** An event that waits, with the tries so far. */
  record Pending(long number, Event event, int tries) {}
}
