package dev.headgate.plugins.checks.rule;

import dev.headgate.plugins.checks.metric.Answers;
import dev.headgate.plugins.checks.metric.Metric;
import dev.headgate.spi.Check;
import java.util.List;
import java.util.Optional;

/** One rule on one dataset. */
public interface Rule {
  /** The figures that it is judged by. */
  default List<Metric.Of> needs() {
    return List.of();
  }

  /** The figure that is kept as its value, so that the next release can go on from it. */
  default Optional<Metric> kept() {
    return Optional.empty();
  }

  /**
   * Compares.
   *
   * @throws dev.headgate.spi.PluginException if it could not be evaluated
   */
  Judgement judge(Answers answers) throws InterruptedException;

  /**
   * What came of it.
   *
   * @param breaking the query for the rows that break it, the worst first; empty where the rule is
   *     not about single rows, or holds
   */
  record Judgement(Check.Result result, Optional<String> breaking) {
    public static Judgement of(Check.Result result) {
      return new Judgement(result, Optional.empty());
    }

    public static Judgement skipped(String why) {
      return of(new Check.Result.Skipped(why));
    }
  }
}
