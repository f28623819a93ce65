package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Approval;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.ReleaseStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/**
 * Releases. What must be unique is claimed in columns with a unique index (see {@link Claims}), so
 * that it holds for concurrent transactions too.
 */
final class JdbcReleases implements ReleaseStore {
  private static final List<String> NOT_FINAL =
      Arrays.stream(ReleaseState.values()).filter(s -> !s.isFinal()).map(Enum::name).toList();

  private final Handle handle;
  private final Dialect dialect;
  private final Claims claims;

  JdbcReleases(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
    this.claims = new Claims(handle);
  }

  @Override
  public long nextId() {
    return handle.createQuery(dialect.nextReleaseId()).mapTo(Long.class).one();
  }

  @Override
  public void insert(Release release) {
    OptionalInt inserted =
        Writes.unlessTaken(
            handle,
            () ->
                write(
                    release,
                    """
                    INSERT INTO hg_release (id, revision, product, state, claimed_fingerprint,
                      claimed_product, lake_version, body)
                    VALUES (:id, :revision, :product, :state, :claimedFingerprint,
                      :claimedProduct, :lakeVersion, :body)
                    """));
    if (inserted.isEmpty()) {
      if (find(release.id()).isPresent()) {
        throw new HeadgateException(
            ErrorCode.ALREADY_EXISTS, "there is a release " + release.id() + " already");
      }
      throw claims.refusal(release);
    }
  }

  @Override
  public void update(Release release) {
    Release stored =
        find(release.id())
            .orElseThrow(
                () ->
                    new HeadgateException(
                        ErrorCode.NOT_FOUND, "there is no release " + release.id()));
    if (stored.revision() != release.revision() - 1) {
      throw changedMeanwhile(release, stored);
    }
    if (stored.state() != release.state()) {
      stored.state().checkNext(release.state(), release.id(), "become " + release.state());
    }
    OptionalInt touched = Writes.unlessTaken(handle, () -> compareAndSwap(release));
    if (touched.isEmpty()) {
      throw claims.refusal(release);
    }
    if (touched.getAsInt() != 1) {
      throw changedMeanwhile(release, find(release.id()).orElse(stored));
    }
  }

  private int compareAndSwap(Release release) {
    return write(
        release,
        """
        UPDATE hg_release SET revision = :revision, product = :product, state = :state,
          claimed_fingerprint = :claimedFingerprint, claimed_product = :claimedProduct,
          lake_version = :lakeVersion, body = :body
        WHERE id = :id AND revision = :revision - 1
        """);
  }

  private int write(Release release, String sql) {
    return handle
        .createUpdate(sql)
        .bind("id", release.id())
        .bind("revision", release.revision())
        .bind("product", release.product().toString())
        .bind("state", release.state().name())
        .bind("claimedFingerprint", Claims.fingerprint(release).orElse(null))
        .bind("claimedProduct", Claims.product(release).orElse(null))
        .bind("lakeVersion", release.lakeVersion().orElse(null))
        .bind("body", ModelJson.write(release))
        .execute();
  }

  private static HeadgateException changedMeanwhile(Release release, Release stored) {
    return new HeadgateException(
        ErrorCode.WRONG_STATE,
        "release "
            + release.id()
            + " cannot become "
            + release.state()
            + ": it was changed meanwhile and is "
            + stored.state()
            + " at revision "
            + stored.revision()
            + ", expected revision "
            + (release.revision() - 1));
  }

  @Override
  public Optional<Release> find(long id) {
    return handle
        .createQuery("SELECT body FROM hg_release WHERE id = :id")
        .bind("id", id)
        .map(ModelJson.column("body", Release.class))
        .findOne();
  }

  @Override
  public List<Release> list(Optional<ProductName> product, int limit) {
    return handle
        .createQuery(
            "SELECT body FROM hg_release"
                + product.map(p -> " WHERE product = :product").orElse("")
                + " ORDER BY id DESC LIMIT :limit")
        .bindMap(product.map(p -> Map.of("product", p.toString())).orElse(Map.of()))
        .bind("limit", limit)
        .map(ModelJson.column("body", Release.class))
        .list();
  }

  @Override
  public List<Release> live() {
    return handle
        .createQuery("SELECT body FROM hg_release WHERE state IN (<states>) ORDER BY id")
        .bindList("states", NOT_FINAL)
        .map(ModelJson.column("body", Release.class))
        .list();
  }

  @Override
  public List<Release> live(ProductName product) {
    return handle
        .createQuery(
            "SELECT body FROM hg_release WHERE product = :product AND state IN (<states>)"
                + " ORDER BY id")
        .bind("product", product.toString())
        .bindList("states", NOT_FINAL)
        .map(ModelJson.column("body", Release.class))
        .list();
  }

  @Override
  public Optional<Release> latest(ProductName product) {
    return list(Optional.of(product), 1).stream().findFirst();
  }

  @Override
  public List<Release> promoted(ProductName product) {
    return promoted(product, "").list();
  }

  @Override
  public Optional<Release> current(ProductName product) {
    return promoted(product, " LIMIT 1").findOne();
  }

  private ResultIterable<Release> promoted(ProductName product, String limit) {
    return handle
        .createQuery(
            "SELECT body FROM hg_release WHERE product = :product AND state = :promoted"
                + " ORDER BY lake_version DESC, id DESC"
                + limit)
        .bind("product", product.toString())
        .bind("promoted", ReleaseState.PROMOTED.name())
        .map(ModelJson.column("body", Release.class));
  }

  @Override
  public void addVerdict(Verdict verdict) {
    handle
        .createUpdate("INSERT INTO hg_verdict (release_id, body) VALUES (:release, :body)")
        .bind("release", verdict.release())
        .bind("body", ModelJson.write(verdict))
        .execute();
  }

  @Override
  public Optional<Verdict> verdict(long release) {
    return handle
        .createQuery(
            "SELECT body FROM hg_verdict WHERE release_id = :release ORDER BY number DESC LIMIT 1")
        .bind("release", release)
        .map(ModelJson.column("body", Verdict.class))
        .findOne();
  }

  @Override
  public void addApproval(Approval approval) {
    Writes.unlessTaken(
        handle,
        () ->
            handle
                .createUpdate(
                    "INSERT INTO hg_approval (release_id, digest, actor, approved_at)"
                        + " VALUES (:release, :digest, :actor, :at)")
                .bind("release", approval.release())
                .bind("digest", approval.digest())
                .bind("actor", approval.actor())
                .bind("at", Micros.column(approval.at()))
                .execute());
  }

  @Override
  public List<Approval> approvals(long release) {
    return handle
        .createQuery("SELECT * FROM hg_approval WHERE release_id = :release ORDER BY number")
        .bind("release", release)
        .map(
            (row, context) ->
                new Approval(
                    row.getLong("release_id"),
                    row.getString("digest"),
                    row.getString("actor"),
                    Micros.read(row, "approved_at")))
        .list();
  }
}
