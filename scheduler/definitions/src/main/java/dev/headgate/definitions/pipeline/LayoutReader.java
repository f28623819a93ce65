package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.text.PartitionText;
import dev.headgate.definitions.text.PartitionText.Transform;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.WriteMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how a dataset is partitioned and written: {@code partitionedBy} and {@code write}. */
final class LayoutReader {
  private static final String WRITE =
      "overwrite, overwrite-partitions, append or {merge: [key, ...]}";
  private static final List<String> MODES = List.of("overwrite", "overwrite-partitions", "append");
  private static final String MERGE = "a list of key columns, at least one";

  private final Values values;

  LayoutReader(Values values) {
    this.values = values;
  }

  /** The transforms of {@code partitionedBy}, in order. */
  List<Located<Transform>> partition(Section dataset) {
    Optional<Yaml> value = dataset.value("partitionedBy", PartitionText.EXPECTED);
    if (value.isEmpty()) {
      return List.of();
    }
    List<Located<String>> texts = new ArrayList<>();
    if (value.get() instanceof Yaml.Sequence) {
      for (Yaml item : values.items(value.get(), "partitionedBy", PartitionText.EXPECTED)) {
        values
            .text(item, "partitionedBy", PartitionText.EXPECTED)
            .ifPresent(t -> texts.add(new Located<>(t.value().strip(), t.at())));
      }
    } else {
      values
          .text(value.get(), "partitionedBy", PartitionText.EXPECTED)
          .ifPresent(
              t ->
                  PartitionText.split(t.value()).forEach(p -> texts.add(new Located<>(p, t.at()))));
    }
    List<Located<Transform>> transforms = new ArrayList<>();
    for (Located<String> text : texts) {
      PartitionText.parse(text.value(), text.at(), values.problems())
          .ifPresent(t -> add(transforms, t, text.at()));
    }
    return transforms;
  }

  private void add(List<Located<Transform>> transforms, Transform next, At at) {
    Optional<Transform> first =
        transforms.stream().map(Located::value).filter(next::repeats).findFirst();
    if (first.isPresent()) {
      values
          .problems()
          .add(
              at,
              "'partitionedBy': '"
                  + next.text()
                  + "' repeats '"
                  + first.get().text()
                  + "': expected one of them");
    } else {
      transforms.add(new Located<>(next, at));
    }
  }

  /** How the result is written; overwriting partitions needs some. */
  WriteMode write(Section dataset) {
    Optional<Yaml> value = dataset.value("write", WRITE);
    if (value.isEmpty()) {
      return new WriteMode.Overwrite();
    }
    if (value.get() instanceof Yaml.Mapping) {
      return merge(value.get());
    }
    if (value.get() instanceof Yaml.Sequence) {
      values.wrong(value.get(), "write", WRITE);
      return new WriteMode.Overwrite();
    }
    String mode = values.word(value.get(), "write", MODES).map(Located::value).orElse("overwrite");
    if (mode.equals("overwrite-partitions") && !dataset.has("partitionedBy")) {
      values
          .problems()
          .add(
              value.get().at(),
              "'write': overwrite-partitions needs partitions: expected 'partitionedBy' beside it");
    }
    if (mode.equals("append")) {
      return new WriteMode.Append();
    }
    return mode.equals("overwrite")
        ? new WriteMode.Overwrite()
        : new WriteMode.OverwritePartitions();
  }

  private WriteMode merge(Yaml value) {
    Optional<Section> section = Section.of(value, "'write'", value.at(), Keys.of("merge"), values);
    section.ifPresent(s -> s.require("merge", MERGE));
    List<Located<String>> keys = section.map(s -> s.distinct("merge", MERGE)).orElse(List.of());
    for (Located<String> key : keys) {
      if (!key.value().matches("\\w+")) {
        values
            .problems()
            .add(key.at(), "'merge': " + Yaml.quoted(key.value()) + " is not a column's name");
      }
    }
    return keys.isEmpty()
        ? new WriteMode.Overwrite()
        : new WriteMode.Merge(keys.stream().map(Located::value).toList());
  }
}
