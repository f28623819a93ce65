package dev.headgate.store;

import dev.headgate.model.Digests;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.PromotionPolicy;
import dev.headgate.model.product.Term;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.product.WriteMode;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import dev.headgate.model.store.AuditLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of the model that the suites write. */
final class Samples {
  static final Instant NOON = Instant.parse("2001-06-30T12:00:00.123456Z");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  static final ProductName DELAYS = ProductName.parse("analytics.flight-delays");
  static final ProductName FLIGHTS = ProductName.parse("operations.flights");
  static final DatasetName DAILY = DatasetName.parse("analytics.daily_delays");

  private Samples() {}

  static Release release(long id, ProductName product, String fingerprint) {
    return new Release(
        id,
        1,
        product,
        ReleaseKind.BUILD,
        ReleaseState.PLANNED,
        Optional.empty(),
        List.of(),
        fingerprint,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of("operations.flights was promoted"),
        Map.of(DAILY, "f-1"),
        Map.of(DatasetName.parse("operations.flights"), "s-1"),
        Map.of("day", "2001-06-30"),
        "definition",
        Optional.empty(),
        Optional.empty(),
        "headgate",
        NOON,
        Optional.empty());
  }

  static Release ofKind(Release release, ReleaseKind kind) {
    return new Release(
        release.id(),
        release.revision(),
        release.product(),
        kind,
        release.state(),
        release.reason(),
        release.blockedBy(),
        release.fingerprint(),
        release.baseInstant(),
        release.digest(),
        release.lakeVersion(),
        release.startedBecause(),
        release.datasets(),
        release.inputs(),
        release.parameters(),
        release.definitionDigest(),
        release.submission(),
        release.restores(),
        release.requestedBy(),
        release.createdAt(),
        release.endedAt());
  }

  /** The release's next revision, in another state. */
  static Release next(Release release, ReleaseState state) {
    return next(release, state, release.lakeVersion());
  }

  static Release next(Release release, ReleaseState state, Optional<Long> lakeVersion) {
    return new Release(
        release.id(),
        release.revision() + 1,
        release.product(),
        release.kind(),
        state,
        release.reason(),
        release.blockedBy(),
        release.fingerprint(),
        release.baseInstant(),
        release.digest(),
        lakeVersion,
        release.startedBecause(),
        release.datasets(),
        release.inputs(),
        release.parameters(),
        release.definitionDigest(),
        release.submission(),
        release.restores(),
        release.requestedBy(),
        release.createdAt(),
        state.isFinal() ? Optional.of(NOON.plusSeconds(60)) : Optional.empty());
  }

  static Run run(String id, long release) {
    return new Run(
        id,
        release,
        DAILY,
        RunState.QUEUED,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static AuditLog.Event event(String action) {
    return new AuditLog.Event(
        NOON,
        "ana",
        action,
        "release 12",
        Optional.of("d-1"),
        Map.of("reason", "looks right", "a", "ü"));
  }

  static Product product(ProductName name, String sql) {
    Job job =
        new Job(
            "spark-sql",
            Map.of("file", "a.sql", "retries", 3L, "ratio", HALF, "list", List.of(1L, "x", true)),
            Map.of("a.sql", Digests.sha256(sql)));
    Dataset dataset =
        new Dataset(
            new DatasetName(name.domain(), "daily_delays"),
            List.of(DatasetName.parse("operations.flights")),
            Optional.of("day(flight_date)"),
            job,
            new WriteMode.Merge(List.of("id")),
            List.of(
                new CheckSpec("rows", "rowCount", Map.of("mustBeGreaterThan", 0L), Severity.ERROR)),
            3,
            Duration.ofHours(1),
            Digests.sha256("dataset " + sql));
    return new Product(
        name,
        new Trigger(
            List.of(
                new Trigger.Inputs(true),
                new Trigger.Cron("30 6 * * *", ZoneId.of("America/New_York")))),
        Map.of("day", new Product.Parameter(Product.ParameterType.DATE, true)),
        List.of(dataset),
        List.of(new Product.Notification("webhook", Map.of("url", "https://x"), List.of("held"))),
        new PromotionPolicy(1, List.of("owners"), PromotionPolicy.WhileWaiting.KEEP),
        Digests.sha256(name + sql));
  }

  static Definitions definitions(Product product, String... files) {
    Map<String, String> bundle = new HashMap<>();
    for (String file : files) {
      bundle.put(Digests.sha256(file), file);
    }
    Domain domain =
        new Domain(
            product.name().domain(), List.of("ana"), Map.of("owners", List.of("ana", "ben")));
    return new Definitions(Map.of(domain.name(), domain), Map.of(product.name(), product), bundle);
  }

  /** As {@link #definitions}, with a descriptor, a policy and a term. */
  static Definitions governed(Product product, String... files) {
    Definitions plain = definitions(product, files);
    Descriptor descriptor =
        new Descriptor(
            "flight-delays",
            Optional.of("v1"),
            "active",
            Optional.of("how late flights are"),
            List.of("ana"),
            List.of(
                new Descriptor.Port(
                    "flights", Optional.of("2"), Optional.of("operations.flights"))),
            List.of(new Descriptor.Port("daily", Optional.of("1"), Optional.empty())),
            List.of("delays"),
            Map.of("tier", 1L, "notes", List.of("a", HALF)),
            "flight-delays.odps.yaml");
    PolicyRule policy =
        new PolicyRule(
                "owner-present",
                PolicyRule.Scope.PRODUCT,
                Severity.WARNING,
                "cel",
                "size(product.owners) > 0",
                "nobody owns it",
                "policies/base.yaml",
                3)
            .ofSite();
    Term term =
        new Term(
            "airport",
            "ana",
            "where planes land",
            Optional.of(DAILY),
            Optional.empty(),
            Optional.of("string"),
            "glossary.yaml",
            7,
            3,
            List.of());
    return new Definitions(
        plain.domains(),
        plain.products(),
        Map.of(product.name(), descriptor),
        List.of(policy),
        Map.of(term.name(), term),
        plain.bundle());
  }
}
