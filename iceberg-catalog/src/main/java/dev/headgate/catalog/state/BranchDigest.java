package dev.headgate.catalog.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of all that a promotion of a branch would do: SHA-256 over, each preceded by its length
 * in bytes and a colon, the base instant, the evidence, and for each changed name in order its
 * namespace, name, kind, object id and exact state (or {@code DROP}). Metadata files are immutable,
 * so a location stands for its content.
 */
final class BranchDigest {
  private final MessageDigest sha256;

  private BranchDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String of(Branch branch, String evidence, List<Fork> forks) {
    BranchDigest digest = new BranchDigest();
    digest.add("base " + branch.baseLsn());
    digest.add(evidence);
    for (Fork fork : forks) {
      digest.add(fork.name().namespace());
      digest.add(fork.name().name());
      digest.add(fork.kind().name());
      digest.add(fork.now().map(Entry::objectId).orElse(fork.objectId()));
      digest.add(fork.now().map(Entry::state).orElse("DROP"));
    }
    return HexFormat.of().formatHex(digest.sha256.digest());
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    sha256.update(bytes);
  }
}
