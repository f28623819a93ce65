package dev.headgate.plugins.checks.change;

import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Kind;
import dev.headgate.plugins.checks.table.Numbers;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the values of a column are divided, by those before: numbers by quantiles, so that about as
 * many were in each; others by the most frequent values, with all else in one. Null has its own.
 *
 * @param number an expression in SQL that gives the number of a row's bucket
 * @param exact whether the buckets are what they are meant to be: Spark's quantiles are approximate
 */
record Buckets(String number, boolean exact) {
  static Buckets of(Column column, int most, Before before) throws InterruptedException {
    Kind kind = column.kind();
    if (kind == Kind.UNKNOWN) {
      kind = Kind.ofSql(before.asking().columns(column.sql(), before.table()).get(0).type());
    }
    if (kind.isNumber()) {
      return byQuantiles(column, kind, most, before);
    }
    if (kind == Kind.TEXT || kind == Kind.BOOLEAN) {
      return byValues(column, most, before);
    }
    throw new PluginException(
        "expected a column of numbers, texts, or true and false, but "
            + column.name()
            + " is none");
  }

  private static Buckets byQuantiles(Column column, Kind kind, int most, Before before)
      throws InterruptedException {
    String ranks =
        IntStream.range(1, most)
            .mapToObj(
                i -> BigDecimal.valueOf(i).divide(BigDecimal.valueOf(most), MathContext.DECIMAL32))
            .map(Sql::literal)
            .collect(Collectors.joining(", "));
    String sql =
        "SELECT approx_percentile("
            + column.sql()
            + ", array("
            + ranks
            + ")) FROM "
            + before.table();
    TreeSet<BigDecimal> cuts = new TreeSet<>();
    Object answer = before.asking().row(sql, 1).get(0);
    for (String text : answer == null ? new String[0] : answer.toString().split("[\\[\\], \"]+")) {
      Decimals.parse(text).ifPresent(cuts::add);
    }
    return new Buckets(
        expression(column, cuts.stream().map(c -> " <= " + Numbers.literal(c, kind)).toList()),
        false);
  }

  private static Buckets byValues(Column column, int most, Before before)
      throws InterruptedException {
    String sql =
        "SELECT "
            + column.sql()
            + ", count(*) AS headgate_rows FROM "
            + before.table()
            + " WHERE "
            + column.sql()
            + " IS NOT NULL GROUP BY "
            + column.sql()
            + " ORDER BY 2 DESC, 1";
    List<String> values = new ArrayList<>();
    for (List<Object> row : before.asking().rows(sql, most - 1).rows()) {
      values.add(" = " + literal(row.get(0)));
    }
    return new Buckets(expression(column, values), true);
  }

  private static String literal(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "TRUE" : "FALSE";
    }
    return value instanceof Number number
        ? Sql.literal(Decimals.of(number, "a value"))
        : Sql.literal(value.toString());
  }

  private static String expression(Column column, List<String> conditions) {
    StringBuilder sql = new StringBuilder("CASE WHEN " + column.sql() + " IS NULL THEN -1");
    for (int i = 0; i < conditions.size(); i++) {
      sql.append(" WHEN ")
          .append(column.sql())
          .append(conditions.get(i))
          .append(" THEN ")
          .append(i);
    }
    return sql.append(" ELSE ").append(conditions.size()).append(" END").toString();
  }
}
