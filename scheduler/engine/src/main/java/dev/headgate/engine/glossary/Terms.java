package dev.headgate.engine.glossary;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.Subject;
import dev.headgate.engine.contract.type.ColumnType;
import dev.headgate.engine.glossary.Claims.Claim;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.LogicalType;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** What is wrong with the terms of definitions and with the columns that claim them. */
public final class Terms {
  static final String UNKNOWN = "unknown-term";
  static final String TYPE = "term-type";
  static final String CANONICALS = "two-canonicals";
  static final String TWICE = "term-twice";
  static final String NOWHERE = "no-canonical-column";
  static final String JOIN = "joined-terms";

  private final Map<String, Term> glossary;
  private final Claims claims;
  private final Places places;
  private final List<Finding> findings = new ArrayList<>();

  private Terms(Definitions definitions) {
    this.glossary = new TreeMap<>(definitions.glossary());
    this.claims = new Claims(definitions);
    this.places = definitions.places();
  }

  /**
   * By term, then by column.
   *
   * @param joins that the SQL of jobs makes, as far as they are known
   */
  public static List<Finding> findings(Definitions definitions, List<Joined> joins) {
    Terms terms = new Terms(definitions);
    terms.glossary.values().forEach(terms::term);
    terms.claims.all().forEach(terms::claim);
    joins.forEach(terms::join);
    return List.copyOf(terms.findings);
  }

  /** The datasets that a term matters to: whose columns claim it, and its canonical one. */
  public static Set<DatasetName> datasets(Definitions definitions, String term) {
    Set<DatasetName> datasets = new HashSet<>();
    new Claims(definitions).of(term).forEach(claim -> datasets.add(claim.dataset()));
    Optional.ofNullable(definitions.glossary().get(term))
        .flatMap(Term::canonical)
        .ifPresent(datasets::add);
    return datasets;
  }

  private void term(Term term) {
    for (Term other : term.others()) {
      boolean same = canonical(term).equals(canonical(other));
      add(
          same ? Severity.WARNING : Severity.ERROR,
          same ? TWICE : CANONICALS,
          Subject.term(term.name()),
          Optional.of(place(other)),
          "the term '"
              + term.name()
              + "' is already defined in "
              + term.file()
              + ":"
              + term.line()
              + (same
                  ? ": expected it once"
                  : " with "
                      + canonical(term)
                      + ", here with "
                      + canonical(other)
                      + ": expected one canonical dataset"));
    }
    term.type()
        .filter(type -> type(type).isAny())
        .ifPresent(
            type ->
                add(
                    Severity.WARNING,
                    TYPE,
                    Subject.term(term.name()),
                    Optional.of(place(term)),
                    "the type '"
                        + type
                        + "' of the term '"
                        + term.name()
                        + "' is not known, so nothing is compared with it: expected a type of ODCS or"
                        + " of an engine, such as string or BIGINT"));
    term.canonical().ifPresent(dataset -> canonicalColumn(term, dataset));
  }

  /** One column of the canonical dataset holds the term. */
  private void canonicalColumn(Term term, DatasetName dataset) {
    List<String> columns =
        claims.of(term.name()).stream()
            .filter(c -> c.dataset().equals(dataset))
            .map(Claim::column)
            .toList();
    if (term.column().isEmpty() && columns.size() > 1) {
      add(
          Severity.ERROR,
          CANONICALS,
          Subject.term(term.name()),
          Optional.of(place(term)),
          "the columns "
              + String.join(" and ", columns)
              + " of "
              + dataset
              + " all claim the term '"
              + term.name()
              + "': expected 'column' to say which one has the list of it");
    } else if (columns.isEmpty()) {
      add(
          Severity.WARNING,
          NOWHERE,
          Subject.term(term.name()),
          Optional.of(place(term)),
          dataset
              + " is canonical for the term '"
              + term.name()
              + "', and no column that its contract promises claims it");
    }
  }

  private void claim(Claim claim) {
    Term term = glossary.get(claim.term());
    if (term == null) {
      add(
          Severity.ERROR,
          UNKNOWN,
          claim.subject(),
          place(claim),
          said(claim)
              + "claims the term '"
              + claim.term()
              + "'"
              + in(claim)
              + ", which no glossary has: expected "
              + (glossary.isEmpty()
                  ? "a glossary.yaml with it"
                  : "one of " + String.join(", ", glossary.keySet())));
      return;
    }
    if (term.type().isEmpty()) {
      return;
    }
    ColumnType wanted = type(term.type().get());
    ColumnType found = ColumnType.of(claim.promised());
    if (!wanted.includes(found) && !found.includes(wanted)) {
      add(
          Severity.ERROR,
          TYPE,
          claim.subject(),
          place(claim),
          said(claim)
              + "claims the term '"
              + claim.term()
              + "'"
              + in(claim)
              + ": expected "
              + term.type().get()
              + " as in "
              + term.file()
              + ":"
              + term.line()
              + ", found "
              + found.text());
    }
  }

  private void join(Joined join) {
    Set<String> left = claims.terms(join.left(), join.leftColumn());
    Set<String> right = claims.terms(join.right(), join.rightColumn());
    if (!left.isEmpty() && !right.isEmpty() && left.stream().noneMatch(right::contains)) {
      add(
          Severity.WARNING,
          JOIN,
          Subject.of(join.by()),
          Optional.of(join.place()),
          join.left()
              + "."
              + join.leftColumn()
              + " is "
              + words(left)
              + " and "
              + join.right()
              + "."
              + join.rightColumn()
              + " is "
              + words(right)
              + ": expected columns of one term to be joined");
    }
  }

  private static String words(Set<String> terms) {
    return "'" + String.join("' and '", terms) + "'";
  }

  /** A type of ODCS, else an engine's. */
  private static ColumnType type(String written) {
    Optional<LogicalType> logical =
        Arrays.stream(LogicalType.values()).filter(t -> t.toString().equals(written)).findFirst();
    return ColumnType.of(
        new Column(
            "term",
            logical,
            logical.isPresent() ? Optional.empty() : Optional.of(written),
            false,
            false,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Map.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static String canonical(Term term) {
    return term.canonical()
        .map(d -> "canonical " + d + term.column().map(c -> "." + c).orElse(""))
        .orElse("no canonical dataset");
  }

  private static Place place(Term term) {
    return new Place(term.file(), term.line(), Math.max(1, term.position()));
  }

  /** A finding with a place is not said to be about its subject. */
  private String said(Claim claim) {
    return place(claim).isPresent() ? claim.subject() + " " : "";
  }

  private String in(Claim claim) {
    return place(claim).isPresent() ? "" : " in " + claim.contract().file();
  }

  private Optional<Place> place(Claim claim) {
    return places.ofTerm(claim.dataset(), claim.column(), claim.term());
  }

  private void add(
      Severity severity, String rule, Subject subject, Optional<Place> place, String message) {
    findings.add(new Finding(severity, rule, subject, place, message));
  }
}
