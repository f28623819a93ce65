package dev.headgate.store;

import dev.headgate.model.Digests;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.Term;
import dev.headgate.model.store.DefinitionStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Each revision is one JSON document that names its bundle files by digest; a file's content is
 * kept once, whatever the number of revisions that name it, and so is a product's definition.
 */
final class JdbcDefinitions implements DefinitionStore {
  private final Handle handle;
  private final Clock clock;
  private final NewestDefinitions newest;
  private final BundleFiles files;

  JdbcDefinitions(Handle handle, Clock clock, NewestDefinitions newest) {
    this.handle = handle;
    this.clock = clock;
    this.newest = newest;
    this.files = new BundleFiles(handle);
  }

  @Override
  public Definitions current() {
    Optional<String> digest =
        handle
            .createQuery("SELECT digest FROM hg_revision ORDER BY revision DESC LIMIT 1")
            .mapTo(String.class)
            .findOne();
    return digest.map(d -> newest.find(d).orElseGet(() -> load(d))).orElse(Definitions.EMPTY);
  }

  private Definitions load(String digest) {
    Document document =
        handle
            .createQuery("SELECT body FROM hg_revision WHERE digest = :digest LIMIT 1")
            .bind("digest", digest)
            .map(ModelJson.column("body", Document.class))
            .one();
    Definitions definitions = document.definitions(files.read(document.files()));
    newest.keep(digest, definitions);
    return definitions;
  }

  @Override
  public long revision() {
    return handle
        .createQuery("SELECT COALESCE(MAX(revision), 0) FROM hg_revision")
        .mapTo(Long.class)
        .one();
  }

  @Override
  public long apply(long expectedRevision, Definitions definitions, String actor) {
    long now = revision();
    if (now != expectedRevision) {
      throw appliedMeanwhile(expectedRevision, now);
    }
    Makers makers = new Makers(handle);
    makers.add(current());
    makers.add(definitions);
    files.add(definitions.bundle());
    definitions.sortedProducts().values().forEach(this::addProduct);
    String body = ModelJson.write(Document.of(definitions));
    if (Writes.unlessTaken(handle, () -> insert(expectedRevision + 1, actor, body)).isEmpty()) {
      throw appliedMeanwhile(expectedRevision, revision());
    }
    return expectedRevision + 1;
  }

  private int insert(long revision, String actor, String body) {
    return handle
        .createUpdate(
            "INSERT INTO hg_revision (revision, actor, applied_at, digest, body)"
                + " VALUES (:revision, :actor, :at, :digest, :body)")
        .bind("revision", revision)
        .bind("actor", actor)
        .bind("at", Micros.column(clock.instant()))
        .bind("digest", Digests.sha256(body))
        .bind("body", body)
        .execute();
  }

  private void addProduct(Product product) {
    if (product(product.digest()).isEmpty()) {
      Writes.unlessTaken(
          handle,
          () ->
              handle
                  .createUpdate(
                      "INSERT INTO hg_product_definition (digest, product, body)"
                          + " VALUES (:digest, :product, :body)")
                  .bind("digest", product.digest())
                  .bind("product", product.name().toString())
                  .bind("body", ModelJson.write(product))
                  .execute());
    }
  }

  private static HeadgateException appliedMeanwhile(long expected, long now) {
    return new HeadgateException(
        ErrorCode.WRONG_STATE,
        "the definitions are at revision "
            + now
            + ", expected revision "
            + expected
            + ": someone applied others meanwhile; plan again");
  }

  @Override
  public Optional<Product> product(String digest) {
    return handle
        .createQuery("SELECT body FROM hg_product_definition WHERE digest = :digest")
        .bind("digest", digest)
        .map(ModelJson.column("body", Product.class))
        .findOne();
  }

  @Override
  public Set<ProductName> makers(DatasetName dataset) {
    return new Makers(handle).of(dataset);
  }

  @Override
  public Optional<String> file(String sha256) {
    return files.find(sha256);
  }

  /** A revision as it is kept: the definitions, with the digests of the bundle's files. */
  record Document(
      Map<String, Domain> domains,
      Map<ProductName, Product> products,
      Map<ProductName, Descriptor> descriptors,
      List<PolicyRule> policies,
      Map<String, Term> glossary,
      List<String> files) {
    static Document of(Definitions definitions) {
      return new Document(
          definitions.domains(),
          definitions.products(),
          definitions.descriptors(),
          definitions.policies(),
          definitions.glossary(),
          definitions.bundle().keySet().stream().sorted().toList());
    }

    Definitions definitions(Map<String, String> bundle) {
      return new Definitions(domains, products, descriptors, policies, glossary, bundle);
    }
  }
}
