package dev.headgate.catalog.state;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Tokens, stored by their digest only. */
final class Grants {
  private static final String FIELD = "|";
  private final Handle handle;

  Grants(Handle handle) {
    this.handle = handle;
  }

  void insert(
      Branch branch,
      String tokenSha256,
      Optional<Set<Name>> writable,
      String holder,
      long expiresMillis) {
    handle
        .createUpdate(
            "INSERT INTO lake_grant (token_sha256, branch_id, holder, write_all, writable, expires_millis)"
                + " VALUES (:token, :branch, :holder, :all, :writable, :expires)")
        .bind("token", tokenSha256)
        .bind("branch", branch.id())
        .bind("holder", holder)
        .bind("all", writable.isEmpty())
        .bind(
            "writable",
            writable.orElse(Set.of()).stream().map(Grants::line).collect(Collectors.joining("\n")))
        .bind("expires", expiresMillis)
        .execute();
  }

  /** The grant behind a token, if it is still alive. */
  Optional<Grant> find(String tokenSha256, long nowMillis) {
    return handle
        .createQuery(
            "SELECT b.name, g.holder, g.write_all, g.writable FROM lake_grant g"
                + " JOIN lake_branch b ON b.id = g.branch_id"
                + " WHERE g.token_sha256 = :token AND g.expires_millis > :now")
        .bind("token", tokenSha256)
        .bind("now", nowMillis)
        .map(
            (row, context) ->
                new Grant(
                    tokenSha256,
                    row.getString("name"),
                    row.getString("holder"),
                    row.getBoolean("write_all")
                        ? Optional.empty()
                        : Optional.of(names(row.getString("writable")))))
        .findOne();
  }

  void end(Branch branch, String holder) {
    handle
        .createUpdate("DELETE FROM lake_grant WHERE branch_id = :branch AND holder = :holder")
        .bind("branch", branch.id())
        .bind("holder", holder)
        .execute();
  }

  void endAll(Branch branch) {
    handle
        .createUpdate("DELETE FROM lake_grant WHERE branch_id = :branch")
        .bind("branch", branch.id())
        .execute();
  }

  private static String line(Name name) {
    return name.namespace() + FIELD + name.name();
  }

  private static Set<Name> names(String lines) {
    return Arrays.stream(lines.split("\n"))
        .filter(line -> !line.isEmpty())
        .map(line -> List.of(line.split("\\" + FIELD, 2)))
        .map(parts -> new Name(parts.get(0), parts.get(1)))
        .collect(Collectors.toSet());
  }
}
