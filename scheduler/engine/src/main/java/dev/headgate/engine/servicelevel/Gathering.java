package dev.headgate.engine.servicelevel;

import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.StoreTransaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the facts. A table is described once for each promotion, as nothing else moves it, and in
 * one look only so many are: the others follow in the next. For one thread at a time.
 */
final class Gathering {
  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
  private static final String MAIN = "main";
  private static final int MOST_AT_ONCE = 50;

  private final Ledger ledger;
  private final Lake lake;
  private final Map<DatasetName, Described> described = new HashMap<>();
  private final Map<ProductName, Instant> first = new HashMap<>();
  private int left;

  Gathering(Ledger ledger, Lake lake) {
    this.ledger = ledger;
    this.lake = lake;
  }

  /** Another look begins. */
  void begin() {
    left = MOST_AT_ONCE;
  }

  Facts facts(Product product, Dataset dataset, Contract contract, List<ProductName> consumers) {
    Optional<Release> shown = ledger.transact(tx -> tx.releases().current(product.name()));
    return new Facts(
        isNeeded(contract, ServiceLevel.Kind.RETENTION) && shown.isPresent()
            ? first(product.name())
            : Optional.empty(),
        shown.flatMap(release -> ledger.transact(tx -> content(tx, release)).endedAt()),
        shown
            .filter(
                release ->
                    isNeeded(contract, ServiceLevel.Kind.RETENTION)
                        || isNeeded(contract, ServiceLevel.Kind.LATENCY))
            .flatMap(release -> describe(dataset.name(), release.id())),
        consumers);
  }

  private static boolean isNeeded(Contract contract, ServiceLevel.Kind kind) {
    return contract.serviceLevels().stream()
        .anyMatch(level -> level.kind() == kind && level.column().isPresent());
  }

  /** The release that built what a promotion shows. */
  private static Release content(StoreTransaction tx, Release shown) {
    return shown.restores().flatMap(tx.releases()::find).orElse(shown);
  }

  private Optional<Instant> first(ProductName product) {
    if (!first.containsKey(product)) {
      List<Release> promoted = ledger.transact(tx -> tx.releases().promoted(product));
      if (!promoted.isEmpty()) {
        promoted.get(promoted.size() - 1).endedAt().ifPresent(at -> first.put(product, at));
      }
    }
    return Optional.ofNullable(first.get(product));
  }

  private Optional<TableDescription> describe(DatasetName dataset, long release) {
    Described known = described.get(dataset);
    if (known != null && known.release == release) {
      return known.table;
    }
    if (left == 0) {
      return Optional.empty();
    }
    left--;
    try {
      Optional<TableDescription> table = lake.describe(MAIN, dataset);
      described.put(dataset, new Described(release, table));
      return table;
    } catch (RuntimeException e) {
      LOG.warn("{} could not be described; it is tried again", dataset, e);
      return Optional.empty();
    }
  }

  private record Described(long release, Optional<TableDescription> table) {}
}
