package dev.headgate.catalog.rest;

import dev.headgate.catalog.view.LakeCatalog;
import java.util.function.Consumer;

/** A change that is answered with nothing, and depends on nothing that the client saw. */
record Once(Consumer<LakeCatalog> change) implements Writes.Action {
  static Once of(Consumer<LakeCatalog> change) {
    return new Once(change);
  }

  @Override
  public Reply first(LakeCatalog catalog) {
    return Writes.retrying(
        () -> {
          change.accept(catalog);
          return Reply.done();
        });
  }

  @Override
  public Reply again(LakeCatalog catalog) {
    return Reply.done();
  }
}
