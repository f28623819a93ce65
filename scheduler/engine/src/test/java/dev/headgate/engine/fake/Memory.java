package dev.headgate.engine.fake;

import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Approval;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.AcceptanceStore.Acceptance;
import dev.headgate.model.store.AnalysisStore.Analysis;
import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.BreachStore.Breach;
import dev.headgate.model.store.MetricStore.Measurement;
import dev.headgate.model.store.Outbox;
import dev.headgate.model.store.ProductStore.Decided;
import dev.headgate.model.store.ProductStore.Pause;
import dev.headgate.model.store.ProductStore.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All rows; a transaction works on a copy. Every value is immutable. */
final class Memory {
  final List<Definitions> revisions = new ArrayList<>();
  final Map<Long, Release> releases = new TreeMap<>();
  final List<Verdict> verdicts = new ArrayList<>();
  final List<Approval> approvals = new ArrayList<>();
  final Map<String, Run> runs = new LinkedHashMap<>();
  final Map<ProductName, Pause> pauses = new HashMap<>();
  final Map<ProductName, Decided> decisions = new HashMap<>();
  final Map<String, Request> requests = new LinkedHashMap<>();
  final Map<String, Long> takenUp = new HashMap<>();
  final Map<Long, Waiver> waivers = new TreeMap<>();
  final List<Measurement> metrics = new ArrayList<>();
  final List<Acceptance> acceptances = new ArrayList<>();
  final List<Breach> breaches = new ArrayList<>();
  final Set<String> notes = new HashSet<>();
  final Map<String, Analysis> analyses = new HashMap<>();
  final List<AuditLog.Event> audit = new ArrayList<>();
  final Map<Long, Outbox.Pending> outbox = new TreeMap<>();
  final Map<Long, Instant> notBefore = new HashMap<>();
  boolean changed;
  long lastId;
  long lastEvent;

  Memory() {}

  Memory(Memory other) {
    revisions.addAll(other.revisions);
    releases.putAll(other.releases);
    verdicts.addAll(other.verdicts);
    approvals.addAll(other.approvals);
    runs.putAll(other.runs);
    pauses.putAll(other.pauses);
    decisions.putAll(other.decisions);
    requests.putAll(other.requests);
    takenUp.putAll(other.takenUp);
    waivers.putAll(other.waivers);
    metrics.addAll(other.metrics);
    acceptances.addAll(other.acceptances);
    breaches.addAll(other.breaches);
    notes.addAll(other.notes);
    analyses.putAll(other.analyses);
    audit.addAll(other.audit);
    outbox.putAll(other.outbox);
    notBefore.putAll(other.notBefore);
    lastId = other.lastId;
    lastEvent = other.lastEvent;
  }
}
