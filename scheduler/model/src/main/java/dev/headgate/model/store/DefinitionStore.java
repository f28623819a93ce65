package dev.headgate.model.store;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.Optional;
import java.util.Set;

/** What was applied, each revision kept. */
public interface DefinitionStore {
  /** The newest revision; {@link Definitions#EMPTY} before the first. */
  Definitions current();

  /** The newest revision's number; 0 before the first. */
  long revision();

  /**
   * Makes {@code definitions} the newest revision, if the newest is still {@code expectedRevision};
   * else throws {@code WRONG_STATE}. Returns the new number.
   */
  long apply(long expectedRevision, Definitions definitions, String actor);

  /** A product as it was when it had this digest, also after it was changed or dropped. */
  Optional<Product> product(String digest);

  /** The products that defined a dataset in any revision; none for what always was a source. */
  Set<ProductName> makers(DatasetName dataset);

  /** A text file's content by its SHA-256, of any revision. */
  Optional<String> file(String sha256);
}
