package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.model.contract.Column;
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

  /** Whether a reference may call it so. */
  boolean isCalled(String written, boolean byId) {
    return byId ? id.filter(written::equals).isPresent() : name.equals(written);
  }
}
