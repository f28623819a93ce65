package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.ParseResult.Invalid;
import dev.headgate.definitions.ParseResult.Parsed;
import dev.headgate.definitions.source.Sources;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests change with the meaning and with nothing else. */
class DigestTest {
  private static final String DOMAIN =
      "domain: sales\nowners: [ana, ben]\ngroups: {sales-owners: [ana, ben], all: [ana, ben]}\n";
  private static final String PIPELINE =
      """
      product: sales.orders
      trigger:
        any:
          - inputs: any
      parameters: {day: {type: date, optional: true}}
      datasets:
        orders:
          inputs: [sales.raw, sales.customers]
          partitionedBy: day(at)
          job: {type: spark-sql, file: sql/orders.sql}
          write: append
          checks:
            - {metric: rowCount, mustBeGreaterThan: 0, severity: error}
          attempts: 2
          timeout: PT1H
      notify: [{to: webhook, url: "https://x.example.org", on: [held, failed]}]
      promotion: {approvals: {need: 1, from: [sales-owners]}, whileWaiting: supersede}
      """;
  private static final String SQL = "SELECT * FROM sales.raw\n";

  private static Product parse(String pipeline, String sql) {
    return parse(
        Sources.of(
            Map.of(
                "domain.yaml", bytes(DOMAIN),
                "pipeline.yaml", bytes(pipeline),
                "sql/orders.sql", bytes(sql),
                "sql/other.sql", bytes(sql))));
  }

  private static Product parse(Sources sources) {
    ParseResult result = DefinitionParser.parse(sources, Samples.EXTENSIONS);
    if (result instanceof Invalid invalid) {
      throw new AssertionError(invalid.problems().toString());
    }
    return ((Parsed) result).definitions().products().values().iterator().next();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String change(String from, String to) {
    assertThat(PIPELINE).contains(from);
    return PIPELINE.replace(from, to);
  }

  @Test
  void orderFormattingAndCommentsDoNotMatter() {
    String rewritten =
        """
        # The same in another order.
        promotion:
          whileWaiting: supersede
          approvals:
            from:
              - "sales-owners"
            need: 1
        datasets:
          sales.orders:
            timeout: "PT60M"
            write: 'append'
            inputs:
              - customers
              - raw      # bare: of this domain
            checks:
              - severity: error
                mustBeGreaterThan: 0
                metric: rowCount
            job:
              file: sql/orders.sql
              type: spark-sql
            partitionedBy: [ "day( at )" ]
            attempts: 2
        notify: [{on: [failed, held], url: "https://x.example.org", to: webhook}]
        parameters:
          day:
            optional: true
            type: date
        trigger: {any: [{inputs: any}]}
        product: sales.orders
        """;

    assertThat(parse(rewritten, SQL).digest()).isEqualTo(parse(PIPELINE, SQL).digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'sales.raw, sales.customers' | sales.raw",
        "day(at) | month(at)",
        "write: append | write: overwrite",
        "write: append | write: {merge: [id]}",
        "sql/orders.sql | sql/other.sql",
        "'{type: spark-sql, file: sql/orders.sql}' | {type: open}"
      })
  void whatDecidesTheContentChangesBoth(String from, String to) {
    Product before = parse(PIPELINE, SQL);
    Product after = parse(change(from, to), SQL);

    assertThat(dataset(after).digest()).isNotEqualTo(dataset(before).digest());
    assertThat(after.digest()).isNotEqualTo(before.digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mustBeGreaterThan: 0 | mustBeGreaterThan: 1",
        "severity: error | severity: warning",
        "attempts: 2 | attempts: 3",
        "PT1H | PT2H",
        "need: 1 | need: 2",
        "from: [sales-owners] | from: [all]",
        "whileWaiting: supersede | whileWaiting: keep",
        "type: date | type: string",
        "inputs: any | inputs: all",
        "inputs: any | cron: \"0 6 * * *\"",
        "'on: [held, failed]' | on: [held]"
      })
  void whatElseIsSaidChangesTheProductOnly(String from, String to) {
    Product before = parse(PIPELINE, SQL);
    Product after = parse(change(from, to), SQL);

    assertThat(dataset(after).digest()).isEqualTo(dataset(before).digest());
    assertThat(after.digest()).isNotEqualTo(before.digest());
  }

  @Test
  void theCodeCounts() {
    Product before = parse(PIPELINE, SQL);
    Product after = parse(PIPELINE, SQL + "WHERE id > 0");

    assertThat(dataset(after).digest()).isNotEqualTo(dataset(before).digest());
    assertThat(after.digest()).isNotEqualTo(before.digest());
  }

  @Test
  void aJarCountsByItsContentAndNotByWhereTheFolderIs(@TempDir Path temp) throws IOException {
    Product here = withJar(temp.resolve("here"), "version 1");
    Product there = withJar(temp.resolve("there"), "version 1");
    Product changed = withJar(temp.resolve("changed"), "version 2");

    assertThat(there.digest()).isEqualTo(here.digest());
    assertThat(changed.digest()).isNotEqualTo(here.digest());
    assertThat(dataset(here).job().settings().get("jar"))
        .isEqualTo(temp.resolve("here/lib/etl.jar").toUri().toString());
  }

  private static Product withJar(Path root, String jar) throws IOException {
    Files.createDirectories(root.resolve("lib"));
    Files.writeString(root.resolve("lib/etl.jar"), jar);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("domain.yaml", bytes(DOMAIN));
    files.put(
        "pipeline.yaml",
        bytes(
            change(
                "{type: spark-sql, file: sql/orders.sql}", "{type: spark-app, jar: lib/etl.jar}")));
    return parse(new Sources(files, Optional.of(root)));
  }

  private static Dataset dataset(Product product) {
    return product.datasets().get(0);
  }
}
