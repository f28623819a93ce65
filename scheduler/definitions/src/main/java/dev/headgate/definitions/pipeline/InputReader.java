package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.check.CheckDraft;
import dev.headgate.definitions.check.CheckReader;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.product.DatasetName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code inputs}: what a job reads, of which version, and what it expects of that. */
public final class InputReader {
  private static final String INPUTS = "a list of datasets, for example [operations.flights]";
  private static final String DATASET = "a dataset, for example operations.flights@2";
  private static final Keys KEYS = Keys.of("dataset", "expectations");

  private final Values values;
  private final CheckReader checks;

  InputReader(Values values, CheckReader checks) {
    this.values = values;
    this.checks = checks;
  }

  /**
   * One input.
   *
   * @param accepts the majors of its contract that can be read; empty: any
   * @param expectations rules that its producer's candidates must keep
   */
  public record Input(
      DatasetName name, At at, Optional<Majors> accepts, List<CheckDraft> expectations) {}

  List<Input> read(Section section, String domain) {
    Optional<Yaml> value = section.value("inputs", INPUTS);
    if (value.isPresent() && value.get() instanceof Yaml.Sequence list && list.items().isEmpty()) {
      return List.of();
    }
    Map<String, At> written = new HashMap<>();
    List<Input> inputs = new ArrayList<>();
    for (Yaml item : section.items("inputs", INPUTS)) {
      Optional<Input> input =
          item instanceof Yaml.Mapping
              ? expecting(item, domain)
              : values.text(item, "inputs", INPUTS).flatMap(t -> input(t, domain, List.of()));
      if (input.isEmpty()) {
        continue;
      }
      At first = written.putIfAbsent(input.get().name().toString(), input.get().at());
      if (first == null) {
        inputs.add(input.get());
      } else {
        values
            .problems()
            .add(input.get().at(), "'inputs': '" + input.get().name() + "' is in the list twice");
      }
    }
    return inputs;
  }

  private Optional<Input> expecting(Yaml item, String domain) {
    Optional<Section> section = Section.of(item, "an input", item.at(), KEYS, values);
    section.ifPresent(s -> s.require("dataset", DATASET));
    List<CheckDraft> expectations =
        section.map(s -> checks.read(s, "expectations").rules()).orElse(List.of());
    return section
        .flatMap(s -> s.text("dataset", DATASET))
        .flatMap(t -> input(t, domain, expectations));
  }

  private Optional<Input> input(
      Located<String> written, String domain, List<CheckDraft> expectations) {
    int at = written.value().indexOf('@');
    String text = at < 0 ? written.value() : written.value().substring(0, at);
    Optional<DatasetName> name = name(written, text, domain);
    Optional<Majors> majors =
        at < 0 ? Optional.empty() : majors(written, written.value().substring(at + 1));
    return at >= 0 && majors.isEmpty()
        ? Optional.empty()
        : name.map(n -> new Input(n, written.at(), majors, expectations));
  }

  private Optional<Majors> majors(Located<String> written, String text) {
    try {
      return Optional.of(Majors.parse(text));
    } catch (IllegalArgumentException e) {
      values
          .problems()
          .add(
              written.at(),
              "'inputs': "
                  + Yaml.quoted(written.value())
                  + ": expected after '@' a major version such as 2, or a range such as 1-2");
      return Optional.empty();
    }
  }

  /** A bare name belongs to the product's domain. */
  Optional<DatasetName> name(Located<String> written, String text, String domain) {
    try {
      return Optional.of(
          text.contains(".") ? DatasetName.parse(text) : new DatasetName(domain, text));
    } catch (IllegalArgumentException e) {
      values
          .problems()
          .add(
              written.at(),
              Yaml.quoted(text)
                  + " is not a dataset's name: expected table or domain.table in lower case"
                  + " letters, digits, '_' and '-'");
      return Optional.empty();
    }
  }
}
