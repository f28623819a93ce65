package dev.headgate.definitions.shape;

import dev.headgate.definitions.shape.Shape.Either;
import dev.headgate.definitions.shape.Shape.Field;
import dev.headgate.definitions.shape.Shape.Fields;
import dev.headgate.definitions.shape.Shape.Items;
import dev.headgate.definitions.shape.Shape.Kinds;
import dev.headgate.definitions.shape.Shape.Later;
import dev.headgate.definitions.shape.Shape.Plain;
import dev.headgate.definitions.shape.Shape.Words;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares a document with its shape; each difference is a problem. */
public final class ShapeCheck {
  private final Values values;

  public ShapeCheck(Values values) {
    this.values = values;
  }

  /**
   * Checks a value and all below it.
   *
   * @param name the key that it stands at, for errors
   * @param at where it is reported that a key of it is missing
   */
  public void check(Yaml value, Shape shape, String name, At at) {
    if (shape instanceof Later later) {
      check(value, later.shape().get(), name, at);
    } else if (shape instanceof Fields fields) {
      mapping(value, fields, at);
    } else if (shape instanceof Kinds kinds) {
      Optional<String> kind = Checked.of(value).flatMap(c -> c.text(kinds.key()));
      mapping(value, kind.map(kinds.kinds()::get).orElse(kinds.unknown()), at);
    } else if (shape instanceof Items items) {
      list(value, items, name);
    } else if (shape instanceof Words words) {
      if (!words.anyCase() || !isInAnyCase(value, words)) {
        values.word(value, name, words.words());
      }
    } else if (shape instanceof Either either) {
      either(value, either, name, at);
    } else if (!fits(value, (Plain) shape)) {
      values.wrong(value, name, shape.expected());
    }
  }

  private static boolean isInAnyCase(Yaml value, Words words) {
    return value instanceof Yaml.Scalar s
        && s.kind() == Yaml.Kind.TEXT
        && words.words().contains(s.text().toLowerCase(Locale.ROOT));
  }

  private void mapping(Yaml value, Fields fields, At at) {
    List<String> known = List.copyOf(fields.fields().keySet());
    Optional<Section> opened =
        Section.of(value, called(value, fields), at, new Keys(known, fields.refused()), values);
    if (opened.isEmpty()) {
      return;
    }
    Section section = opened.get();
    for (Map.Entry<String, Field> one : fields.fields().entrySet()) {
      String key = one.getKey();
      Field field = one.getValue();
      if (field.required()) {
        section.require(key, field.shape().expected());
      }
      Optional<Yaml.Entry> entry =
          field.nullable() ? section.written(key) : section.entry(key, field.shape().expected());
      if (entry.isPresent() && !(field.nullable() && isNothing(entry.get().value()))) {
        check(entry.get().value(), field.shape(), key, entry.get().at());
      }
    }
  }

  private static String called(Yaml value, Fields fields) {
    if (!fields.named().isEmpty()) {
      Optional<String> name = Checked.of(value).flatMap(c -> c.text(fields.named()));
      if (name.isPresent()) {
        return fields.what().replaceFirst("^an? ", "") + " " + Yaml.quoted(name.get());
      }
    }
    return fields.what();
  }

  private void list(Yaml value, Items items, String name) {
    if (!(value instanceof Yaml.Sequence list)) {
      values.wrong(value, name, items.expected());
      return;
    }
    if (list.items().size() < items.least()) {
      values
          .problems()
          .add(
              value.at(),
              "'" + name + "': expected at least " + items.least() + ", found an empty list");
    }
    list.items().forEach(item -> check(item, items.each(), name, item.at()));
  }

  private void either(Yaml value, Either either, String name, At at) {
    if (isOfKind(value, either.first())) {
      check(value, either.first(), name, at);
    } else if (isOfKind(value, either.second())) {
      check(value, either.second(), name, at);
    } else {
      values.wrong(value, name, either.expected());
    }
  }

  private static boolean isOfKind(Yaml value, Shape shape) {
    if (value instanceof Yaml.Mapping) {
      return shape instanceof Fields || shape instanceof Kinds || shape == Plain.ANY;
    }
    if (value instanceof Yaml.Sequence) {
      return shape instanceof Items;
    }
    return shape instanceof Plain || shape instanceof Words;
  }

  private boolean fits(Yaml value, Plain plain) {
    if (plain == Plain.ANY) {
      return true;
    }
    if (!(value instanceof Yaml.Scalar scalar)) {
      return false;
    }
    boolean text = scalar.kind() == Yaml.Kind.TEXT;
    return switch (plain) {
      case TEXT -> text;
      case NAME -> text && !scalar.text().isBlank();
      case ID -> scalar.text().matches("[A-Za-z0-9_-]+") && scalar.kind() != Yaml.Kind.NOTHING;
      case NUMBER -> values.number(scalar).isPresent();
      case WHOLE -> values.whole(scalar).isPresent();
      case SIZE -> values.whole(scalar).filter(n -> n >= 0 && n <= Integer.MAX_VALUE).isPresent();
      case FLAG -> scalar.kind() == Yaml.Kind.BOOLEAN;
      case DAY -> text && isDay(scalar.text());
      case INSTANT -> text && isInstant(scalar.text());
      case SINGLE, VERSION, ANY -> true;
    };
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  static boolean isNothing(Yaml value) {
    return value instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.NOTHING;
  }
}
