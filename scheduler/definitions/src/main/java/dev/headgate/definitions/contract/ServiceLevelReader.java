package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.text.TimeText;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.ServiceLevel.Kind;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code slaProperties}: what is promised, and of which schema object. */
final class ServiceLevelReader {
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("latency", Kind.LATENCY),
          Map.entry("ly", Kind.LATENCY),
          Map.entry("freshness", Kind.LATENCY),
          Map.entry("frequency", Kind.FREQUENCY),
          Map.entry("fy", Kind.FREQUENCY),
          Map.entry("timeofavailability", Kind.TIME_OF_AVAILABILITY),
          Map.entry("retention", Kind.RETENTION),
          Map.entry("re", Kind.RETENTION),
          Map.entry("generalavailability", Kind.GENERAL_AVAILABILITY),
          Map.entry("ga", Kind.GENERAL_AVAILABILITY),
          Map.entry("endofsupport", Kind.END_OF_SUPPORT),
          Map.entry("es", Kind.END_OF_SUPPORT),
          Map.entry("endoflife", Kind.END_OF_LIFE),
          Map.entry("el", Kind.END_OF_LIFE));

  private final Problems problems;
  private final Problems lookups;
  private final List<SchemaObject> objects;

  /**
   * @param lookups where it is reported that an element is not there
   */
  ServiceLevelReader(Problems problems, Problems lookups, List<SchemaObject> objects) {
    this.problems = problems;
    this.lookups = lookups;
    this.objects = objects;
  }

  /** A service level with the schema object that it is of; without one it is of all. */
  record Found(Optional<SchemaObject> object, ServiceLevel level) {
    boolean isOf(SchemaObject other) {
      return object.isEmpty() || object.get().name().equals(other.name());
    }
  }

  List<Found> read(Checked document) {
    List<Found> found = new ArrayList<>();
    Optional<Located<String>> usual = document.located("slaDefaultElement");
    for (Checked entry : document.mappings("slaProperties")) {
      Optional<Located<String>> property = entry.located("property");
      Optional<Yaml> value = entry.value("value");
      if (property.isEmpty() || !(value.orElse(null) instanceof Yaml.Scalar scalar)) {
        continue;
      }
      Optional<Located<String>> element = entry.located("element").or(() -> usual);
      if (element.isEmpty()) {
        level(entry, property.get(), scalar, Optional.empty())
            .ifPresent(l -> found.add(new Found(Optional.empty(), l)));
        continue;
      }
      for (String one : element.get().value().split(",", -1)) {
        element(one.strip(), element.get())
            .ifPresent(
                e ->
                    level(entry, property.get(), scalar, e.column())
                        .ifPresent(l -> found.add(new Found(Optional.of(e.object()), l))));
      }
    }
    return found;
  }

  private record Element(SchemaObject object, Optional<String> column) {}

  /** {@code object}, {@code object.column}, or just the column where there is one object. */
  private Optional<Element> element(String text, Located<String> written) {
    int dot = text.indexOf('.');
    String first = dot < 0 ? text : text.substring(0, dot);
    Optional<SchemaObject> object =
        objects.stream()
            .filter(o -> o.name().equals(first) || o.table().filter(first::equals).isPresent())
            .findFirst();
    if (object.isPresent() && dot < 0) {
      return object.map(o -> new Element(o, Optional.empty()));
    }
    boolean single = object.isEmpty() && objects.size() == 1;
    Optional<SchemaObject> of = single ? Optional.of(objects.get(0)) : object;
    if (of.isEmpty()) {
      lookups.add(
          written.at(),
          "'element': there is no schema object "
              + Yaml.quoted(first)
              + ", "
              + Suggestion.of(first, objects.stream().map(SchemaObject::name).toList()));
      return Optional.empty();
    }
    String path = single ? text : text.substring(dot + 1);
    List<Property> columns =
        of.get().properties().stream().flatMap(Property::all).filter(p -> !p.inList()).toList();
    Optional<Property> column =
        columns.stream().filter(p -> p.path().equals(path) || p.name().equals(path)).findFirst();
    if (column.isEmpty()) {
      lookups.add(
          written.at(),
          "'element': schema object "
              + Yaml.quoted(of.get().name())
              + " has no property "
              + Yaml.quoted(path)
              + ", "
              + Suggestion.of(path, columns.stream().map(Property::name).toList()));
      return Optional.empty();
    }
    return Optional.of(new Element(of.get(), column.map(Property::path)));
  }

  private Optional<ServiceLevel> level(
      Checked entry, Located<String> property, Yaml.Scalar value, Optional<String> column) {
    Kind kind = KINDS.getOrDefault(property.value().toLowerCase(Locale.ROOT), Kind.OTHER);
    Optional<ServiceLevel.Length> amount = Optional.empty();
    Optional<LocalDate> date = Optional.empty();
    Optional<OffsetTime> time = Optional.empty();
    int before = problems.count();
    switch (kind) {
      case LATENCY, FREQUENCY, RETENTION ->
          amount = LengthText.read(value, entry.located("unit"), problems);
      case GENERAL_AVAILABILITY, END_OF_SUPPORT, END_OF_LIFE -> {
        date = TimeText.day(value.text());
        if (date.isEmpty()) {
          wrong(value, "a day or a point in time such as 2026-01-31");
        }
      }
      case TIME_OF_AVAILABILITY -> {
        time = TimeText.daily(value.text());
        if (time.isEmpty()) {
          wrong(value, "a time of day with its offset from UTC, such as 09:00-08:00");
        }
      }
      case OTHER -> {}
    }
    if (problems.count() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new ServiceLevel(
            kind,
            property.value(),
            value.text(),
            amount,
            date,
            time,
            column,
            entry.text("driver"),
            entry.text("description")));
  }

  private void wrong(Yaml value, String expected) {
    problems.add(value.at(), "'value': expected " + expected + ", found " + value.found());
  }
}
