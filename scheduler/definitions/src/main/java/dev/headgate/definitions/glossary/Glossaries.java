package dev.headgate.definitions.glossary;

import dev.headgate.definitions.contract.Contracts;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All terms. The same term in two files is no mistake of either: it is a term with others, which
 * the engine has its say about.
 */
public final class Glossaries {
  private final Problems problems;
  private final GlossaryReader reader;
  private final List<GlossaryReader.Draft> drafts = new ArrayList<>();

  public Glossaries(Problems problems) {
    this.problems = problems;
    this.reader = new GlossaryReader(problems);
  }

  /** Reads a file. */
  public void read(String file, Yaml yaml) {
    drafts.addAll(reader.read(file, yaml));
  }

  /**
   * Looks up the canonical datasets, once pipelines and contracts were checked without a mistake.
   *
   * @param known all that a product makes or reads
   */
  public void check(Set<DatasetName> known, Contracts contracts) {
    for (GlossaryReader.Draft draft : drafts) {
      Optional<Located<DatasetName>> canonical = draft.canonical();
      if (canonical.isPresent() && !known.contains(canonical.get().value())) {
        problems.add(
            canonical.get().at(),
            "'canonical': no product makes or reads '"
                + canonical.get().value()
                + "', "
                + Suggestion.of(
                    canonical.get().value().toString(),
                    known.stream().map(DatasetName::toString).toList()));
      } else if (canonical.isPresent() && draft.column().isPresent()) {
        contracts
            .columns(canonical.get().value())
            .ifPresent(columns -> column(draft.column().get(), canonical.get().value(), columns));
      }
    }
  }

  private void column(Located<String> written, DatasetName dataset, List<String> columns) {
    if (columns.stream().noneMatch(c -> c.equalsIgnoreCase(written.value()))) {
      problems.add(
          written.at(),
          "'column': the contract of '"
              + dataset
              + "' has no column "
              + Yaml.quoted(written.value())
              + ", "
              + Suggestion.of(written.value(), columns));
    }
  }

  /** By name, each with what other files say of the same name. */
  public Map<String, Term> terms() {
    Map<String, List<Term>> byName = new TreeMap<>();
    for (GlossaryReader.Draft draft : drafts) {
      byName.computeIfAbsent(draft.term().name(), n -> new ArrayList<>()).add(draft.term());
    }
    Map<String, Term> terms = new TreeMap<>();
    byName.forEach(
        (name, all) -> terms.put(name, all.get(0).withOthers(all.subList(1, all.size()))));
    return terms;
  }
}
