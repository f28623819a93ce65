package dev.headgate.definitions.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One file's bytes to a {@link Yaml} tree. Built from the parser's events, so that depth and what
 * aliases unfold to are bounded before anything is built.
 */
public final class YamlReader {
  public static final int MAX_BYTES = 1024 * 1024;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_VALUES = 50_000;

  private final String file;
  private final Problems problems;
  private final ScalarResolver resolver = new CoreSchema().getScalarResolver();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private Iterator<Event> events;
  private int values;

  private YamlReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The file's one document; empty where it could not be read, which is then a problem. */
  public static Optional<Yaml> read(String file, byte[] bytes, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.add(At.startOf(file), "larger than 1 MiB: expected a definition");
      return Optional.empty();
    }
    return Utf8.decode(file, bytes, problems)
        .filter(text -> SyntaxErrors.onlyPrintable(file, text, problems))
        .flatMap(text -> new YamlReader(file, problems).document(text));
  }

  private Optional<Yaml> document(String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      events = new Parse(settings).parseString(text).iterator();
      next(Event.ID.StreamStart);
      if (events.next().getEventId() == Event.ID.StreamEnd) {
        problems.add(At.startOf(file), "empty: expected a definition");
        return Optional.empty();
      }
      Yaml root = node(events.next(), 0);
      next(Event.ID.DocumentEnd);
      Event after = events.next();
      if (after.getEventId() != Event.ID.StreamEnd) {
        throw new Refused(at(after), "a second document: expected one definition in a file");
      }
      return Optional.of(root);
    } catch (Refused e) {
      problems.add(e.at, e.getMessage());
    } catch (YamlEngineException e) {
      SyntaxErrors.report(file, text, e, problems);
    }
    return Optional.empty();
  }

  private void next(Event.ID expected) {
    Event event = events.next();
    if (event.getEventId() != expected) {
      throw new Refused(at(event), "unexpected " + event.getEventId() + " in YAML");
    }
  }

  private Yaml node(Event event, int depth) {
    At at = at(event);
    if (depth > MAX_DEPTH) {
      throw new Refused(at, "nested deeper than " + MAX_DEPTH + " levels");
    }
    if (event instanceof AliasEvent alias) {
      return unfold(alias, at);
    }
    int before = values;
    count(1, at);
    Yaml node;
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), at);
      node = new Yaml.Scalar(at, scalar.getValue(), kind(scalar));
    } else if (event instanceof SequenceStartEvent sequence) {
      refuseTag(sequence.getTag(), at);
      node = sequence(at, depth);
    } else if (event instanceof MappingStartEvent mapping) {
      refuseTag(mapping.getTag(), at);
      node = mapping(at, depth);
    } else {
      throw new Refused(at, "unexpected " + event.getEventId() + " in YAML");
    }
    int size = values - before;
    ((NodeEvent) event)
        .getAnchor()
        .ifPresent(a -> anchors.put(a.getValue(), new Anchored(node, size)));
    return node;
  }

  private Yaml unfold(AliasEvent alias, At at) {
    Anchored anchored = anchors.get(alias.getAlias().getValue());
    if (anchored == null) {
      throw new Refused(
          at,
          "'*"
              + alias.getAlias().getValue()
              + "' refers to nothing: expected an anchor '&"
              + alias.getAlias().getValue()
              + "' before it; put a text that begins with '*' in quotes");
    }
    count(anchored.size, at);
    return anchored.node;
  }

  private Yaml sequence(At at, int depth) {
    List<Yaml> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(node(e, depth + 1));
    }
    return new Yaml.Sequence(at, List.copyOf(items));
  }

  private Yaml mapping(At at, int depth) {
    Map<String, At> seen = new HashMap<>();
    List<Yaml.Entry> entries = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      Yaml key = node(e, depth + 1);
      Yaml value = node(events.next(), depth + 1);
      At keyAt = at(e);
      if (!(key instanceof Yaml.Scalar name)) {
        problems.add(keyAt, "a key: expected text, found " + key.found());
        continue;
      }
      At first = seen.putIfAbsent(name.text(), keyAt);
      if (first != null) {
        problems.add(
            keyAt,
            "duplicate key "
                + Yaml.quoted(name.text())
                + ": it is already on line "
                + first.line());
        continue;
      }
      entries.add(new Yaml.Entry(name.text(), keyAt, atKeyIfNothing(value, keyAt)));
    }
    return new Yaml.Mapping(at, List.copyOf(entries));
  }

  private static Yaml atKeyIfNothing(Yaml value, At key) {
    boolean nothing =
        value instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.NOTHING && s.text().isEmpty();
    return nothing ? new Yaml.Scalar(key, "", Yaml.Kind.NOTHING) : value;
  }

  private void refuseTag(Optional<String> tag, At at) {
    tag.ifPresent(
        t ->
            problems.add(
                at,
                "tags are not supported, found "
                    + Yaml.quoted(t)
                    + "; put a text that begins with '!' in quotes"));
  }

  private void count(int more, At at) {
    values += more;
    if (values > MAX_VALUES) {
      throw new Refused(at, "more than " + MAX_VALUES + " values, aliases unfolded");
    }
  }

  private Yaml.Kind kind(ScalarEvent scalar) {
    if (!scalar.isPlain()) {
      return Yaml.Kind.TEXT;
    }
    Tag tag = resolver.resolve(scalar.getValue(), true);
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Yaml.Kind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Yaml.Kind.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Yaml.Kind.NOTHING : Yaml.Kind.TEXT;
  }

  private At at(Event event) {
    return event
        .getStartMark()
        .map(m -> new At(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(At.startOf(file));
  }

  private record Anchored(Yaml node, int size) {}

  /** Ends the reading of this file. */
  private static final class Refused extends RuntimeException {
    private final transient At at;

    Refused(At at, String message) {
      super(message, null, false, false);
      this.at = at;
    }
  }
}
