package dev.headgate.model.product;

import java.util.List;
import java.util.Optional;

/**
 * A word that the company shares, of a {@code glossary.yaml}.
 *
 * @param name columns claim it
 * @param canonical the dataset that holds the one list of it
 * @param column of that dataset, which holds it; empty: the column that claims the term there
 * @param type the type that every column of it has, in ODCS' logical or an engine's words
 * @param position where in its line the name is, from 1
 * @param others what other files say of the same name; there should be none
 */
public record Term(
    String name,
    String owner,
    String definition,
    Optional<DatasetName> canonical,
    Optional<String> column,
    Optional<String> type,
    String file,
    int line,
    int position,
    List<Term> others) {
  public Term {
    others = others == null ? List.of() : List.copyOf(others);
  }

  public Term withOthers(List<Term> more) {
    return new Term(name, owner, definition, canonical, column, type, file, line, position, more);
  }
}
