package dev.headgate.engine.facts;

import dev.headgate.engine.decide.ProductFacts;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The definitions that hold, read once for each revision, and who reads what by them. Not for a
 * transaction that applies definitions: were it rolled back, others would read what never held.
 */
public final class InForce {
  private volatile View view = new View(0, Definitions.EMPTY);

  /** The definitions that hold in this transaction. */
  public View in(StoreTransaction tx) {
    long revision = tx.definitions().revision();
    View known = view;
    if (known.revision == revision) {
      return known;
    }
    View read = new View(revision, tx.definitions().current());
    view = read;
    return read;
  }

  /** One revision of the definitions. */
  public static final class View {
    private final long revision;
    private final Definitions definitions;
    private final Map<DatasetName, ProductName> producers = new HashMap<>();
    private final Map<DatasetName, List<ProductName>> consumers = new HashMap<>();

    View(long revision, Definitions definitions) {
      this.revision = revision;
      this.definitions = definitions;
      for (Product product : definitions.sortedProducts().values()) {
        product.datasets().forEach(d -> producers.put(d.name(), product.name()));
        for (DatasetName input : ProductFacts.outsideInputs(product)) {
          consumers.computeIfAbsent(input, n -> new ArrayList<>()).add(product.name());
        }
      }
    }

    /** Definitions that are not applied. */
    public static View of(long revision, Definitions definitions) {
      return new View(revision, definitions);
    }

    public long revision() {
      return revision;
    }

    public Definitions definitions() {
      return definitions;
    }

    public Optional<Product> find(ProductName name) {
      return Optional.ofNullable(definitions.products().get(name));
    }

    public Product product(ProductName name) {
      return find(name)
          .orElseThrow(
              () ->
                  new HeadgateException(
                      ErrorCode.NOT_FOUND,
                      "there is no product " + name + " in what was applied last"));
    }

    /** The product that makes a dataset; empty for a source dataset. */
    public Optional<ProductName> producer(DatasetName dataset) {
      return Optional.ofNullable(producers.get(dataset));
    }

    /** The products that read a dataset of another product or a source. */
    public List<ProductName> consumers(DatasetName dataset) {
      return consumers.getOrDefault(dataset, List.of());
    }

    /** What products read that no product makes. */
    public Set<DatasetName> sources() {
      Set<DatasetName> sources = new HashSet<>(consumers.keySet());
      sources.removeAll(producers.keySet());
      return sources;
    }

    /** Whether a release was started by what holds now. */
    public boolean holds(Release release) {
      return find(release.product())
          .filter(p -> p.digest().equals(release.definitionDigest()))
          .isPresent();
    }
  }
}
