package dev.headgate.engine.pace;

import dev.headgate.model.product.ProductName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Which products are to be looked at, now or later. Lost in a crash: a start looks at all. */
public final class Agenda {
  private final Set<ProductName> due = new TreeSet<>();
  private final Map<ProductName, Instant> later = new HashMap<>();
  private boolean news;
  private long told;
  private Optional<Instant> newsLater = Optional.empty();

  public synchronized void wake(ProductName product) {
    due.add(product);
    notifyAll();
  }

  public synchronized void wakeAll(Collection<ProductName> products) {
    due.addAll(products);
    notifyAll();
  }

  /** Looks at a product at an instant, or earlier where something else wakes it. */
  public synchronized void wakeAt(ProductName product, Instant at) {
    later.merge(product, at, (a, b) -> a.isBefore(b) ? a : b);
    notifyAll();
  }

  /** There are events to deliver. */
  public synchronized void tell() {
    news = true;
    told++;
    notifyAll();
  }

  /** Another number each time that there is something to tell. */
  public synchronized long told() {
    return told;
  }

  /** There are events to deliver at an instant. */
  public synchronized void tellAt(Instant at) {
    newsLater = Optional.of(newsLater.filter(known -> known.isBefore(at)).orElse(at));
    notifyAll();
  }

  /** Takes the products that are due and not busy. */
  public synchronized List<ProductName> take(Instant now, Set<ProductName> busy) {
    Set<ProductName> ripe = new HashSet<>();
    later.forEach(
        (product, at) -> {
          if (!at.isAfter(now)) {
            ripe.add(product);
          }
        });
    ripe.forEach(later::remove);
    due.addAll(ripe);
    List<ProductName> taken = due.stream().filter(p -> !busy.contains(p)).toList();
    taken.forEach(due::remove);
    return taken;
  }

  /** Whether events are to be delivered now; asked again it is no. */
  public synchronized boolean takeNews(Instant now) {
    boolean ripe = newsLater.filter(at -> !at.isAfter(now)).isPresent();
    if (ripe) {
      newsLater = Optional.empty();
    }
    boolean taken = news || ripe;
    news = false;
    return taken;
  }

  /** Waits until a product that is not busy is woken or due, at most so long. */
  public synchronized void await(Instant now, Duration most, Set<ProductName> busy)
      throws InterruptedException {
    if (news || !busy.containsAll(due)) {
      return;
    }
    Duration wait = most;
    for (Instant at : later.values()) {
      wait = shorter(wait, Duration.between(now, at));
    }
    if (newsLater.isPresent()) {
      wait = shorter(wait, Duration.between(now, newsLater.get()));
    }
    if (!wait.isNegative() && !wait.isZero()) {
      TimeUnit.NANOSECONDS.timedWait(this, wait.toNanos());
    }
  }

  /** Ends a wait: who was busy may not be any more. */
  public synchronized void nudge() {
    notifyAll();
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
