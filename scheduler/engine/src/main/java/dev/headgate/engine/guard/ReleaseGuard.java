package dev.headgate.engine.guard;

import dev.headgate.engine.contract.Conformance;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.lake.CommitGuard;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.Store;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses on a release's branch what the contracts of its definition do not allow, whoever writes:
 * an SQL job, an application, or somebody from outside. A release keeps its definition, so that its
 * contracts are read once. Datasets without a contract take anything. No waiver helps: judging has
 * none for a schema either.
 */
public final class ReleaseGuard implements CommitGuard {
  private static final Pattern BRANCH = Pattern.compile("release-([0-9]{1,18})");
  private static final int REMEMBERED = 1000;

  private final Store store;
  private final Map<Long, Map<DatasetName, Contract>> known = new LeastRecent();

  public ReleaseGuard(Store store) {
    this.store = store;
  }

  @Override
  public Optional<String> objection(Proposal proposal) {
    return contract(proposal.branch(), proposal.dataset())
        .flatMap(
            contract ->
                Conformance.objection(
                    contract,
                    proposal.before(),
                    proposal.fields(),
                    proposal.partition(),
                    proposal.hasNewData()))
        .map(mismatches -> sentence(proposal, mismatches));
  }

  private static String sentence(Proposal proposal, String mismatches) {
    return proposal.dataset()
        + " cannot be written like this on "
        + proposal.branch()
        + ": "
        + mismatches
        + ". Write what the contract says; or change the contract ('headgate plan' says which"
        + " version that makes), apply it, and start another release";
  }

  private Optional<Contract> contract(String branch, DatasetName dataset) {
    Matcher matcher = BRANCH.matcher(branch);
    return matcher.matches()
        ? Optional.ofNullable(contracts(Long.parseLong(matcher.group(1))).get(dataset))
        : Optional.empty();
  }

  private Map<DatasetName, Contract> contracts(long release) {
    synchronized (known) {
      Map<DatasetName, Contract> found = known.get(release);
      if (found != null) {
        return found;
      }
    }
    Optional<Map<DatasetName, Contract>> read = read(release);
    synchronized (known) {
      read.ifPresent(contracts -> known.put(release, contracts));
    }
    return read.orElse(Map.of());
  }

  /** Empty for what is no release: nothing of it is ever promoted. */
  private Optional<Map<DatasetName, Contract>> read(long id) {
    return store.transact(
        tx -> {
          Optional<Release> release = tx.releases().find(id);
          return release
              .flatMap(r -> tx.definitions().product(r.definitionDigest()))
              .map(ReleaseGuard::contracts);
        });
  }

  private static Map<DatasetName, Contract> contracts(Product product) {
    Map<DatasetName, Contract> contracts = new HashMap<>();
    for (Dataset dataset : product.datasets()) {
      dataset.contract().ifPresent(contract -> contracts.put(dataset.name(), contract));
    }
    return Map.copyOf(contracts);
  }

  /** Forgets what was not asked for longest. */
  private static final class LeastRecent extends LinkedHashMap<Long, Map<DatasetName, Contract>> {
    private static final long serialVersionUID = 1L;

    LeastRecent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Map<DatasetName, Contract>> eldest) {
      return size() > REMEMBERED;
    }
  }
}
