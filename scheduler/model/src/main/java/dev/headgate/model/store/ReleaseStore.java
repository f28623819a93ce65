package dev.headgate.model.store;

import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Approval;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Verdict;
import java.util.List;
import java.util.Optional;

/** Releases, their verdicts and approvals. */
public interface ReleaseStore {
  /** The next release's id. */
  long nextId();

  /**
   * Adds a release. Throws {@code ALREADY_EXISTS} if one with this fingerprint is live or promoted.
   */
  void insert(Release release);

  /**
   * Writes a release whose stored revision is {@code release.revision() - 1}; else throws {@code
   * WRONG_STATE}.
   */
  void update(Release release);

  Optional<Release> find(long id);

  /** Newest first; of one product, or of all if empty; at most {@code limit}. */
  List<Release> list(Optional<ProductName> product, int limit);

  /** All that are not final, oldest first. */
  List<Release> live();

  /** The product's releases that are not final, oldest first. */
  default List<Release> live(ProductName product) {
    return live().stream().filter(r -> r.product().equals(product)).toList();
  }

  /** The product's newest release, however it ended. */
  Optional<Release> latest(ProductName product);

  /** The product's promoted releases, newest promotion first. */
  List<Release> promoted(ProductName product);

  /** The product's newest promotion: what {@code main} shows of it. */
  default Optional<Release> current(ProductName product) {
    return promoted(product).stream().findFirst();
  }

  void addVerdict(Verdict verdict);

  /** The newest verdict on a release. */
  Optional<Verdict> verdict(long release);

  /** Adds an approval; a second one of the same actor for the same digest is ignored. */
  void addApproval(Approval approval);

  /** All approvals of a release, for whatever digest, oldest first. */
  List<Approval> approvals(long release);
}
