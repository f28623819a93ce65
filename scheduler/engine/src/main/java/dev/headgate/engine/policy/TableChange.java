package dev.headgate.engine.policy;

import dev.headgate.model.contract.Version;
import dev.headgate.model.product.DatasetName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a release changes of one dataset since the last release, by metadata.
 *
 * @param kind "created", "changed" or "dropped"
 * @param rowsBefore and rows: where metadata tells them
 * @param versionBefore and version: of its contract
 * @param change what the contract's change is: {@code none}, {@code patch}, {@code minor} or {@code
 *     major}; empty where there is nothing to compare
 * @param sideBySide whether the major before stays as a dataset of its own, deprecated and with a
 *     sunset
 * @param unaccepted products that read it and have still to accept its new major
 */
public record TableChange(
    DatasetName dataset,
    String kind,
    OptionalLong rowsBefore,
    OptionalLong rows,
    List<String> columnsAdded,
    List<String> columnsRemoved,
    List<String> columnsRetyped,
    Optional<Version> versionBefore,
    Optional<Version> version,
    Optional<String> change,
    boolean sideBySide,
    List<String> unaccepted) {
  public TableChange {
    columnsAdded = List.copyOf(columnsAdded);
    columnsRemoved = List.copyOf(columnsRemoved);
    columnsRetyped = List.copyOf(columnsRetyped);
    unaccepted = List.copyOf(unaccepted);
  }
}
