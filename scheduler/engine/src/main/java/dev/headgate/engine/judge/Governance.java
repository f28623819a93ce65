package dev.headgate.engine.judge;

import dev.headgate.engine.Plugins;
import dev.headgate.engine.contract.ContractDiff;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.facts.PromotedContracts;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.policy.Conditions;
import dev.headgate.engine.policy.Judging;
import dev.headgate.engine.policy.Policies;
import dev.headgate.engine.policy.TableChange;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.Version;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Release;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks the policies, with what a release changes by metadata. */
final class Governance {
  private static final String MAIN = "main";

  private final Lake lake;
  private final Ledger ledger;
  private final Policies policies;

  Governance(Lake lake, Ledger ledger, Plugins plugins) {
    this.lake = lake;
    this.ledger = ledger;
    this.policies = new Policies(new Conditions(plugins::policyLanguage));
  }

  void ask(Subject subject, Findings.Collected into) {
    if (subject.definitions().policies().isEmpty()) {
      return;
    }
    Policies.Result result =
        policies.evaluate(
            subject.definitions(),
            subject.product(),
            subject.datasets(),
            subject.release().map(release -> judging(subject, release, into)),
            ledger.now());
    into.addAll(result.findings());
    result.errors().forEach(into::error);
  }

  private Judging judging(Subject subject, Release release, Findings.Collected soFar) {
    Optional<Release> current =
        ledger.transact(tx -> tx.releases().current(subject.product().name()));
    List<TableChange> changes = new ArrayList<>();
    if (!release.state().isFinal()) {
      for (BranchChange change : lake.changes(subject.view())) {
        changes.add(change(subject, change));
      }
    }
    return new Judging(release, current.isEmpty(), soFar.soFar(), changes);
  }

  private TableChange change(Subject subject, BranchChange change) {
    DatasetName dataset = change.dataset();
    Optional<TableDescription> before = lake.describe(MAIN, dataset);
    Optional<TableDescription> after = lake.describe(subject.view(), dataset);
    List<Field> was = columns(MAIN, dataset, before);
    List<Field> is = columns(subject.view(), dataset, after);
    InForce.View definitions = InForce.View.of(0, subject.definitions());
    Optional<Contract> promised =
        ledger.transact(tx -> PromotedContracts.current(tx, definitions, dataset));
    Optional<Contract> promises = subject.product().dataset(dataset).flatMap(Dataset::contract);
    return new TableChange(
        dataset,
        change.kind().name().toLowerCase(Locale.ROOT),
        before.map(TableDescription::rows).orElse(OptionalLong.empty()),
        after.map(TableDescription::rows).orElse(OptionalLong.empty()),
        missing(is, was),
        missing(was, is),
        retyped(was, is),
        promised.map(Contract::version),
        promises.map(Contract::version),
        promised.flatMap(p -> promises.map(q -> level(p, q))),
        isSideBySide(subject, dataset, promised.map(Contract::version)),
        unaccepted(subject, definitions, dataset));
  }

  private List<String> unaccepted(Subject subject, InForce.View definitions, DatasetName dataset) {
    return subject
        .product()
        .dataset(dataset)
        .map(d -> ledger.transact(tx -> Unaccepted.consumers(tx, definitions, d)))
        .orElse(List.of());
  }

  private List<Field> columns(
      String view, DatasetName dataset, Optional<TableDescription> described) {
    return described
        .map(TableDescription::fields)
        .or(() -> lake.columnsOfView(view, dataset))
        .orElse(List.of());
  }

  private static String level(Contract before, Contract after) {
    return ContractDiff.of(before, after).level().map(Object::toString).orElse("none");
  }

  private static List<String> missing(List<Field> fields, List<Field> in) {
    List<String> names = in.stream().map(Field::name).toList();
    return fields.stream().map(Field::name).filter(name -> !names.contains(name)).toList();
  }

  private static List<String> retyped(List<Field> before, List<Field> after) {
    return after.stream()
        .filter(
            is ->
                before.stream()
                    .anyMatch(was -> was.name().equals(is.name()) && !was.type().equals(is.type())))
        .map(Field::name)
        .toList();
  }

  /**
   * Whether the product also keeps the major before, by the name that says it: orders, orders_v2;
   * deprecated, and with a sunset.
   */
  /** The old major stays for its readers until a day to come. */
  private boolean isSideBySide(Subject subject, DatasetName dataset, Optional<Version> before) {
    String base = dataset.table().replaceFirst("_v\\d+$", "");
    return before.isPresent()
        && subject.product().datasets().stream()
            .filter(other -> !other.name().equals(dataset))
            .filter(other -> other.name().table().replaceFirst("_v\\d+$", "").equals(base))
            .flatMap(other -> other.contract().stream())
            .anyMatch(
                contract ->
                    contract.version().major() == before.get().major()
                        && contract.status() == Contract.Status.DEPRECATED
                        && endsLater(contract));
  }

  private boolean endsLater(Contract contract) {
    LocalDate today = ledger.now().atOffset(ZoneOffset.UTC).toLocalDate();
    return contract
        .serviceLevel(ServiceLevel.Kind.END_OF_LIFE)
        .flatMap(ServiceLevel::date)
        .filter(date -> date.isAfter(today))
        .isPresent();
  }
}
