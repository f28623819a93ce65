package dev.headgate.engine.facts;

import dev.headgate.engine.decide.Input;
import dev.headgate.engine.decide.ProductFacts;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.lake.DatasetState;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.ProductStore.Request;
import dev.headgate.model.store.StoreTransaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers the facts about one product. */
public final class FactsReader {
  private static final int RECENT = 20;

  private final Lake lake;
  private final Contents contents = new Contents();

  public FactsReader(Lake lake) {
    this.lake = lake;
  }

  /** The states of datasets at the newest instant; not for use inside a transaction. */
  public Map<DatasetName, String> statesNow(Collection<DatasetName> datasets) {
    return datasets.isEmpty() ? Map.of() : statesAt(lake.head(), datasets);
  }

  /** The states of datasets at an instant; not for use inside a transaction. */
  public Map<DatasetName, String> statesAt(long instant, Collection<DatasetName> datasets) {
    Map<DatasetName, String> states = new TreeMap<>();
    Map<DatasetName, DatasetState> found =
        datasets.isEmpty() ? Map.of() : lake.states(instant, datasets);
    found.forEach((name, state) -> states.put(name, state.state()));
    return states;
  }

  /** The fingerprints of what {@code main} shows of a product. */
  public Map<DatasetName, String> content(StoreTransaction tx, ProductName product) {
    return contents.of(tx, product);
  }

  /**
   * The facts about a product.
   *
   * @param definitions says who makes its inputs
   * @param states of its inputs, from {@link #statesNow}
   * @param pending the requests to consider
   */
  public ProductFacts read(
      StoreTransaction tx,
      Product product,
      InForce.View definitions,
      Map<DatasetName, String> states,
      List<Request> pending) {
    Optional<Release> current = tx.releases().current(product.name());
    List<Release> live = tx.releases().live(product.name());
    return new ProductFacts(
        product,
        tx.products().pause(product.name()),
        pending,
        live,
        ProductFacts.newest(live)
            .filter(r -> r.state().isWaiting())
            .flatMap(r -> tx.releases().verdict(r.id()))
            .map(Verdict::at),
        tx.releases().list(Optional.of(product.name()), RECENT).stream()
            .filter(r -> r.kind() != ReleaseKind.ROLLBACK)
            .findFirst(),
        current,
        current.flatMap(r -> tx.definitions().product(r.definitionDigest())),
        contents.of(tx, product.name()),
        inputs(tx, product, definitions, states));
  }

  private static Map<DatasetName, Input> inputs(
      StoreTransaction tx,
      Product product,
      InForce.View definitions,
      Map<DatasetName, String> states) {
    Map<DatasetName, Input> inputs = new HashMap<>();
    for (DatasetName name : ProductFacts.outsideInputs(product)) {
      Optional<Release> promoted =
          definitions.producer(name).flatMap(producer -> tx.releases().current(producer));
      inputs.put(
          name,
          new Input(
              Optional.ofNullable(states.get(name)),
              promoted.map(r -> new Input.Made(r.product(), r.id(), r.lakeVersion().orElse(0L))),
              PromotedContracts.current(tx, definitions, name).map(Contract::version)));
    }
    return inputs;
  }
}
