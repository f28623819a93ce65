package dev.headgate.engine.contract;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.contract.Version;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a change of a dataset's contract means for one dataset that reads it.
 *
 * @param consumer the product that reads it, never the one that makes it
 * @param dataset of the consumer
 * @param accepts the majors that its pipeline says it can read
 * @param accepted whether nothing has to wait for it: the change is none that it must agree to, its
 *     pipeline accepts the new major, or it said yes to it
 * @param hits the changes that may hurt it: those that hurt readers, of columns that it uses or of
 *     the dataset as a whole
 * @param columns those of the hits' columns that it uses; the hits' own where that is not known
 * @param sentence for people
 */
public record Impact(
    ProductName consumer,
    DatasetName dataset,
    Optional<Majors> accepts,
    boolean accepted,
    List<ContractChange> hits,
    List<String> columns,
    String sentence) {
  public Impact {
    hits = List.copyOf(hits);
    columns = List.copyOf(columns);
  }

  /**
   * Who reads a dataset whose contract changed, in the order of products and their datasets.
   *
   * @param used the columns of it that a consumer's dataset uses; none for a dataset of which that
   *     is not known: it is taken to use all
   * @param consent who accepted the new major
   */
  public static List<Impact> of(
      Definitions definitions,
      DatasetName changed,
      ContractDiff diff,
      Map<DatasetName, Set<String>> used,
      Consent consent) {
    List<Impact> impacts = new ArrayList<>();
    for (Consumer reader : Consumer.all(definitions, changed)) {
      Hits hits = Hits.of(diff, Optional.ofNullable(used.get(reader.dataset().name())));
      boolean accepted =
          !mustBeAccepted(diff)
              || consent.given().contains(reader.product().name())
              || acceptsNewMajor(reader.accepts(), diff);
      String sentence =
          reader.reads(changed)
              + (accepted ? "" : missing(diff, consent, reader.product().name()))
              + ": "
              + hits.sentence();
      impacts.add(reader.impact(accepted, hits, sentence));
    }
    return List.copyOf(impacts);
  }

  /** Who reads a dataset that has no contract any more, or that no product makes any more. */
  public static List<Impact> ofRemoval(
      Definitions definitions, DatasetName changed, Contract removed, Set<ProductName> saidYes) {
    List<Impact> impacts = new ArrayList<>();
    boolean made =
        definitions.products().values().stream().anyMatch(p -> p.dataset(changed).isPresent());
    for (Consumer reader : Consumer.all(definitions, changed)) {
      boolean accepted = saidYes.contains(reader.product().name());
      String sentence =
          reader.reads(changed)
              + (made
                  ? ", which has no contract any more: "
                  : ", which no product makes any more: ")
              + removed.label()
              + " is gone";
      impacts.add(reader.impact(accepted, Hits.NONE, sentence));
    }
    return List.copyOf(impacts);
  }

  private static String missing(ContractDiff diff, Consent consent, ProductName reader) {
    return " and has not accepted major "
        + newVersion(diff).major()
        + (consent.outdated().contains(reader)
            ? " as it is now (it accepted it before it was changed)"
            : "");
  }

  private static boolean mustBeAccepted(ContractDiff diff) {
    return diff.level().equals(Optional.of(Level.MAJOR)) || isOtherMajor(diff);
  }

  private static boolean isOtherMajor(ContractDiff diff) {
    return diff.before().version().major() != diff.after().version().major();
  }

  private static boolean acceptsNewMajor(Optional<Majors> accepts, ContractDiff diff) {
    return isOtherMajor(diff)
        && accepts.filter(m -> m.contains(diff.after().version())).isPresent();
  }

  /** That of the later contract, or where that is too low, the one that it needs. */
  private static Version newVersion(ContractDiff diff) {
    Version version = diff.after().version();
    return version.compareTo(diff.demanded()) < 0 ? diff.demanded() : version;
  }

  /** One dataset that reads the changed one. */
  private record Consumer(Product product, Dataset dataset, Optional<Majors> accepts) {
    static List<Consumer> all(Definitions definitions, DatasetName changed) {
      List<Consumer> consumers = new ArrayList<>();
      for (Product product : definitions.sortedProducts().values()) {
        if (product.dataset(changed).isEmpty()) {
          product.datasets().stream()
              .filter(dataset -> dataset.inputs().contains(changed))
              .map(d -> new Consumer(product, d, Optional.ofNullable(d.accepts().get(changed))))
              .forEach(consumers::add);
        }
      }
      return consumers;
    }

    String reads(DatasetName changed) {
      return product.name() + " reads " + changed + " for " + dataset.name();
    }

    Impact impact(boolean accepted, Hits hits, String sentence) {
      return new Impact(
          product.name(),
          dataset.name(),
          accepts,
          accepted,
          hits.changes(),
          hits.columns(),
          sentence);
    }
  }
}
