package dev.headgate.engine.drive;

import dev.headgate.engine.accept.Acceptances;
import dev.headgate.engine.ask.Answers;
import dev.headgate.engine.ask.Interventions;
import dev.headgate.engine.ask.Requests;
import dev.headgate.engine.facts.FactsReader;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.glossary.TermsReview;
import dev.headgate.engine.grade.Grades;
import dev.headgate.engine.grade.Labels;
import dev.headgate.engine.judge.Checking;
import dev.headgate.engine.judge.Judge;
import dev.headgate.engine.judge.Rejudging;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Agenda;
import dev.headgate.engine.pace.BackOff;
import dev.headgate.engine.plan.Applier;
import dev.headgate.engine.plan.DescriptorOwners;
import dev.headgate.engine.plan.Planner;
import dev.headgate.engine.promote.Approvals;
import dev.headgate.engine.promote.Promoter;
import dev.headgate.engine.promote.Rollbacks;
import dev.headgate.engine.release.Branches;
import dev.headgate.engine.release.Starter;
import dev.headgate.engine.release.Superseding;
import dev.headgate.engine.release.Voiding;
import dev.headgate.engine.run.Attempts;
import dev.headgate.engine.run.Building;
import dev.headgate.engine.run.Threads;
import dev.headgate.engine.run.Tokens;
import dev.headgate.engine.servicelevel.Watch;
import dev.headgate.engine.sql.SqlFindings;
import dev.headgate.engine.tell.Dispatcher;
import dev.headgate.engine.waive.Waivers;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** The engine's features, wired by hand; without threads of its own, so that it can be stepped. */
final class Machine {
  private static final Duration LONGEST_DELIVERY_PAUSE = Duration.ofHours(1);

  final Agenda agenda = new Agenda();
  final Ledger ledger;
  final InForce inForce = new InForce();
  final Attempts attempts;
  final Judge judge;
  final Checking checking;
  final Acceptances acceptances;
  final Dispatcher dispatcher;
  final Requests requests;
  final Interventions interventions;
  final Answers answers;
  final Approvals approvals;
  final Rollbacks rollbacks;
  final Waivers waivers;
  final Planner planner;
  final Applier applier;
  final Sources sources;
  final Watch serviceLevels;
  final Grades grades;
  final Labels labels;
  private final Promoter promoter;
  private final ProductDriver driver;

  Machine(Parts parts, Threads threads) {
    this(parts, threads, () -> ThreadLocalRandom.current().nextDouble());
  }

  Machine(Parts parts, Threads threads, DoubleSupplier random) {
    var config = parts.config();
    var lake = parts.lake();
    var plugins = parts.plugins();
    Store store = parts.store();
    ledger = new Ledger(store, parts.clock());
    BackOff backOff = new BackOff(config.backOffBase(), config.backOffMax(), random);
    FactsReader facts = new FactsReader(lake);
    Superseding superseding = new Superseding(ledger);
    Voiding voiding = new Voiding(ledger, inForce, superseding);
    Branches branches = new Branches(ledger, inForce, facts, lake, superseding);
    Starter starter = new Starter(ledger, inForce, facts);
    Tokens tokens = new Tokens(lake, ledger);
    attempts = new Attempts(lake, ledger, plugins, config, agenda, backOff, tokens, threads);
    Building building = new Building(ledger, agenda, config, attempts);
    judge = new Judge(ledger, inForce, lake, plugins, config, agenda, backOff, tokens, superseding);
    acceptances = new Acceptances(ledger, inForce);
    checking = new Checking(ledger, inForce, lake, plugins, config);
    promoter = new Promoter(ledger, inForce, lake, config, agenda, backOff, superseding);
    driver =
        new ProductDriver(
            ledger,
            inForce,
            agenda,
            backOff,
            config,
            attempts,
            voiding,
            branches,
            building,
            judge,
            new Rejudging(ledger, inForce, agenda),
            promoter,
            starter);
    BackOff deliveries = new BackOff(config.backOffBase(), LONGEST_DELIVERY_PAUSE, random);
    dispatcher = new Dispatcher(ledger, inForce, branches, plugins, agenda, deliveries);
    interventions = new Interventions(ledger, inForce, lake);
    requests =
        new Requests(ledger, inForce, starter, branches, tokens, plugins, config, interventions);
    answers = new Answers(ledger, starter);
    approvals = new Approvals(ledger, inForce);
    rollbacks = new Rollbacks(ledger, inForce);
    waivers = new Waivers(ledger, inForce);
    SqlFindings sql = new SqlFindings(ledger, lake, plugins, config);
    planner =
        new Planner(
            ledger,
            inForce,
            facts,
            List.of(
                new DescriptorOwners(),
                (before, after) -> sql.of(before.definitions(), after),
                new TermsReview(ledger)));
    applier = new Applier(ledger, inForce, lake, agenda, voiding);
    sources = new Sources(ledger, inForce, facts, agenda);
    serviceLevels = new Watch(ledger, inForce, lake, agenda);
    grades = new Grades(ledger, inForce);
    labels = new Labels(grades, agenda::told);
  }

  /** Finds out what an earlier process left under way. */
  void recover() {
    List<Release> live = ledger.transact(tx -> tx.releases().live());
    promoter.recover(live);
    lookAtAll();
    agenda.tell();
  }

  /** Wakes every product there is anything to know about. */
  void lookAtAll() {
    Set<ProductName> all =
        ledger.transact(
            tx -> {
              Set<ProductName> names =
                  new TreeSet<>(inForce.in(tx).definitions().products().keySet());
              tx.releases().live().forEach(r -> names.add(r.product()));
              return names;
            });
    agenda.wakeAll(all);
  }

  void drive(ProductName product) {
    driver.drive(product);
  }

  /** Does what is due now, in this thread; whether there was anything. */
  boolean tick() {
    Instant now = ledger.now();
    List<ProductName> due = agenda.take(now, Set.of());
    due.forEach(this::drive);
    boolean news = agenda.takeNews(now);
    if (news) {
      dispatcher.deliver();
    }
    return !due.isEmpty() || news;
  }
}
