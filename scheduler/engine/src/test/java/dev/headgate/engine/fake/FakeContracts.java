package dev.headgate.engine.fake;

import dev.headgate.model.Digests;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Compatibility;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.LogicalType;
import dev.headgate.model.contract.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes contracts down. */
public final class FakeContracts {
  private FakeContracts() {}

  /** Of a dataset, with columns that are all longs. */
  public static Contract of(String dataset, String version, String... columns) {
    return new Contract(
        dataset,
        dataset,
        dataset + ".odcs.yaml",
        Version.parse(version),
        Contract.Status.ACTIVE,
        Optional.of("as it says"),
        Arrays.stream(columns).map(FakeContracts::column).toList(),
        List.of(),
        List.of(),
        List.of(),
        Compatibility.FULL_TRANSITIVE,
        List.of(),
        List.of(),
        Map.of(),
        Digests.ofAll(List.of(dataset, version, Arrays.toString(columns))));
  }

  /** The same, with groups of whom one must approve. */
  public static Contract approvedBy(Contract contract, String... groups) {
    return new Contract(
        contract.id(),
        contract.object(),
        contract.file(),
        contract.version(),
        contract.status(),
        contract.description(),
        contract.columns(),
        contract.rules(),
        contract.documentation(),
        contract.serviceLevels(),
        contract.compatibility(),
        contract.owners(),
        List.of(groups),
        contract.customProperties(),
        Digests.ofAll(List.of(contract.digest(), Arrays.toString(groups))));
  }

  /** The same with other columns. */
  public static Contract with(Contract contract, List<Column> columns) {
    return new Contract(
        contract.id(),
        contract.object(),
        contract.file(),
        contract.version(),
        contract.status(),
        contract.description(),
        columns,
        contract.rules(),
        contract.documentation(),
        contract.serviceLevels(),
        contract.compatibility(),
        contract.owners(),
        contract.promotionApprovers(),
        contract.customProperties(),
        Digests.ofAll(List.of(contract.digest(), columns.toString())));
  }

  /** One that says no more than its name, its classification (empty: none) and its fields. */
  public static Column column(String name, String classification, Column... fields) {
    return new Column(
        name,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(classification).filter(c -> !c.isEmpty()),
        false,
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(fields));
  }

  private static Column column(String name) {
    return new Column(
        name,
        Optional.of(LogicalType.INTEGER),
        Optional.of("BIGINT"),
        false,
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
