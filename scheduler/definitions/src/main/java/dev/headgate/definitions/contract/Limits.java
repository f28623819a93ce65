package dev.headgate.definitions.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A lower and an upper bound of one column.
 *
 * @param above whether the lower one itself is ruled out, and {@code below}: the upper one
 * @param whole whether the column has whole numbers only
 * @param family of a column of days or times
 */
record Limits(
    Object least,
    boolean above,
    Object most,
    boolean below,
    boolean whole,
    Optional<Family> family) {

  /** Why no value is within. */
  Optional<String> mistake(String lower) {
    if (compare() > 0) {
      return Optional.of(most + " is below '" + lower + "', " + least);
    }
    return isEmpty()
        ? Optional.of("no value is within " + most + " and '" + lower + "', " + least)
        : Optional.empty();
  }

  private boolean isEmpty() {
    if (least.equals(most) && (above || below)) {
      return true;
    }
    if (whole) {
      BigDecimal first = number(least).setScale(0, RoundingMode.CEILING);
      BigDecimal last = number(most).setScale(0, RoundingMode.FLOOR);
      return within(
          first, first.compareTo(number(least)) == 0, last, last.compareTo(number(most)) == 0);
    }
    if (family.filter(f -> f == Family.DATE).isPresent()) {
      BigDecimal first = BigDecimal.valueOf(LocalDate.parse(least.toString()).toEpochDay());
      BigDecimal last = BigDecimal.valueOf(LocalDate.parse(most.toString()).toEpochDay());
      return within(first, true, last, true);
    }
    return false;
  }

  private boolean within(BigDecimal first, boolean isLeast, BigDecimal last, boolean isMost) {
    BigDecimal from = above && isLeast ? first.add(BigDecimal.ONE) : first;
    BigDecimal to = below && isMost ? last.subtract(BigDecimal.ONE) : last;
    return from.compareTo(to) > 0;
  }

  private int compare() {
    if (least instanceof Number && most instanceof Number) {
      return number(least).compareTo(number(most));
    }
    return isMoment(least) && isMoment(most)
        ? moment(least).compareTo(moment(most))
        : compare(least.toString(), most.toString());
  }

  /** A day begins any point in time that it begins with. */
  private static int compare(String least, String most) {
    return most.startsWith(least) ? 0 : least.compareTo(most);
  }

  private static boolean isMoment(Object bound) {
    return bound.toString().contains("T");
  }

  /** Of two bounds both have an offset, which is that of UTC, or both have none. */
  private static LocalDateTime moment(Object bound) {
    return LocalDateTime.parse(bound.toString().replaceFirst("Z$", ""));
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(value.toString());
  }
}
