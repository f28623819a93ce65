package dev.headgate.engine.policy;

import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Facts of a contract. Fields of columns count as columns, called {@code column.field}. */
final class ContractFacts {
  private ContractFacts() {}

  static Map<String, Object> of(Contract contract) {
    List<Map<String, Object>> columns = new ArrayList<>();
    contract.columns().forEach(c -> columns(c, c.name(), columns));
    return new Facts()
        .with("id", contract.id())
        .with("version", contract.version().toString())
        .with("major", contract.version().major())
        .with("status", contract.status().name().toLowerCase(Locale.ROOT))
        .withAny("description", contract.description())
        .with("owners", contract.owners())
        .with("columns", columns)
        .with("serviceLevels", contract.serviceLevels().stream().map(ContractFacts::of).toList())
        .withAny("sunset", sunset(contract))
        .withTexts("properties", contract.customProperties())
        .done();
  }

  private static void columns(Column column, String name, List<Map<String, Object>> into) {
    into.add(
        new Facts()
            .with("name", name)
            .withAny("type", type(column))
            .with("required", column.required())
            .withAny("classification", column.classification())
            .withAny("description", column.description())
            .with("deprecated", column.deprecated())
            .with("terms", column.terms())
            .done());
    column.fields().forEach(f -> columns(f, name + "." + f.name(), into));
  }

  private static Optional<String> type(Column column) {
    return column.physicalType().or(() -> column.logicalType().map(Object::toString));
  }

  /** By its kind's name, since ODCS has several words for some; others as they are written. */
  private static Map<String, Object> of(ServiceLevel level) {
    String property =
        switch (level.kind()) {
          case LATENCY -> "latency";
          case FREQUENCY -> "frequency";
          case TIME_OF_AVAILABILITY -> "timeOfAvailability";
          case RETENTION -> "retention";
          case GENERAL_AVAILABILITY -> "generalAvailability";
          case END_OF_SUPPORT -> "endOfSupport";
          case END_OF_LIFE -> "endOfLife";
          case OTHER -> level.property();
        };
    return Map.of("property", property, "value", level.value());
  }

  private static Optional<Instant> sunset(Contract contract) {
    return contract
        .serviceLevel(ServiceLevel.Kind.END_OF_LIFE)
        .flatMap(ServiceLevel::date)
        .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
