package dev.headgate.engine.sql;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.Subject;
import dev.headgate.engine.contract.Expected;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.sql.Statement.Kind;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.Product;
import dev.headgate.spi.SqlAnalysis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the SQL of definitions reads against what they declare, and whether it is valid. Jobs that
 * are no SQL are taken to read what they declare.
 */
public final class SqlFindings {
  private static final String UNDECLARED = "undeclared-input";
  private static final String UNUSED = "unused-input";
  private static final String FOREIGN = "foreign-input";
  private static final String INVALID = "invalid-sql";
  private static final String UNVERIFIED = "unverified-sql";
  private static final int SHOWN = 5;

  private final Analyzer analyzer;

  public SqlFindings(Ledger ledger, Lake lake, Plugins plugins, EngineConfig config) {
    this.analyzer = new Analyzer(ledger, lake, plugins, config);
  }

  /**
   * By product and dataset; what could not be verified last. Keeps what was found.
   *
   * @param before what holds now
   */
  public List<Finding> of(Definitions before, Definitions definitions) {
    Analyzer.Result result = analyzer.analyze(definitions);
    List<Finding> findings = new ArrayList<>();
    for (Product product : definitions.sortedProducts().values()) {
      for (Dataset dataset : product.datasets()) {
        List<Statement> statements = Statements.of(definitions, product, dataset);
        Map<Statement, List<Expected>> expected = expected(definitions, product, dataset);
        for (Statement statement : statements) {
          Found found = result.statements().get(statement);
          if (found != null && expected.containsKey(statement)) {
            expectation(before, statement, found, expected.get(statement)).ifPresent(findings::add);
          } else if (found != null) {
            look(dataset, statement, found, findings);
          }
        }
        unused(definitions, dataset, statements, result.statements(), findings);
      }
    }
    if (!result.unverified().isEmpty()) {
      findings.add(unverified(result));
    }
    return findings;
  }

  private static Map<Statement, List<Expected>> expected(
      Definitions definitions, Product product, Dataset dataset) {
    Map<Statement, List<Expected>> found = new HashMap<>();
    for (Expected expected : Expected.by(definitions, product, dataset)) {
      Statements.expectation(definitions, expected)
          .ifPresent(s -> found.computeIfAbsent(s, statement -> new ArrayList<>()).add(expected));
    }
    return found;
  }

  /** Where another team's dataset moved on, that is no error of who expected something of it. */
  private static Optional<Finding> expectation(
      Definitions before, Statement statement, Found found, List<Expected> expected) {
    List<Expected> asked = expected.stream().filter(Expected::isAsked).toList();
    boolean isOld = asked.stream().allMatch(e -> e.isIn(before));
    return found
        .mistake()
        .filter(mistake -> !asked.isEmpty())
        .map(mistake -> ofRule(isOld ? Severity.WARNING : Severity.ERROR, statement, mistake));
  }

  private static void look(
      Dataset dataset, Statement statement, Found found, List<Finding> findings) {
    found.mistake().ifPresent(mistake -> findings.add(invalid(statement, mistake)));
    if (statement.kind() != Kind.JOB) {
      return;
    }
    for (DatasetName input : found.datasets().stream().sorted().toList()) {
      if (!dataset.inputs().contains(input) && !input.equals(dataset.name())) {
        findings.add(
            finding(
                Severity.ERROR,
                UNDECLARED,
                statement,
                mention(statement, input.toString()),
                dataset.name()
                    + " reads "
                    + input
                    + ", which is not among its inputs: declare it"));
      }
    }
    for (String name : found.foreign()) {
      findings.add(
          finding(
              Severity.WARNING,
              FOREIGN,
              statement,
              mention(statement, name),
              dataset.name()
                  + " reads "
                  + name
                  + ", which is no dataset of this lake: nothing is built anew when it changes"));
    }
  }

  /** Only where everything that its SQL reads is known. */
  private static void unused(
      Definitions definitions,
      Dataset dataset,
      List<Statement> statements,
      Map<Statement, Found> results,
      List<Finding> findings) {
    Set<DatasetName> used = new HashSet<>(Set.of(dataset.name()));
    for (Statement statement : statements) {
      Found found = results.get(statement);
      if (found == null || !found.isRead()) {
        return;
      }
      used.addAll(found.datasets());
    }
    if (statements.stream().noneMatch(s -> s.kind() == Kind.JOB)) {
      return;
    }
    for (DatasetName input : dataset.inputs()) {
      if (!used.contains(input) && !RuleUse.reads(dataset, input)) {
        findings.add(
            new Finding(
                Severity.WARNING,
                UNUSED,
                Subject.of(dataset.name()),
                definitions.places().of(Places.Kind.INPUT, dataset.name(), input.toString()),
                "the input "
                    + input
                    + " of "
                    + dataset.name()
                    + " is read by none of its SQL and rules"));
      }
    }
  }

  private static Finding invalid(Statement statement, SqlAnalysis.Mistake mistake) {
    boolean known = mistake.line() > 0;
    if (statement.kind() == Kind.JOB) {
      Place place =
          known
              ? new Place(statement.origin(), mistake.line(), mistake.column())
              : new Place(statement.origin(), 1, 1);
      return finding(
          Severity.ERROR,
          INVALID,
          statement,
          Optional.of(place),
          "the SQL of " + statement.dataset() + " is not valid: " + mistake.message());
    }
    return ofRule(Severity.ERROR, statement, mistake);
  }

  private static Finding ofRule(
      Severity severity, Statement statement, SqlAnalysis.Mistake mistake) {
    return finding(
        severity,
        INVALID,
        statement,
        statement.place(),
        "the SQL of " + statement.origin() + " is not valid: " + mistake.message());
  }

  private static Optional<Place> mention(Statement statement, String name) {
    return Mentions.of(statement.text(), name).stream()
        .findFirst()
        .map(at -> new Place(statement.origin(), at.line(), at.column()));
  }

  private static Finding unverified(Analyzer.Result result) {
    List<String> datasets =
        result.unverified().stream().map(s -> s.dataset().toString()).distinct().toList();
    int more = datasets.size() - SHOWN;
    String first = datasets.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return new Finding(
        Severity.WARNING,
        UNVERIFIED,
        Subject.sql(),
        Optional.empty(),
        "what the SQL of "
            + first
            + (more > 0 ? " and " + more + " more" : "")
            + " reads was not verified, and all columns of its inputs are taken as used: "
            + result.why());
  }

  private static Finding finding(
      Severity severity, String rule, Statement statement, Optional<Place> place, String message) {
    return new Finding(severity, rule, Subject.of(statement.dataset()), place, message);
  }
}
