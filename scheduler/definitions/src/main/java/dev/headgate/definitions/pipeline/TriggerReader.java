package dev.headgate.definitions.pipeline;

import dev.headgate.definitions.text.CronText;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.Trigger;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code trigger}. */
final class TriggerReader {
  private static final String ANY =
      "a list of conditions, for example [{inputs: any}]; without 'trigger' it is built on request";
  private static final Keys TRIGGER = Keys.of("any");
  private static final Keys CONDITION = Keys.of("inputs", "cron", "zone").planned("freshWithin");
  private static final String CONDITION_EXPECTED = "'inputs' or 'cron'";

  private final Values values;

  TriggerReader(Values values) {
    this.values = values;
  }

  /** The conditions as far as they could be read, each with its place. */
  List<Located<Trigger.Condition>> read(Yaml.Entry entry) {
    List<Located<Trigger.Condition>> conditions = new ArrayList<>();
    Optional<Section> trigger = Section.of(entry.value(), "a trigger", entry.at(), TRIGGER, values);
    trigger.ifPresent(
        s -> {
          s.require("any", ANY);
          for (Yaml item : s.items("any", ANY)) {
            condition(item).ifPresent(c -> add(conditions, new Located<>(c, item.at())));
          }
        });
    return conditions;
  }

  private void add(
      List<Located<Trigger.Condition>> conditions, Located<Trigger.Condition> condition) {
    boolean again =
        conditions.stream()
            .anyMatch(
                c ->
                    c.value().equals(condition.value())
                        || (c.value() instanceof Trigger.Inputs
                            && condition.value() instanceof Trigger.Inputs));
    if (again) {
      values.problems().add(condition.at(), "this condition is there twice: expected it once");
    } else {
      conditions.add(condition);
    }
  }

  private Optional<Trigger.Condition> condition(Yaml item) {
    int before = values.problems().count();
    Optional<Section> section = Section.of(item, "a condition", item.at(), CONDITION, values);
    if (section.isEmpty() || values.problems().count() > before) {
      return Optional.empty();
    }
    Section s = section.get();
    if (s.has("inputs") == s.has("cron")) {
      values
          .problems()
          .add(
              s.at(),
              s.has("cron")
                  ? "a condition has both 'inputs' and 'cron': expected one of them, the other in a"
                      + " condition of its own"
                  : "a condition has neither: expected " + CONDITION_EXPECTED);
      return Optional.empty();
    }
    if (s.has("inputs")) {
      s.text("zone", "a time zone")
          .ifPresent(z -> values.problems().add(z.at(), "'zone' belongs to 'cron', not 'inputs'"));
      return s.word("inputs", List.of("any", "all"))
          .map(w -> new Trigger.Inputs(w.value().equals("all")));
    }
    Optional<ZoneId> zone =
        s.has("zone")
            ? s.text("zone", "a time zone such as Europe/Berlin").flatMap(this::zone)
            : Optional.of(ZoneOffset.UTC);
    Optional<Located<String>> cron = s.text("cron", CronText.EXPECTED).filter(this::isCron);
    return cron.flatMap(c -> zone.map(z -> new Trigger.Cron(c.value(), z)));
  }

  private boolean isCron(Located<String> cron) {
    Optional<String> mistake = CronText.mistake(cron.value());
    mistake.ifPresent(
        m ->
            values
                .problems()
                .add(cron.at(), "'cron': " + Yaml.quoted(cron.value()) + " is not valid, " + m));
    return mistake.isEmpty();
  }

  private Optional<ZoneId> zone(Located<String> text) {
    try {
      return Optional.of(ZoneId.of(text.value()));
    } catch (DateTimeException e) {
      String meant =
          Suggestion.closest(text.value(), ZoneId.getAvailableZoneIds())
              .map(z -> ", did you mean '" + z + "'?")
              .orElse(":");
      values
          .problems()
          .add(
              text.at(),
              "'zone': unknown time zone "
                  + Yaml.quoted(text.value())
                  + meant
                  + " expected a name such as Europe/Berlin or UTC");
      return Optional.empty();
    }
  }
}
