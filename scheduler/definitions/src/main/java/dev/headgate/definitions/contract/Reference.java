package dev.headgate.definitions.contract;

import dev.headgate.definitions.source.RelativePath;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reference to a property, by names ({@code airports.iata}) or by ids ({@code
 * schema/airports/properties/iata}), in the same contract, after {@code #} or nothing, or in
 * another after {@code path#}.
 *
 * @param file the other contract among the definitions
 * @param byId whether object and path are ids
 * @param path the property, and within an object the way to it
 */
record Reference(Optional<String> file, boolean byId, String object, List<String> path) {
  private static final Pattern BY_NAME = Pattern.compile("[^./#]+(\\.[^./#]+)+");
  private static final Pattern BY_ID =
      Pattern.compile("/?schema/([A-Za-z0-9_-]+)((/properties/[A-Za-z0-9_-]+)+)");
  private static final String EXPECTED =
      "schema.property, or schema/<id>/properties/<id>; in another contract after <path>.yaml#";

  static Optional<Reference> parse(Located<String> written, String key, Problems problems) {
    String text = written.value().strip();
    int hash = text.indexOf('#');
    Optional<String> file = Optional.empty();
    if (hash > 0) {
      String path = text.substring(0, hash);
      if (path.contains(":") || RelativePath.isAbsolute(path)) {
        problems.add(
            written.at(),
            "'"
                + key
                + "': a contract that is not among the definitions cannot be referred to:"
                + " expected a path relative to this file, found "
                + Yaml.quoted(path));
        return Optional.empty();
      }
      file = RelativePath.resolve(written.at().file(), path);
      if (file.isEmpty()) {
        problems.add(
            written.at(),
            "'" + key + "': " + Yaml.quoted(path) + " leaves the folder of the definitions");
        return Optional.empty();
      }
    }
    String item = text.substring(hash + 1);
    Matcher byId = BY_ID.matcher(item);
    if (byId.matches()) {
      String[] ids = byId.group(2).substring("/properties/".length()).split("/properties/", -1);
      return Optional.of(new Reference(file, true, byId.group(1), List.of(ids)));
    }
    if (BY_NAME.matcher(item).matches()) {
      List<String> names = List.of(item.split("\\.", -1));
      return Optional.of(new Reference(file, false, names.get(0), names.subList(1, names.size())));
    }
    problems.add(
        written.at(),
        "'" + key + "': " + Yaml.quoted(text) + " is no reference: expected " + EXPECTED);
    return Optional.empty();
  }

  /** The schema object that is meant; a problem if the contract has none. */
  Optional<SchemaObject> objectIn(
      List<SchemaObject> objects, Located<String> written, String key, Problems problems) {
    Optional<SchemaObject> object =
        objects.stream()
            .filter(o -> byId ? o.id().filter(this.object::equals).isPresent() : isNamed(o))
            .findFirst();
    if (object.isEmpty()) {
      List<String> known =
          objects.stream().flatMap(o -> byId ? o.id().stream() : Stream.of(o.name())).toList();
      problems.add(
          written.at(),
          "'"
              + key
              + "': there is no schema object "
              + (byId ? "with the id " : "")
              + Yaml.quoted(this.object)
              + ", "
              + Suggestion.of(this.object, known));
    }
    return object;
  }

  private boolean isNamed(SchemaObject object) {
    return object.name().equals(this.object);
  }

  /** The column that is meant; a problem if the object has none. */
  Optional<Property> propertyIn(
      SchemaObject object, Located<String> written, String key, Problems problems) {
    List<Property> level = object.properties();
    Property found = null;
    for (String part : path) {
      found = level.stream().filter(p -> p.isCalled(part, byId)).findFirst().orElse(null);
      if (found == null || found.inList()) {
        List<String> known =
            level.stream()
                .filter(p -> !p.inList())
                .flatMap(p -> byId ? p.id().stream() : Stream.of(p.name()))
                .toList();
        problems.add(
            written.at(),
            "'"
                + key
                + "': schema object "
                + Yaml.quoted(object.name())
                + " has no property "
                + (byId ? "with the id " : "")
                + Yaml.quoted(part)
                + ", "
                + Suggestion.of(part, known));
        return Optional.empty();
      }
      level = found.fields();
    }
    return Optional.ofNullable(found);
  }
}
