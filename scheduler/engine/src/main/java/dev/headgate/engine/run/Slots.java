package dev.headgate.engine.run;

import dev.headgate.engine.pace.Agenda;
import dev.headgate.model.product.ProductName;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How many attempts may run at once; who finds no place is woken when one is free. */
final class Slots {
  private final Agenda agenda;
  private final Set<ProductName> waiting = new HashSet<>();
  private final int places;
  private int free;

  Slots(int places, Agenda agenda) {
    this.places = places;
    this.free = places;
    this.agenda = agenda;
  }

  synchronized boolean take(ProductName product) {
    if (free == 0) {
      waiting.add(product);
      return false;
    }
    free--;
    return true;
  }

  synchronized void giveBack() {
    free++;
    agenda.wakeAll(waiting);
    waiting.clear();
    notifyAll();
  }

  synchronized boolean awaitAllFree(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (free < places) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
