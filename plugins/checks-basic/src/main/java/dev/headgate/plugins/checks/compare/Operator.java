package dev.headgate.plugins.checks.compare;

import java.math.BigDecimal;
import java.util.List;

/**
 * The comparison operators of ODCS. The bounds of the two ranges are outside of the range: ODCS,
 * from v3.0 to v3.2, says that {@code mustBeBetween} is {@code mustBeGreaterThan} and {@code
 * mustBeLessThan}, and {@code mustNotBeBetween} is its opposite.
 */
enum Operator {
  MUST_BE("mustBe"),
  MUST_NOT_BE("mustNotBe"),
  GREATER_THAN("mustBeGreaterThan"),
  GREATER_OR_EQUAL("mustBeGreaterOrEqualTo", "mustBeGreaterThanOrEqualTo"),
  LESS_THAN("mustBeLessThan"),
  LESS_OR_EQUAL("mustBeLessOrEqualTo", "mustBeLessThanOrEqualTo"),
  BETWEEN("mustBeBetween"),
  NOT_BETWEEN("mustNotBeBetween");

  private final String key;
  private final String otherSpelling;

  Operator(String key) {
    this(key, key);
  }

  Operator(String key, String otherSpelling) {
    this.key = key;
    this.otherSpelling = otherSpelling;
  }

  String key() {
    return key;
  }

  /** The key, then how standards close to ODCS spell it, if they do otherwise. */
  List<String> spellings() {
    return key.equals(otherSpelling) ? List.of(key) : List.of(key, otherSpelling);
  }

  /** How many numbers it compares with. */
  int operands() {
    return this == BETWEEN || this == NOT_BETWEEN ? 2 : 1;
  }

  /** Whether it can compare truth values, too. */
  boolean comparesFlags() {
    return this == MUST_BE || this == MUST_NOT_BE;
  }

  boolean holds(BigDecimal value, List<BigDecimal> operands) {
    int first = value.compareTo(operands.get(0));
    return switch (this) {
      case MUST_BE -> first == 0;
      case MUST_NOT_BE -> first != 0;
      case GREATER_THAN -> first > 0;
      case GREATER_OR_EQUAL -> first >= 0;
      case LESS_THAN -> first < 0;
      case LESS_OR_EQUAL -> first <= 0;
      case BETWEEN -> first > 0 && value.compareTo(operands.get(1)) < 0;
      case NOT_BETWEEN -> first <= 0 || value.compareTo(operands.get(1)) >= 0;
    };
  }

  /** The expectation in words, with operands as texts. */
  String phrase(List<String> operands) {
    String first = operands.get(0);
    return switch (this) {
      case MUST_BE -> first;
      case MUST_NOT_BE -> "not " + first;
      case GREATER_THAN -> "greater than " + first;
      case GREATER_OR_EQUAL -> "at least " + first;
      case LESS_THAN -> "less than " + first;
      case LESS_OR_EQUAL -> "at most " + first;
      case BETWEEN -> "strictly between " + first + " and " + operands.get(1);
      case NOT_BETWEEN -> "not strictly between " + first + " and " + operands.get(1);
    };
  }

  /** Whether a value that does not hold would hold if it were low enough. */
  boolean isExceeded(BigDecimal value, List<BigDecimal> operands) {
    return switch (this) {
      case MUST_BE -> value.compareTo(operands.get(0)) > 0;
      case LESS_THAN, LESS_OR_EQUAL -> !holds(value, operands);
      case BETWEEN -> value.compareTo(operands.get(1)) >= 0;
      case MUST_NOT_BE, GREATER_THAN, GREATER_OR_EQUAL, NOT_BETWEEN -> false;
    };
  }
}
