package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code relationships} of a schema object and of its properties. */
final class RelationshipReader {
  private final Problems problems;
  private final Problems lookups;

  /**
   * @param lookups where it is reported that a property is not there
   */
  RelationshipReader(Problems problems, Problems lookups) {
    this.problems = problems;
    this.lookups = lookups;
  }

  /** Those of one schema object; what they point to is looked up when all contracts are there. */
  List<Relationship> read(Checked object, SchemaObject own, List<SchemaObject> objects) {
    List<Relationship> read = new ArrayList<>();
    for (Checked relationship : object.mappings("relationships")) {
      ofObject(relationship, own, objects).ifPresent(read::add);
    }
    own.properties().stream()
        .flatMap(Property::all)
        .filter(p -> !p.inList())
        .forEach(
            p ->
                p.yaml()
                    .mappings("relationships")
                    .forEach(r -> ofProperty(r, p).ifPresent(read::add)));
    return read;
  }

  private Optional<Relationship> ofProperty(Checked relationship, Property property) {
    Optional<Yaml> to = relationship.value("to");
    if (to.isPresent() && to.get() instanceof Yaml.Sequence) {
      problems.add(
          to.get().at(),
          "'to': expected one property, as there is one column; for a key of several put the"
              + " relationship into the schema object");
      return Optional.empty();
    }
    return relationship
        .located("to")
        .map(t -> new Relationship(relationship.at(), List.of(property.path()), List.of(t)));
  }

  private Optional<Relationship> ofObject(
      Checked relationship, SchemaObject own, List<SchemaObject> objects) {
    Optional<Yaml> from = relationship.value("from");
    Optional<Yaml> to = relationship.value("to");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.get() instanceof Yaml.Sequence != to.get() instanceof Yaml.Sequence) {
      problems.add(to.get().at(), "'to': expected the same as in 'from': two texts, or two lists");
      return Optional.empty();
    }
    List<Located<String>> froms = texts(from.get());
    List<Located<String>> tos = texts(to.get());
    if (froms.size() != tos.size()) {
      problems.add(
          to.get().at(),
          "'to': expected as many properties as in 'from', "
              + froms.size()
              + ", found "
              + tos.size());
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    for (Located<String> written : froms) {
      column(written, own, objects).ifPresent(columns::add);
    }
    return columns.size() < froms.size()
        ? Optional.empty()
        : Optional.of(new Relationship(relationship.at(), columns, tos));
  }

  private Optional<String> column(
      Located<String> written, SchemaObject own, List<SchemaObject> objects) {
    Optional<Reference> reference = Reference.parse(written, "from", problems);
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    Optional<SchemaObject> object = reference.get().objectIn(objects, written, "from", lookups);
    if (object.isPresent()
        && (reference.get().file().isPresent() || !object.get().name().equals(own.name()))) {
      problems.add(
          written.at(),
          "'from': expected a property of this schema object, "
              + own.name()
              + ", found one of "
              + Yaml.quoted(object.get().name()));
      return Optional.empty();
    }
    return object
        .flatMap(o -> reference.get().propertyIn(own, written, "from", lookups))
        .map(Property::path);
  }

  private static List<Located<String>> texts(Yaml value) {
    List<Yaml> items = value instanceof Yaml.Sequence list ? list.items() : List.of(value);
    return items.stream()
        .filter(i -> i instanceof Yaml.Scalar)
        .map(i -> new Located<>(((Yaml.Scalar) i).text(), i.at()))
        .toList();
  }
}
