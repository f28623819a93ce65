package dev.headgate.engine.decide;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.ProductStore.Pause;
import dev.headgate.model.store.ProductStore.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a decision about a product rests on.
 *
 * @param pending requests and firings that no release has taken up, oldest first
 * @param live its releases that have not ended, oldest first
 * @param judgedAt when the newest of these was judged, if it waits for people
 * @param latest its newest release that is not a rollback, however it ended
 * @param current its newest promotion
 * @param currentAs the product as it was defined for {@code current}
 * @param content for each dataset, the fingerprint that what {@code main} shows was built with
 * @param inputs what it reads from outside, as of now
 */
public record ProductFacts(
    Product product,
    Optional<Pause> pause,
    List<Request> pending,
    List<Release> live,
    Optional<Instant> judgedAt,
    Optional<Release> latest,
    Optional<Release> current,
    Optional<Product> currentAs,
    Map<DatasetName, String> content,
    Map<DatasetName, Input> inputs) {
  public ProductFacts {
    pending = List.copyOf(pending);
    live = List.copyOf(live);
    content = Map.copyOf(content);
    inputs = Map.copyOf(inputs);
  }

  /** The newest release that has not ended. */
  public Optional<Release> newestLive() {
    return newest(live);
  }

  /** The newest of releases that are given oldest first. */
  public static Optional<Release> newest(List<Release> live) {
    return live.isEmpty() ? Optional.empty() : Optional.of(live.get(live.size() - 1));
  }

  /** The names of what a product reads and does not make itself, in order. */
  public static Set<DatasetName> outsideInputs(Product product) {
    Set<DatasetName> names = new TreeSet<>();
    for (Dataset dataset : product.datasets()) {
      names.addAll(dataset.inputs());
    }
    for (Dataset dataset : product.datasets()) {
      names.remove(dataset.name());
    }
    return names;
  }

  /** The states of those inputs that exist. */
  public Map<DatasetName, String> inputStates() {
    Map<DatasetName, String> states = new TreeMap<>();
    inputs.forEach((name, input) -> input.state().ifPresent(state -> states.put(name, state)));
    return states;
  }

  /** Whether the newest release failed, and nothing that it was made from has changed since. */
  public boolean failedAsItStands() {
    return latest
        .filter(r -> r.state() == ReleaseState.FAILED)
        .filter(r -> Fingerprint.parse(r.fingerprint()).sameStateAs(asOfNow(r)))
        .isPresent();
  }

  private Fingerprint asOfNow(Release release) {
    return Recipe.release(
        product,
        inputStates(),
        current.map(Release::id),
        release.parameters(),
        Fingerprint.NO_OCCASION);
  }

  /** The inputs that are not what the current promotion was built from, in order. */
  Set<DatasetName> changedInputs() {
    Map<DatasetName, String> consumed = current.map(Release::inputs).orElse(Map.of());
    Set<DatasetName> changed = new TreeSet<>();
    inputs.forEach(
        (name, input) -> {
          if (!input.state().equals(Optional.ofNullable(consumed.get(name)))) {
            changed.add(name);
          }
        });
    return changed;
  }
}
