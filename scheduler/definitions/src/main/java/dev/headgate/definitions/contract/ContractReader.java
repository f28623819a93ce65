package dev.headgate.definitions.contract;

import dev.headgate.definitions.bitol.Owners;
import dev.headgate.definitions.bitol.WrittenEdition;
import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.check.CheckNames;
import dev.headgate.definitions.check.CheckReader;
import dev.headgate.definitions.check.RulePlace;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.RuleReader;
import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.shape.Shape.Plain;
import dev.headgate.definitions.shape.ShapeCheck;
import dev.headgate.definitions.source.FileReferences;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an ODCS document. */
public final class ContractReader {
  private static final WrittenEdition<ApiVersion> API_VERSION =
      new WrittenEdition<>("a contract", ApiVersion::of, ApiVersion.texts());

  private final Values values;
  private final CheckReader checks;

  public ContractReader(Problems problems, Extensions extensions, FileReferences references) {
    this.values = new Values(problems);
    this.checks = new CheckReader(values, extensions, new RuleReader(values, references));
  }

  /** Empty where not even its version of the standard, its id and version could be read. */
  public Optional<ContractDraft> read(String file, Yaml root) {
    int before = values.problems().count();
    Optional<Checked> document = Checked.of(root);
    Optional<ApiVersion> version = document.flatMap(d -> API_VERSION.read(file, d, values));
    if (document.isEmpty()) {
      values
          .problems()
          .add(root.at(), "a contract: expected a mapping of ODCS, found " + root.found());
    }
    if (version.isEmpty()) {
      return Optional.empty();
    }
    new ShapeCheck(values)
        .check(root, OdcsShapes.of(version.get()).document(), "", At.startOf(file));
    Checked contract = document.get();
    Optional<Version> semantic = contract.value("version").flatMap(this::version);
    List<SchemaObject> objects = objects(contract, version.get(), before);
    if (semantic.isEmpty() || contract.text("id").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ContractDraft(
            file,
            contract.text("id").get(),
            semantic.get(),
            contract.value("version").orElseThrow().at(),
            contract.text("status").flatMap(Statuses::of).orElse(Contract.Status.ACTIVE),
            contract.mapping("description").flatMap(d -> d.text("purpose")),
            Owners.of(contract),
            objects,
            values.problems().count() == before));
  }

  private Optional<Version> version(Yaml written) {
    if (!(written instanceof Yaml.Scalar scalar)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Version.parse(scalar.text()));
    } catch (IllegalArgumentException e) {
      values
          .problems()
          .add(
              written.at(),
              "'version': "
                  + Yaml.quoted(scalar.text())
                  + " is not a semantic version: expected "
                  + Plain.VERSION.expected());
      return Optional.empty();
    }
  }

  private List<SchemaObject> objects(Checked contract, ApiVersion version, int before) {
    CustomProperties custom = new CustomProperties(values);
    CustomProperties.Read common = custom.read(contract);
    List<Checked> written = contract.mappings("schema");
    List<SchemaObject> objects = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Checked object : written) {
      Optional<Located<String>> name = object.located("name");
      if (name.isPresent() && !names.add(name.get().value())) {
        values
            .problems()
            .add(
                name.get().at(),
                "'name': another schema object is called "
                    + Yaml.quoted(name.get().value())
                    + ": expected a name of its own");
      }
      objects.add(object(object, name.map(Located::value).orElse(""), version, common, custom));
    }
    // Where the schema could not be read as a whole, what is looked up in it may be there; where
    // there is none, elements are those of other documents.
    boolean known = values.problems().count() == before && contract.entry("schema").isPresent();
    Problems lookups = known ? values.problems() : new Problems();
    List<ServiceLevelReader.Found> levels =
        new ServiceLevelReader(values.problems(), lookups, objects).read(contract);
    RelationshipReader relationships = new RelationshipReader(values.problems(), lookups);
    List<SchemaObject> complete = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      SchemaObject object = objects.get(i);
      List<ServiceLevel> own =
          levels.stream().filter(l -> l.isOf(object)).map(ServiceLevelReader.Found::level).toList();
      complete.add(object.with(relationships.read(written.get(i), object, objects), own));
    }
    return complete;
  }

  private SchemaObject object(
      Checked object,
      String name,
      ApiVersion version,
      CustomProperties.Read common,
      CustomProperties custom) {
    ColumnReader columns = new ColumnReader(object, version, values);
    List<Property> properties = columns.read(object);
    QualityReader quality = new QualityReader(version, values.problems(), checks);
    List<CheckDraft> rules = new ArrayList<>();
    List<String> documentation = new ArrayList<>();
    CheckReader.Drafts whole = quality.read(object, RulePlace.object(), p -> column(p, properties));
    rules.addAll(whole.rules());
    documentation.addAll(whole.texts());
    properties.stream()
        .flatMap(Property::all)
        .filter(p -> !p.inList())
        .forEach(
            p -> {
              CheckReader.Drafts own =
                  quality.read(p.yaml(), RulePlace.property(p.path()), n -> column(n, properties));
              rules.addAll(own.rules());
              own.texts().forEach(t -> documentation.add(p.path() + ": " + t));
            });
    rules.addAll(new SchemaRules(properties).rules());
    rules.addAll(columns.rules());
    new CheckNames(values.problems()).named(rules, Map.of(), Origin.PIPELINE);
    return new SchemaObject(
        object.located("name").map(Located::at).orElse(object.at()),
        name,
        object.text("id"),
        object.text("physicalName"),
        object.text("description"),
        properties,
        rules,
        documentation,
        List.of(),
        List.of(),
        custom.read(object).orElse(common));
  }

  private Optional<String> column(Yaml.Scalar written, List<Property> properties) {
    List<Property> columns =
        properties.stream().flatMap(Property::all).filter(p -> !p.inList()).toList();
    Optional<String> column =
        columns.stream()
            .filter(p -> p.name().equals(written.text()) || p.path().equals(written.text()))
            .map(Property::path)
            .findFirst();
    if (column.isEmpty()) {
      values
          .problems()
          .add(
              written.at(),
              "'properties': there is no property "
                  + Yaml.quoted(written.text())
                  + ", "
                  + Suggestion.of(written.text(), columns.stream().map(Property::name).toList()));
    }
    return column;
  }
}
