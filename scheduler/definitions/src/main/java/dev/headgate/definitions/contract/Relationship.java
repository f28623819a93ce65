package dev.headgate.definitions.contract;

import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import java.util.List;

/**
 * Columns whose values must be found elsewhere, as a contract writes it.
 *
 * @param columns of the schema object's own table
 * @param to what they refer to, one for each column
 */
record Relationship(At at, List<String> columns, List<Located<String>> to) {}
