package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The positions of the properties in a key of several: the primary key, or the partitions. */
final class KeyPositions {
  private final IdentityHashMap<Yaml.Mapping, Integer> positions = new IdentityHashMap<>();

  private KeyPositions() {}

  /**
   * From 1, in the order of the positions that are written, those without one after them.
   *
   * @param flag the key that says that a property is in it
   * @param position the key that says where
   */
  static KeyPositions of(
      List<Checked> properties, String flag, String position, Problems problems) {
    Map<Integer, String> taken = new HashMap<>();
    List<Checked> members = new ArrayList<>();
    for (Checked property : properties) {
      Optional<Integer> written = property.whole(position).filter(p -> p != -1);
      boolean member = property.flag(flag);
      String mistake = "";
      if (written.isPresent() && !member) {
        mistake = "expected '" + flag + ": true' beside it, or -1";
      } else if (written.isPresent() && written.get() < 1) {
        mistake = "expected a number from 1, found " + written.get();
      } else if (written.isPresent()) {
        String first =
            taken.putIfAbsent(written.get(), property.text("name").orElse("another property"));
        mistake =
            first == null ? "" : written.get() + " is already the position of '" + first + "'";
      }
      if (!mistake.isEmpty()) {
        problems.add(property.entry(position).orElseThrow().at(), "'" + position + "': " + mistake);
      }
      if (member) {
        members.add(property);
      }
    }
    members.sort(
        Comparator.comparingInt(
            p -> p.whole(position).filter(w -> w > 0).orElse(Integer.MAX_VALUE)));
    KeyPositions ordered = new KeyPositions();
    for (int i = 0; i < members.size(); i++) {
      ordered.positions.put(members.get(i).yaml(), i + 1);
    }
    return ordered;
  }

  OptionalInt of(Checked property) {
    Integer position = positions.get(property.yaml());
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }
}
