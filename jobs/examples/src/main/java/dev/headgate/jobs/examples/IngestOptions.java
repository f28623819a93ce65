package dev.headgate.jobs.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to ingest, and how.
 *
 * @param format of the files: parquet, csv, json, orc
 * @param paths files, folders or patterns
 * @param options of the reader, for example {@code header=true}
 * @param schema of the files, as in {@code CREATE TABLE}; where missing, Spark's
 * @param select a SQL select list, for example {@code *, delay AS delay_minutes}
 * @param where a SQL condition
 * @param table {@code domain.table}
 * @param mode where missing, what the pipeline says, else append
 * @param partitionedBy used when the table is created; where missing, what the pipeline says
 */
record IngestOptions(
    String format,
    List<String> paths,
    Map<String, String> options,
    Optional<String> schema,
    String select,
    Optional<String> where,
    String table,
    Optional<Mode> mode,
    Optional<String> partitionedBy) {
  static final String USAGE =
      "expected --table DOMAIN.TABLE --path PATH [--path PATH]... [--format parquet|csv|json|orc]"
          + " [--option NAME=VALUE]... [--schema COLUMNS] [--select LIST] [--where CONDITION]"
          + " [--mode append|overwrite|overwrite-partitions] [--partitioned-by TRANSFORMS]";

  /** How the rows go into the table. */
  enum Mode {
    APPEND,
    OVERWRITE,
    OVERWRITE_PARTITIONS;

    static Mode of(String text) {
      for (Mode mode : values()) {
        if (mode.text().equals(text)) {
          return mode;
        }
      }
      throw new IllegalArgumentException("no such mode: " + text + "; " + USAGE);
    }

    String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  static IngestOptions parse(String... args) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length) {
        throw new IllegalArgumentException("'" + args[i] + "' is not an option; " + USAGE);
      }
      given.computeIfAbsent(args[i], key -> new ArrayList<>()).add(args[i + 1]);
    }
    IngestOptions options =
        new IngestOptions(
            one(given, "--format").orElse("parquet"),
            many(given, "--path"),
            pairs(many(given, "--option")),
            one(given, "--schema"),
            one(given, "--select").orElse("*"),
            one(given, "--where"),
            one(given, "--table").orElse(""),
            one(given, "--mode").map(Mode::of),
            one(given, "--partitioned-by"));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown option " + given.keySet().iterator().next() + "; " + USAGE);
    }
    if (options.paths.isEmpty() || options.table.isEmpty()) {
      throw new IllegalArgumentException("--path or --table is missing; " + USAGE);
    }
    return options;
  }

  private static List<String> many(Map<String, List<String>> given, String name) {
    List<String> values = given.remove(name);
    return values == null ? List.of() : List.copyOf(values);
  }

  private static Optional<String> one(Map<String, List<String>> given, String name) {
    List<String> values = many(given, name);
    if (values.size() > 1) {
      throw new IllegalArgumentException(name + " is given twice; " + USAGE);
    }
    return values.stream().findFirst();
  }

  private static Map<String, String> pairs(List<String> options) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("'" + option + "' is not NAME=VALUE; " + USAGE);
      }
      pairs.put(option.substring(0, equals), option.substring(equals + 1));
    }
    return pairs;
  }
}
