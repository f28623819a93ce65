package dev.headgate.engine.contract;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One side of what a column's values may be. {@code exclusiveMinimum} and {@code exclusiveMaximum}
 * are understood in both forms of ODCS: true beside the bound, or the bound itself.
 *
 * @param value empty where there is no bound
 * @param exclusive whether the value itself is ruled out
 */
record Bound(Side side, Optional<Object> value, boolean exclusive) {
  /** From which side it bounds. */
  enum Side {
    LOWER,
    UPPER
  }

  static Bound of(Map<String, Object> options, String key, Side side) {
    Bound inclusive = new Bound(side, Optional.ofNullable(options.get(key)), false);
    Object exclusive =
        key.equals("minimum")
            ? options.get("exclusiveMinimum")
            : key.equals("maximum") ? options.get("exclusiveMaximum") : null;
    if (exclusive == null || exclusive instanceof Boolean) {
      boolean open = Boolean.TRUE.equals(exclusive) && inclusive.value().isPresent();
      return new Bound(side, inclusive.value(), open).withoutNothing(key);
    }
    Bound open = new Bound(side, Optional.of(exclusive), true);
    return inclusive.value().isEmpty() || inclusive.to(open) == Shift.TIGHTENED ? open : inclusive;
  }

  /** No length is below zero: that bound is none. */
  private Bound withoutNothing(String key) {
    boolean none =
        side == Side.LOWER
            && !key.equals("minimum")
            && value.map(v -> Value.text(v).equals("0")).orElse(false);
    return none ? new Bound(side, Optional.empty(), false) : this;
  }

  Shift to(Bound after) {
    if (value.isEmpty() || after.value.isEmpty()) {
      return Shift.of(after.value.isEmpty(), value.isEmpty());
    }
    OptionalInt order = Value.compare(after.value.get(), value.get());
    if (order.isEmpty()) {
      return after.value.equals(value) && after.exclusive == exclusive ? Shift.SAME : Shift.OTHER;
    }
    int moved = side == Side.LOWER ? order.getAsInt() : -order.getAsInt();
    return Shift.of(
        moved < 0 || (moved == 0 && (exclusive || !after.exclusive)),
        moved > 0 || (moved == 0 && (after.exclusive || !exclusive)));
  }

  /** In words; empty for none. */
  @Override
  public String toString() {
    String least = exclusive ? "more than " : "at least ";
    String most = exclusive ? "less than " : "at most ";
    return value.map(v -> (side == Side.LOWER ? least : most) + Value.text(v)).orElse("");
  }
}
