package dev.headgate.engine.fake;

import dev.headgate.engine.Plugins;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.release.Finding;
import dev.headgate.model.store.Outbox;
import dev.headgate.spi.Check;
import dev.headgate.spi.EventSink;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.PolicyLanguage.Unanswerable;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Job type {@code fake}, checks {@code notBad} (fails where the content says "bad") and {@code
 * asks} (broken where the query of its setting {@code query} fails), notifier {@code post}, one
 * event sink.
 */
public final class FakePlugins implements Plugins {
  private final List<Map<String, Object>> told = new CopyOnWriteArrayList<>();
  private volatile Set<String> masked = Set.of();
  private final FakeLake lake;
  private final FakeJobs jobs;
  private final List<Outbox.Event> posted = new ArrayList<>();
  private final List<Outbox.Event> sunk = new ArrayList<>();
  private final Check notBad = this::notBad;
  private Runnable whileChecking = () -> {};
  private boolean policiesAway;
  private int brokenChecks;
  private int brokenPosts;
  private Optional<QueryEngine> queries =
      Optional.of(
          (view, sql, maxRows, timeout) -> {
            throw new PluginException("there is no SQL here");
          });

  public FakePlugins(FakeLake lake) {
    this.lake = lake;
    this.jobs = new FakeJobs(lake);
  }

  public void policiesAway(boolean away) {
    policiesAway = away;
  }

  public FakeJobs jobs() {
    return jobs;
  }

  public List<Outbox.Event> posted() {
    return posted;
  }

  public List<Outbox.Event> sunk() {
    return sunk;
  }

  /** What policies were told, oldest first. */
  public List<Map<String, Object>> told() {
    return told;
  }

  /** The columns that the last check was told to mask. */
  public Set<String> masked() {
    return masked;
  }

  /** Happens once, while the next check runs. */
  public void whileChecking(Runnable work) {
    whileChecking = work;
  }

  public void breakChecks(int times) {
    brokenChecks = times;
  }

  public void breakPosts(int times) {
    brokenPosts = times;
  }

  public void withoutQueries() {
    queries = Optional.empty();
  }

  public void queriesBy(QueryEngine engine) {
    queries = Optional.of(engine);
  }

  @Override
  public Optional<Launcher> launcher(String jobType) {
    return jobType.equals("fake") ? Optional.of(jobs) : Optional.empty();
  }

  @Override
  public Optional<Check> check(String type) {
    return switch (type) {
      case "notBad" -> Optional.of(notBad);
      case "asks" -> Optional.of(FakePlugins::asks);
      default -> Optional.empty();
    };
  }

  private static List<Check.Result> asks(Check.Request request) throws InterruptedException {
    List<Check.Result> results = new ArrayList<>();
    for (CheckSpec rule : request.rules()) {
      try {
        String query = String.valueOf(rule.settings().get("query"));
        request.queries().query(request.view(), query, 1, request.timeout());
        results.add(new Check.Result.Skipped("it was asked"));
      } catch (QueryException e) {
        results.add(new Check.Result.Broken(e.getMessage()));
      } catch (PluginException e) {
        results.add(new Check.Result.Unavailable(e.getMessage()));
      }
    }
    return results;
  }

  private List<Check.Result> notBad(Check.Request request) {
    masked = request.masked();
    Runnable meanwhile = whileChecking;
    whileChecking = () -> {};
    meanwhile.run();
    if (brokenChecks > 0) {
      brokenChecks--;
      throw new PluginException("the query engine is away");
    }
    String content =
        lake.read(request.view().warehouse(), request.view().token(), request.dataset())
            .orElseThrow(() -> new PluginException("no such table"));
    Check.Result result =
        new Check.Result.Measured(
            !content.contains("bad"),
            Optional.empty(),
            content,
            "expected nothing bad, found " + content,
            new Finding.Evidence(Finding.Source.SCAN, true),
            Optional.empty());
    return request.rules().stream().map(rule -> result).toList();
  }

  @Override
  public Optional<QueryEngine> queryEngine() {
    return queries;
  }

  /**
   * The language {@code none}: {@code true} holds, {@code absent} has no answer, {@code away} has
   * none while {@link #policiesAway}, all else does not hold.
   */
  @Override
  public Optional<PolicyLanguage> policyLanguage(String name) {
    return name.equals("none")
        ? Optional.of(
            expression ->
                facts -> {
                  told.add(facts);
                  if (expression.equals("absent")) {
                    throw new Unanswerable("'x' is absent: expected it");
                  }
                  if (expression.equals("away") && policiesAway) {
                    throw new PluginException("nobody answers");
                  }
                  return expression.equals("true") || expression.equals("away");
                })
        : Optional.empty();
  }

  @Override
  public Optional<Notifier> notifier(String type) {
    return type.equals("post")
        ? Optional.of(
            (target, event) -> {
              if (brokenPosts > 0) {
                brokenPosts--;
                throw new PluginException("nobody is home");
              }
              posted.add(event);
            })
        : Optional.empty();
  }

  @Override
  public List<EventSink> eventSinks() {
    return List.of(sunk::add);
  }
}
