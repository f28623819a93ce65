package dev.headgate.plugins.checks;

import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Change;
import dev.headgate.model.lake.TableDescription.ColumnBounds;
import dev.headgate.model.lake.TableDescription.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds what metadata tells of a table. */
final class Described {
  private final List<Field> fields = new ArrayList<>();
  private final Map<String, ColumnBounds> bounds = new LinkedHashMap<>();
  private OptionalLong rows = OptionalLong.empty();
  private Optional<Change> change = Optional.empty();

  /** A column of which only the type is known. */
  Described column(String name, String type, Field... parts) {
    fields.add(new Field(name, type, false, List.of(parts)));
    return this;
  }

  Described nulls(String column, long nulls) {
    return tells(column, OptionalLong.of(nulls), null, null);
  }

  Described bounds(String column, String lower, String upper) {
    return tells(column, OptionalLong.empty(), lower, upper);
  }

  private Described tells(String column, OptionalLong nulls, String lower, String upper) {
    bounds.put(
        column, new ColumnBounds(nulls, Optional.ofNullable(lower), Optional.ofNullable(upper)));
    return this;
  }

  Described rows(long number) {
    rows = OptionalLong.of(number);
    return this;
  }

  Described change(String predicate, long touchedRows, String... columns) {
    change = Optional.of(new Change(1, predicate, List.of(columns), touchedRows));
    return this;
  }

  TableDescription table() {
    return new TableDescription(
        fields,
        List.of(),
        OptionalLong.of(2),
        Optional.empty(),
        rows,
        bounds,
        OptionalLong.of(1),
        change);
  }
}
