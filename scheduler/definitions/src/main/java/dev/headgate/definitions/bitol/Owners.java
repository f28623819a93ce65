package dev.headgate.definitions.bitol;

import dev.headgate.definitions.shape.Checked;
import java.util.List;
import java.util.Locale;

/** The people of {@code team} who own the data: whose role is owner, or ends with it. */
public final class Owners {
  private Owners() {}

  /** Their user names, or names where they have none; who left is none of them. */
  public static List<String> of(Checked document) {
    List<Checked> members =
        document
            .mapping("team")
            .map(t -> t.mappings("members"))
            .orElseGet(() -> document.mappings("team"));
    return members.stream()
        .filter(m -> m.text("role").filter(Owners::owns).isPresent())
        .filter(m -> m.text("dateOut").isEmpty())
        .flatMap(m -> m.text("username").or(() -> m.text("name")).stream())
        .distinct()
        .toList();
  }

  private static boolean owns(String role) {
    String word = role.strip().toLowerCase(Locale.ROOT);
    return word.equals("owner") || word.endsWith(" owner");
  }
}
