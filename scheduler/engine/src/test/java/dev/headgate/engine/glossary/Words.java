package dev.headgate.engine.glossary;

import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeContracts;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.LogicalType;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Writes columns that claim terms, and glossaries. */
public final class Words {
  private Words() {}

  /** {@code name:TYPE@term}, the type of an engine, or of ODCS in lower case, or nothing. */
  public static Column column(String text, Column... fields) {
    String[] words = text.split("@", 2);
    String[] typed = words[0].split(":", 2);
    String type = typed.length == 2 ? typed[1] : "";
    Optional<LogicalType> logical =
        Arrays.stream(LogicalType.values()).filter(t -> t.toString().equals(type)).findFirst();
    return new Column(
        typed[0],
        logical,
        logical.isPresent() || type.isEmpty() ? Optional.empty() : Optional.of(type),
        false,
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Map.of(),
        List.of(),
        words.length == 2 ? List.of(words[1].split("@", -1)) : List.of(),
        List.of(fields));
  }

  /** A product of one dataset. */
  public static Defined promised(String dataset, Column... columns) {
    Contract plain = FakeContracts.of(dataset, "1.0.0");
    Contract contract =
        new Contract(
            plain.id(),
            plain.object(),
            plain.file(),
            plain.version(),
            plain.status(),
            plain.description(),
            List.of(columns),
            plain.rules(),
            plain.documentation(),
            plain.serviceLevels(),
            plain.compatibility(),
            plain.owners(),
            plain.promotionApprovers(),
            plain.customProperties(),
            dataset + Arrays.toString(columns));
    return Defined.product(dataset).dataset(dataset, d -> d.contract(contract));
  }

  /** Of {@code glossary.yaml}; the canonical one a dataset with a column, a dataset, or blank. */
  public static Term term(String name, String canonical, String type) {
    return term(name, canonical, type, "glossary.yaml", 2);
  }

  static Term term(String name, String canonical, String type, String file, int line) {
    String[] parts = canonical.split("/", 2);
    return new Term(
        name,
        "rita",
        "what it means",
        canonical.isEmpty() ? Optional.empty() : Optional.of(DatasetName.parse(parts[0])),
        parts.length == 2 ? Optional.of(parts[1]) : Optional.empty(),
        type.isEmpty() ? Optional.empty() : Optional.of(type),
        file,
        line,
        3,
        List.of());
  }

  /** The same, written where these places say. */
  public static Definitions placed(Definitions plain, Places places) {
    return new Definitions(
        plain.domains(),
        plain.products(),
        plain.descriptors(),
        plain.policies(),
        plain.glossary(),
        plain.bundle(),
        places);
  }

  public static Definitions with(Definitions plain, Term... terms) {
    Map<String, Term> glossary = new TreeMap<>();
    for (Term term : terms) {
      glossary.put(term.name(), term);
    }
    return new Definitions(
        plain.domains(),
        plain.products(),
        plain.descriptors(),
        plain.policies(),
        glossary,
        plain.bundle());
  }
}
