package dev.headgate.definitions.glossary;

import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@code glossary.yaml}. */
final class GlossaryReader {
  private static final Keys FILE = Keys.of("terms");
  private static final Keys KEYS = Keys.of("owner", "definition", "canonical", "column", "type");
  private static final String TERMS = "terms by name, at least one";
  private static final String OWNER = "who decides what it means";
  private static final String DEFINITION = "what it means, in a sentence";
  private static final String CANONICAL =
      "the dataset that has the one list of it, for example reference.airports";
  private static final String COLUMN = "the column of 'canonical' that holds it";
  private static final String TYPE = "the type of its columns, for example string";

  private final Values values;

  GlossaryReader(Problems problems) {
    this.values = new Values(problems);
  }

  /**
   * A term with the places that other files' mistakes are reported at.
   *
   * @param canonical and column: where they are written
   */
  record Draft(
      Term term, Optional<Located<DatasetName>> canonical, Optional<Located<String>> column) {}

  /** The terms that have a name. */
  List<Draft> read(String file, Yaml root) {
    Optional<Section> section = Section.of(root, "a glossary", At.startOf(file), FILE, values);
    if (section.isEmpty()) {
      return List.of();
    }
    section.get().require("terms", TERMS);
    List<Draft> drafts = new ArrayList<>();
    section.get().entries("terms", TERMS, entry -> term(entry).ifPresent(drafts::add));
    return drafts;
  }

  private Optional<Draft> term(Yaml.Entry entry) {
    boolean named = isName(entry);
    String what = "term " + Yaml.quoted(entry.key());
    Optional<Section> section = Section.of(entry.value(), what, entry.at(), KEYS, values);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section s = section.get();
    s.require("owner", OWNER);
    s.require("definition", DEFINITION);
    Optional<Located<String>> owner = s.text("owner", OWNER);
    Optional<Located<String>> definition = s.text("definition", DEFINITION);
    Optional<Located<DatasetName>> canonical =
        s.text("canonical", CANONICAL).flatMap(this::dataset);
    Optional<Located<String>> column = s.text("column", COLUMN);
    Optional<Located<String>> type = s.text("type", TYPE);
    if (column.isPresent() && !s.has("canonical")) {
      values
          .problems()
          .add(
              column.get().at(),
              "'column' says nothing without 'canonical': expected " + CANONICAL);
    }
    return Optional.of(entry)
        .filter(e -> named)
        .map(
            e ->
                new Draft(
                    new Term(
                        e.key(),
                        owner.map(o -> o.value().strip()).orElse(""),
                        definition.map(d -> d.value().strip()).orElse(""),
                        canonical.map(Located::value),
                        column.map(Located::value),
                        type.map(t -> t.value().strip()),
                        e.at().file(),
                        e.at().line(),
                        e.at().column(),
                        List.of()),
                    canonical,
                    column));
  }

  private boolean isName(Yaml.Entry entry) {
    boolean valid = entry.key().matches("[a-z0-9][a-z0-9_-]{0,99}");
    if (!valid) {
      values
          .problems()
          .add(
              entry.at(),
              Yaml.quoted(entry.key())
                  + " is not a term's name: expected lower case letters, digits, '_' and '-'");
    }
    return valid;
  }

  private Optional<Located<DatasetName>> dataset(Located<String> written) {
    try {
      return Optional.of(new Located<>(DatasetName.parse(written.value()), written.at()));
    } catch (IllegalArgumentException e) {
      values
          .problems()
          .add(
              written.at(),
              "'canonical': "
                  + Yaml.quoted(written.value())
                  + " is not a dataset's name: expected domain.table in lower case letters, digits,"
                  + " '_' and '-'");
      return Optional.empty();
    }
  }
}
