package dev.headgate.definitions.contract;

import dev.headgate.definitions.yaml.At;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Version;
import java.util.List;
import java.util.Optional;

/**
 * A contract's document as it was read, before it is known which datasets it is for.
 *
 * @param versionAt where its version is
 * @param purpose from its description
 * @param complete whether there was no mistake in it
 */
public record ContractDraft(
    String file,
    String id,
    Version version,
    At versionAt,
    Contract.Status status,
    Optional<String> purpose,
    List<String> owners,
    List<SchemaObject> objects,
    boolean complete) {

  /** How rules call who wrote them; the same as {@link Contract#label}. */
  String label() {
    return file + " " + version;
  }
}
