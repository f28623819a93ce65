package dev.headgate.model.product;

import java.util.Optional;

/**
 * A word that the company shares, of a {@code glossary.yaml}.
 *
 * @param name unique; columns claim it
 * @param canonical the dataset that holds the one list of it
 * @param column of that dataset, which holds it; empty: the column that claims the term there
 * @param type the type that every column of it has, in ODCS' logical or an engine's words
 */
public record Term(
    String name,
    String owner,
    String definition,
    Optional<DatasetName> canonical,
    Optional<String> column,
    Optional<String> type,
    String file,
    int line) {}
