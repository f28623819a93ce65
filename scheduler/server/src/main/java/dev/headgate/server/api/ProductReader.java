package dev.headgate.server.api;

import dev.headgate.engine.Engine;
import dev.headgate.engine.ProductState;
import dev.headgate.engine.grade.Graded;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.BreachStore.Breach;
import dev.headgate.model.store.ProductStore;
import dev.headgate.model.store.Store;
import dev.headgate.server.lake.LakeBrowser;
import dev.headgate.server.lake.LakeBrowser.LakeTable;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together what is known of products. */
final class ProductReader {
  private static final int TRIES = 5;

  private final Engine engine;
  private final Store store;
  private final LakeBrowser lake;

  @Inject
  ProductReader(Engine engine, Store store, LakeBrowser lake) {
    this.engine = engine;
    this.store = store;
    this.lake = lake;
  }

  /** Read again when a promotion came between, so that the figures are of one lake version. */
  StatusView status() {
    long before = lake.lakeVersion();
    StatusView status = statusOf(before);
    for (int i = 1; i < TRIES && lake.lakeVersion() != before; i++) {
      before = lake.lakeVersion();
      status = statusOf(before);
    }
    return status;
  }

  private StatusView statusOf(long lakeVersion) {
    Map<DatasetName, LakeTable> tables =
        lake.tables("main").stream()
            .collect(Collectors.toMap(LakeTable::name, Function.identity()));
    List<Breach> breaches = breaches();
    Definitions definitions = definitions();
    return new StatusView(
        lakeVersion,
        definitions.sortedProducts().values().stream()
            .map(p -> status(p, definitions, tables, breaches))
            .toList());
  }

  private StatusView.ProductStatus status(
      Product product,
      Definitions definitions,
      Map<DatasetName, LakeTable> tables,
      List<Breach> breaches) {
    Optional<Long> current =
        store.transact(transaction -> transaction.releases().promoted(product.name())).stream()
            .findFirst()
            .map(release -> release.id());
    Graded graded = engine.grade(product.name());
    return new StatusView.ProductStatus(
        product.name().toString(),
        engine.state(product.name()),
        current,
        product.datasets().stream().map(Dataset::name).map(d -> status(d, tables)).toList(),
        BreachView.of(product, breaches),
        EndingView.of(definitions, product, Instant.now()),
        graded.grade().letter().name(),
        graded.waivers().stream().map(w -> WaiverView.of(w, Instant.now())).toList());
  }

  private static StatusView.DatasetStatus status(
      DatasetName name, Map<DatasetName, LakeTable> tables) {
    Optional<LakeTable> table = Optional.ofNullable(tables.get(name));
    return new StatusView.DatasetStatus(
        name.toString(),
        table.map(LakeTable::snapshotId).orElseGet(OptionalLong::empty),
        table.map(LakeTable::rows).orElseGet(OptionalLong::empty));
  }

  List<ProductView> products() {
    Definitions definitions = definitions();
    List<Breach> breaches = breaches();
    return definitions.sortedProducts().values().stream()
        .map(product -> view(product, definitions, breaches))
        .toList();
  }

  ProductView product(ProductName name) {
    Definitions definitions = definitions();
    return view(find(definitions, name), definitions, breaches());
  }

  private ProductView view(Product product, Definitions definitions, List<Breach> breaches) {
    return ProductView.of(
        product,
        definitions,
        engine.state(product.name()),
        breaches,
        engine.grade(product.name()),
        Instant.now());
  }

  private List<Breach> breaches() {
    return store.transact(transaction -> transaction.breaches().open());
  }

  private static Product find(Definitions definitions, ProductName name) {
    return Optional.ofNullable(definitions.products().get(name))
        .orElseThrow(
            () -> new HeadgateException(ErrorCode.NOT_FOUND, "there is no product " + name));
  }

  WhyView why(ProductName product) {
    find(definitions(), product);
    ProductStore.Decided decided = engine.why(product);
    Optional<ProductStore.Pause> pause =
        store.transact(transaction -> transaction.products().pause(product));
    return new WhyView(
        product.toString(),
        engine.state(product),
        DecisionView.of(decided.decision()),
        decided.at(),
        pause.map(p -> new PauseView(p.reason(), p.actor(), p.since())));
  }

  private Definitions definitions() {
    return store.transact(transaction -> transaction.definitions().current());
  }

  /** The last decision about a product, in full. */
  record WhyView(
      String product,
      ProductState state,
      DecisionView decision,
      Instant decidedAt,
      Optional<PauseView> paused) {}

  /** Why it does not start by itself. */
  record PauseView(String reason, String actor, Instant since) {}
}
