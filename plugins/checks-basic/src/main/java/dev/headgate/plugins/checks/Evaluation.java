package dev.headgate.plugins.checks;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.plugins.checks.metric.Answers;
import dev.headgate.plugins.checks.metric.Familiar;
import dev.headgate.plugins.checks.metric.Measuring;
import dev.headgate.plugins.checks.metric.Metric;
import dev.headgate.plugins.checks.rule.Rule;
import dev.headgate.plugins.checks.sql.Asking;
import dev.headgate.plugins.checks.sql.Unavailable;
import dev.headgate.plugins.checks.table.Table;
import dev.headgate.spi.Check;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates all rules of a dataset: reads them, measures what they need together, and judges each
 * by itself, so that a wrong one harms no other.
 */
final class Evaluation implements Check {
  private final Familiar familiar = new Familiar();

  @Override
  public List<Result> evaluate(Request request) throws InterruptedException {
    Asking asking = new Asking(request.queries(), request.view(), request.timeout());
    Table table = new Table(request.dataset(), request.table());
    List<Read> rules = read(request, new Rules(table, request, asking));
    Answers answers =
        new Measuring(table, request.base(), earlier(rules, request), familiar, asking)
            .measure(needs(rules));
    Samples samples = new Samples(asking, request.masked());
    List<Result> results = new ArrayList<>();
    for (Read rule : rules) {
      results.add(
          rule.rule().isPresent() ? judged(rule.rule().get(), answers, samples) : rule.broken());
    }
    return results;
  }

  /** A rule, or why it is none. */
  private record Read(String name, Optional<Rule> rule, Result broken) {}

  private static List<Read> read(Request request, Rules rules) {
    List<Read> read = new ArrayList<>();
    for (CheckSpec spec : request.rules()) {
      try {
        read.add(new Read(spec.name(), Optional.of(rules.read(spec)), broken("")));
      } catch (RuntimeException e) {
        read.add(new Read(spec.name(), Optional.empty(), broken(e)));
      }
    }
    return read;
  }

  private static Set<Metric.Of> needs(List<Read> rules) {
    Set<Metric.Of> needs = new LinkedHashSet<>();
    rules.forEach(r -> r.rule().ifPresent(rule -> needs.addAll(rule.needs())));
    return needs;
  }

  /** What rules measured before, by what they measure. */
  private static Map<Metric, BigDecimal> earlier(List<Read> rules, Request request) {
    Map<Metric, BigDecimal> earlier = new HashMap<>();
    for (Read rule : rules) {
      BigDecimal value = request.earlier().get(rule.name());
      if (value != null) {
        rule.rule().flatMap(Rule::kept).ifPresent(metric -> earlier.put(metric, value));
      }
    }
    return earlier;
  }

  private static Result judged(Rule rule, Answers answers, Samples samples)
      throws InterruptedException {
    try {
      Rule.Judgement judgement = rule.judge(answers);
      if (judgement.breaking().isPresent()
          && judgement.result() instanceof Result.Measured measured) {
        return new Result.Measured(
            measured.passed(),
            measured.value(),
            measured.shown(),
            measured.message(),
            measured.evidence(),
            samples.read(judgement.breaking().get()));
      }
      return judgement.result();
    } catch (PluginException e) {
      return broken(e);
    } catch (RuntimeException e) {
      // Its message may quote what was read.
      return broken("it failed: " + e.getClass().getName());
    }
  }

  private static Result broken(RuntimeException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return e instanceof Unavailable ? new Result.Unavailable(message) : broken(message);
  }

  private static Result broken(String message) {
    return new Result.Broken(message);
  }
}
