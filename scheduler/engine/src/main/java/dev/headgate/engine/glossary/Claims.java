package dev.headgate.engine.glossary;

import dev.headgate.engine.Subject;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which columns claim which terms. A term's canonical column claims it without saying so. */
final class Claims {
  private final List<Claim> all = new ArrayList<>();

  Claims(Definitions definitions) {
    for (Product product : definitions.sortedProducts().values()) {
      for (Dataset dataset : product.datasets()) {
        dataset.contract().ifPresent(c -> read(definitions, dataset.name(), c, "", c.columns()));
      }
    }
  }

  /**
   * A column that claims a term.
   *
   * @param column its path
   */
  record Claim(
      DatasetName dataset, String column, Column promised, Contract contract, String term) {
    Subject subject() {
      return Subject.column(dataset, column);
    }
  }

  private void read(
      Definitions definitions,
      DatasetName dataset,
      Contract contract,
      String parent,
      List<Column> columns) {
    for (Column column : columns) {
      String path = parent + column.name();
      Set<String> terms = new TreeSet<>(column.terms());
      definitions.glossary().values().stream()
          .filter(term -> isCanonical(term, dataset, path))
          .forEach(term -> terms.add(term.name()));
      terms.forEach(term -> all.add(new Claim(dataset, path, column, contract, term)));
      read(definitions, dataset, contract, path + ".", column.fields());
    }
  }

  private static boolean isCanonical(Term term, DatasetName dataset, String column) {
    return term.canonical().filter(dataset::equals).isPresent()
        && term.column().filter(column::equalsIgnoreCase).isPresent();
  }

  List<Claim> all() {
    return all;
  }

  List<Claim> of(String term) {
    return all.stream().filter(c -> c.term().equals(term)).toList();
  }

  /** The terms of a column, in order. */
  Set<String> terms(DatasetName dataset, String column) {
    Set<String> terms = new TreeSet<>();
    all.stream()
        .filter(c -> c.dataset().equals(dataset) && c.column().equalsIgnoreCase(column))
        .forEach(c -> terms.add(c.term()));
    return terms;
  }
}
