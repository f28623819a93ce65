package dev.headgate.definitions.domain;

import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.ProductName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a {@code domain.yaml}. */
public final class DomainReader {
  private static final Keys KEYS = Keys.of("domain", "owners", "groups");
  private static final String PEOPLE = "a list of people, at least one, each once";
  private static final String GROUPS = "groups by name, for example {flights-owners: [ana, ben]}";

  private final Values values;

  public DomainReader(Problems problems) {
    this.values = new Values(problems);
  }

  /**
   * A domain as far as it could be read.
   *
   * @param complete whether there was no mistake in it
   */
  public record Draft(Domain domain, At at, boolean complete) {}

  /** Empty where not even the name could be read. */
  public Optional<Draft> read(String file, Yaml root) {
    int before = values.problems().count();
    Optional<Section> section = Section.of(root, "a domain", At.startOf(file), KEYS, values);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section s = section.get();
    s.require("domain", "its name");
    s.require("owners", PEOPLE);
    Optional<Located<String>> name = s.text("domain", "the domain's name").filter(this::isName);
    List<String> owners = people(s.distinct("owners", PEOPLE));
    Map<String, List<String>> groups = new TreeMap<>();
    s.entries("groups", GROUPS, e -> groups.put(e.key(), group(e)));
    boolean complete = values.problems().count() == before;
    return name.map(n -> new Draft(new Domain(n.value(), owners, groups), n.at(), complete));
  }

  private List<String> group(Yaml.Entry entry) {
    if (!entry.key().matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
      values
          .problems()
          .add(
              entry.at(),
              Yaml.quoted(entry.key())
                  + " is not a group's name: expected letters, digits, '_', '.' and '-'");
    }
    return people(values.distinct(entry.value(), entry.key(), PEOPLE));
  }

  private static List<String> people(List<Located<String>> names) {
    return names.stream().map(n -> n.value().strip()).toList();
  }

  private boolean isName(Located<String> name) {
    try {
      return new ProductName(name.value(), "any").domain().equals(name.value());
    } catch (IllegalArgumentException e) {
      values
          .problems()
          .add(
              name.at(),
              Yaml.quoted(name.value())
                  + " is not a domain's name: expected lower case letters, digits, '_' and '-'");
      return false;
    }
  }
}
