package dev.headgate.jobs.runtime.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.iceberg.MetadataTableType;
import org.apache.spark.sql.connector.catalog.CatalogManager;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.TableCatalog;

/** Which names in SQL are datasets of the session's catalog, as Spark and Iceberg read them. */
final class Names {
  private static final Pattern SELECTOR =
      Pattern.compile("at_timestamp_\\d+|snapshot_id_\\d+|branch_.*|tag_.*");

  private final CatalogManager catalogs;
  private final Set<String> given;

  Names(CatalogManager catalogs, Set<String> given) {
    this.catalogs = catalogs;
    this.given = given;
  }

  /** How much of a dataset a name means. */
  private enum Part {
    WHOLE,
    STATE,
    METADATA
  }

  /** A dataset that a query reads. */
  static final class Dataset {
    private final List<String> levels;
    private final Part part;

    private Dataset(List<String> levels, Part part) {
      this.levels = List.copyOf(levels);
      this.part = part;
    }

    String name() {
      return String.join(".", levels);
    }

    Identifier identifier() {
      int last = levels.size() - 1;
      return Identifier.of(levels.subList(0, last).toArray(String[]::new), levels.get(last));
    }

    /** Whether it is read by its own name, not one of its states or its metadata. */
    boolean isWhole() {
      return part == Part.WHOLE;
    }

    /** Whether the columns that are read are the dataset's own. */
    boolean hasItsColumns() {
      return part != Part.METADATA;
    }
  }

  /** The dataset; empty for what is not in the session's catalog, such as a temporary view. */
  Optional<Dataset> dataset(List<String> parts) {
    List<String> levels = new ArrayList<>(parts);
    if (parts.size() > 1 && catalogs.isCatalogRegistered(parts.get(0))) {
      if (!parts.get(0).equals(catalogs.currentCatalog().name())) {
        return Optional.empty();
      }
      levels.remove(0);
    } else if (parts.size() == 1) {
      levels.addAll(0, Arrays.asList(catalogs.currentNamespace()));
    }
    return levels.size() < 2 ? Optional.empty() : Optional.of(inCatalog(levels));
  }

  private Dataset inCatalog(List<String> levels) {
    String last = levels.get(levels.size() - 1);
    boolean selector = SELECTOR.matcher(last).matches();
    boolean metadata = MetadataTableType.from(last) != null || last.equals("changes");
    Dataset parent =
        new Dataset(levels.subList(0, levels.size() - 1), metadata ? Part.METADATA : Part.STATE);
    return levels.size() > 2 && (selector || metadata) && exists(parent)
        ? parent
        : new Dataset(levels, Part.WHOLE);
  }

  private boolean exists(Dataset dataset) {
    return given.contains(dataset.name())
        || (catalogs.currentCatalog() instanceof TableCatalog tables
            && tables.tableExists(dataset.identifier()));
  }

  /** What stands before a table's name where a column is named in full. */
  List<String> qualifier(Identifier identifier) {
    List<String> levels = new ArrayList<>();
    levels.add(catalogs.currentCatalog().name());
    levels.addAll(Arrays.asList(identifier.namespace()));
    return levels;
  }
}
