package dev.headgate.engine.fake;

import dev.headgate.model.Digests;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.Promotion;
import dev.headgate.model.product.DatasetName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A branch: its base, what it changed, and every step of that. */
final class FakeBranch {
  final long base;
  final Set<DatasetName> scope;
  final Map<DatasetName, Optional<String>> changes = new TreeMap<>();
  final List<Map<DatasetName, Optional<String>>> log = new ArrayList<>();
  final Map<String, Grant> tokens = new HashMap<>();
  Optional<String> frozen = Optional.empty();
  Optional<Promotion> promoted = Optional.empty();
  boolean ended;

  FakeBranch(long base, Set<DatasetName> scope) {
    this.base = base;
    this.scope = Set.copyOf(scope);
    log.add(Map.of());
  }

  /** Who has a token, and for what. */
  record Grant(String holder, Set<DatasetName> writable) {}

  Set<DatasetName> writable(String token) {
    Grant grant = tokens.get(token);
    if (grant == null) {
      throw new HeadgateException(ErrorCode.NOT_ALLOWED, "the token has ended");
    }
    return grant.writable();
  }

  void put(DatasetName dataset, Optional<String> content) {
    if (!scope.contains(dataset)) {
      throw new HeadgateException(ErrorCode.NOT_ALLOWED, dataset + " is not in the scope");
    }
    changes.put(dataset, content);
    log.add(Map.copyOf(changes));
  }

  Optional<String> read(DatasetName dataset, Map<DatasetName, String> baseState) {
    return changes.containsKey(dataset)
        ? changes.get(dataset)
        : Optional.ofNullable(baseState.get(dataset));
  }

  void reset(int savepoint, Set<DatasetName> datasets) {
    Map<DatasetName, Optional<String>> then = log.get(savepoint - 1);
    for (DatasetName dataset : datasets) {
      changes.remove(dataset);
      if (then.containsKey(dataset)) {
        changes.put(dataset, then.get(dataset));
      }
    }
    log.add(Map.copyOf(changes));
  }

  String digest() {
    return Digests.ofAll(
        List.of(String.valueOf(base), changes.toString(), frozen.orElse("not frozen")));
  }
}
