package dev.headgate.engine.grade;

import java.util.List;

/**
 * How good the evidence for a product is.
 *
 * @param points of 100
 * @param reasons one for each criterion, in their order; they add up to the points
 */
public record Grade(Letter letter, int points, List<Reason> reasons) {
  public Grade {
    reasons = List.copyOf(reasons);
  }

  static Grade of(List<Reason> reasons) {
    int points = reasons.stream().mapToInt(Reason::points).sum();
    return new Grade(Letter.of(points), points, reasons);
  }

  /** From good to bad. */
  public enum Letter {
    A(90),
    B(75),
    C(60),
    D(40),
    F(0);

    private final int least;

    Letter(int least) {
      this.least = least;
    }

    /** The points that it takes. */
    public int least() {
      return least;
    }

    static Letter of(int points) {
      Letter found = F;
      for (Letter letter : values()) {
        if (points >= letter.least && letter.least > found.least) {
          found = letter;
        }
      }
      return found;
    }
  }

  /**
   * Why there are so many points.
   *
   * @param sentence the evidence; and what would raise the points, where there could be more
   */
  public record Reason(Criterion criterion, int points, String sentence) {}
}
