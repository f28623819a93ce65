package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.model.contract.Column;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A property of a schema object that is a column of the table, or a field of one.
 *
 * @param name in the contract
 * @param id that references use
 * @param path of the column in the table, with dots
 * @param parent the path of the object that it is a field of
 * @param inList whether it is inside a list or map, where no rule reaches
 */
record Property(
    Checked yaml,
    String name,
    Optional<String> id,
    String path,
    Optional<String> parent,
    boolean inList,
    Column column,
    List<Property> fields) {

  /** With all below it, parents first. */
  Stream<Property> all() {
    return Stream.concat(Stream.of(this), fields.stream().flatMap(Property::all));
  }

  /** Adds where it is, and where the terms that it claims are. */
  void places(DatasetName dataset, Places.Builder into) {
    At at = yaml.located("name").map(Located::at).orElse(yaml.at());
    into.add(Kind.COLUMN, dataset, path, at.toPlace());
    for (Checked link : yaml.mappings("authoritativeDefinitions")) {
      link.located("url")
          .filter(url -> url.value().startsWith(ColumnReader.GLOSSARY))
          .ifPresent(
              url -> {
                String term = url.value().substring(ColumnReader.GLOSSARY.length());
                into.add(Kind.TERM, dataset, path + "@" + term, url.at().toPlace());
              });
    }
  }

  /** Whether a reference may call it so. */
  boolean isCalled(String written, boolean byId) {
    return byId ? id.filter(written::equals).isPresent() : name.equals(written);
  }
}
