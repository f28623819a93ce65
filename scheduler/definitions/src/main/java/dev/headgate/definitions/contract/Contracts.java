package dev.headgate.definitions.contract;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.check.CheckNames;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Compatibility;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All contracts, which datasets they are for, and what their relationships point to. First all are
 * added, then all datasets claim theirs, then it is known what each means.
 */
public final class Contracts {
  private final Problems problems;
  private final Map<String, Optional<ContractDraft>> byFile = new TreeMap<>();
  private final Map<DatasetName, Claim> claims = new TreeMap<>();
  private final Map<DatasetName, List<At>> rulePlaces = new TreeMap<>();

  public Contracts(Problems problems) {
    this.problems = problems;
  }

  private record Claim(ContractDraft contract, SchemaObject object) {}

  /** Adds a file; one that could not be read as an empty draft. */
  public void add(String file, Optional<ContractDraft> draft) {
    byFile.put(file, draft);
  }

  /**
   * Says which file has a dataset's contract, where the pipeline says so.
   *
   * @param file among the definitions
   */
  public void claim(DatasetName dataset, Located<String> file) {
    Optional<ContractDraft> draft = byFile.get(file.value());
    if (draft == null) {
      problems.add(
          file.at(),
          "'contract': '" + file.value() + "' is no contract: expected a file called *.odcs.yaml");
      return;
    }
    if (draft.isEmpty()) {
      return;
    }
    List<SchemaObject> objects = draft.get().objects();
    List<SchemaObject> found = objects.stream().filter(o -> o.isFor(dataset)).toList();
    if (found.size() == 1) {
      claims.put(dataset, new Claim(draft.get(), found.get(0)));
    } else if (draft.get().complete()) {
      problems.add(
          file.at(),
          "'contract': "
              + (found.isEmpty() ? "no schema object" : found.size() + " schema objects")
              + " in '"
              + file.value()
              + "' called '"
              + dataset.table()
              + "': expected one, found "
              + (objects.isEmpty()
                  ? "no 'schema'"
                  : objects.stream().map(SchemaObject::label).collect(Collectors.joining(", "))));
    }
  }

  /** Looks up every reference of every contract, used or not, and the columns of its rules. */
  public void check() {
    byFile.values().forEach(draft -> draft.ifPresent(this::check));
  }

  private void check(ContractDraft draft) {
    for (SchemaObject object : draft.objects()) {
      object.relationships().forEach(r -> check(draft, object, r));
      columnsOf(draft, object).ifPresent(known -> known.check(object.rules()));
    }
  }

  private void check(ContractDraft draft, SchemaObject object, Relationship relationship) {
    for (int i = 0; i < relationship.to().size(); i++) {
      Located<String> to = relationship.to().get(i);
      Optional<Target> target = target(draft, to);
      Optional<Column> from = object.column(relationship.columns().get(i));
      if (target.isPresent() && from.isPresent()) {
        Column other = target.get().property().column();
        Family.of(from.get())
            .filter(own -> Family.of(other).filter(own::isUnlike).isPresent())
            .ifPresent(own -> problems.add(to.at(), unequal(from.get(), other)));
      }
    }
  }

  private static String unequal(Column from, Column to) {
    return "'to': "
        + Yaml.quoted(from.name())
        + " is "
        + type(from)
        + ", and "
        + Yaml.quoted(to.name())
        + " is "
        + type(to)
        + ": expected columns of one type";
  }

  private static String type(Column column) {
    return column
        .physicalType()
        .or(() -> column.logicalType().map(Object::toString))
        .orElse("any type");
  }

  private record Target(ContractDraft contract, SchemaObject object, Property property) {}

  private Optional<Target> target(ContractDraft from, Located<String> written) {
    Optional<Reference> reference = Reference.parse(written, "to", problems);
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    String file = reference.get().file().orElse(from.file());
    Optional<ContractDraft> contract = byFile.get(file);
    if (contract == null) {
      problems.add(written.at(), "'to': there is no contract '" + file + "' among the definitions");
      return Optional.empty();
    }
    if (contract.isEmpty()) {
      return Optional.empty();
    }
    // What a contract with mistakes does not seem to have may be what is mistaken in it.
    Problems lookups = contract.get().complete() ? problems : new Problems();
    return reference
        .get()
        .objectIn(contract.get().objects(), written, "to", lookups)
        .flatMap(
            o ->
                reference
                    .get()
                    .propertyIn(o, written, "to", lookups)
                    .map(p -> new Target(contract.get(), o, p)));
  }

  /** The contract that a dataset has claimed. */
  public Optional<Contract> of(DatasetName dataset) {
    Claim claim = claims.get(dataset);
    return claim == null ? Optional.empty() : Optional.of(contract(dataset, claim));
  }

  /** The document that has the contract that a dataset has claimed. */
  public Optional<ContractDraft> claimed(DatasetName dataset) {
    return Optional.ofNullable(claims.get(dataset)).map(Claim::contract);
  }

  /** Adds where the parts of a dataset's contract are, once {@link #of} was asked for it. */
  public void places(DatasetName dataset, Contract contract, Places.Builder into) {
    Claim claim = claims.get(dataset);
    into.add(Kind.VERSION, dataset, "", claim.contract().versionAt().toPlace());
    into.add(Kind.CONTRACT, dataset, "", claim.object().at().toPlace());
    List<At> rules = rulePlaces.get(dataset);
    for (int i = 0; i < rules.size(); i++) {
      into.add(Kind.CHECK, dataset, contract.rules().get(i).name(), rules.get(i).toPlace());
    }
    claim.object().properties().stream()
        .flatMap(Property::all)
        .forEach(property -> property.places(dataset, into));
  }

  /** The columns that a dataset's contract has, by path; empty where it has claimed none. */
  public Optional<List<String>> columns(DatasetName dataset) {
    return Optional.ofNullable(claims.get(dataset))
        .map(
            c ->
                c.object().properties().stream()
                    .flatMap(Property::all)
                    .map(Property::path)
                    .toList());
  }

  /** The columns that may be named on a dataset; empty where no contract says which it has. */
  public Optional<ContractColumns> columnsOf(DatasetName dataset) {
    return Optional.ofNullable(claims.get(dataset))
        .flatMap(claim -> columnsOf(claim.contract(), claim.object()));
  }

  private Optional<ContractColumns> columnsOf(ContractDraft draft, SchemaObject object) {
    List<Column> columns = object.properties().stream().map(Property::column).toList();
    return draft.complete() && !columns.isEmpty()
        ? Optional.of(new ContractColumns("the contract " + draft.label(), columns, problems))
        : Optional.empty();
  }

  /** Whether there is a contract with this id, whoever uses it. */
  public boolean hasId(String id) {
    return byFile.values().stream().flatMap(Optional::stream).anyMatch(d -> d.id().equals(id));
  }

  /** The groups that must approve by a dataset's contract, where they are written. */
  public List<Located<String>> approvers(DatasetName dataset) {
    Claim claim = claims.get(dataset);
    return claim == null ? List.of() : claim.object().custom().approvers().orElse(List.of());
  }

  private Contract contract(DatasetName dataset, Claim claim) {
    ContractDraft draft = claim.contract();
    SchemaObject object = claim.object();
    List<CheckDraft> rules = new ArrayList<>(object.rules());
    for (Relationship relationship : object.relationships()) {
      rule(dataset, draft, relationship).ifPresent(rules::add);
    }
    rulePlaces.put(dataset, rules.stream().map(CheckDraft::at).toList());
    return build(draft, object, rules, problems);
  }

  /** One object's contract where nobody says which dataset it is for: without relationships. */
  public static Contract byItself(ContractDraft draft, SchemaObject object, Problems problems) {
    return build(draft, object, object.rules(), problems);
  }

  private static Contract build(
      ContractDraft draft, SchemaObject object, List<CheckDraft> rules, Problems problems) {
    Contract contract =
        new Contract(
            draft.id(),
            object.name(),
            draft.file(),
            draft.version(),
            draft.status(),
            object.description().or(draft::purpose),
            object.properties().stream().map(Property::column).toList(),
            new CheckNames(problems)
                .named(rules, Map.of(), new Origin(Origin.Kind.CONTRACT, draft.label())),
            object.documentation(),
            object.serviceLevels(),
            object.custom().compatibility().orElse(Compatibility.FULL_TRANSITIVE),
            draft.owners(),
            object.custom().approvers().orElse(List.of()).stream().map(Located::value).toList(),
            object.custom().others(),
            "");
    return ContractMeaning.digested(contract);
  }

  private Optional<CheckDraft> rule(
      DatasetName dataset, ContractDraft draft, Relationship relationship) {
    List<Target> targets =
        relationship.to().stream().flatMap(t -> target(draft, t).stream()).toList();
    if (targets.size() < relationship.to().size()) {
      return Optional.empty();
    }
    Target first = targets.get(0);
    for (Target other : targets) {
      if (!other.object().equals(first.object())) {
        problems.add(
            relationship.to().get(targets.indexOf(other)).at(),
            "'to': expected properties of one schema object, found "
                + Yaml.quoted(first.object().name())
                + " and "
                + Yaml.quoted(other.object().name()));
        return Optional.empty();
      }
    }
    List<String> properties = targets.stream().map(t -> t.property().path()).toList();
    return datasetOf(first, dataset, draft, relationship.to().get(0).at())
        .map(
            to ->
                CheckDraft.implied(
                    relationship.at(),
                    "relationship("
                        + String.join(", ", relationship.columns())
                        + " -> "
                        + to
                        + "("
                        + String.join(", ", properties)
                        + "))",
                    "relationship",
                    Map.of(
                        "arguments",
                        Map.of(
                            "columns",
                            relationship.columns(),
                            "dataset",
                            to.toString(),
                            "properties",
                            properties))));
  }

  /** The dataset whose contract it is; in the same contract also a source table beside this one. */
  private Optional<DatasetName> datasetOf(
      Target target, DatasetName from, ContractDraft draft, At at) {
    List<DatasetName> having =
        claims.entrySet().stream()
            .filter(c -> c.getValue().object().equals(target.object()))
            .map(Map.Entry::getKey)
            .toList();
    List<DatasetName> near =
        having.stream().filter(d -> d.namespace().equals(from.namespace())).toList();
    if (having.size() == 1 || near.size() == 1) {
      return Optional.of(having.size() == 1 ? having.get(0) : near.get(0));
    }
    if (having.isEmpty() && target.contract().equals(draft)) {
      String table = target.object().table().orElse(target.object().name());
      try {
        return Optional.of(
            table.contains(".")
                ? DatasetName.parse(table)
                : new DatasetName(from.namespace(), table));
      } catch (IllegalArgumentException e) {
        problems.add(at, "'to': " + Yaml.quoted(table) + " is no name of a dataset");
        return Optional.empty();
      }
    }
    problems.add(
        at,
        "'to': "
            + (having.isEmpty() ? "no dataset has" : having + " all have")
            + " the contract of '"
            + target.object().name()
            + "' in "
            + target.contract().file()
            + ": expected one dataset to look into");
    return Optional.empty();
  }
}
