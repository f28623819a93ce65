package dev.headgate.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows in columns: numbers to the right, and the last column wrapped where the terminal ends. What
 * a terminal would obey in a cell is shown instead.
 */
public final class Table {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final String GAP = "  ";
  private static final int NARROWEST = 20;

  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... head) {
    this(List.of(head));
  }

  public Table(List<String> head) {
    this.head = head.stream().map(Visible::inLine).toList();
  }

  public void row(Object... cells) {
    rows.add(
        Arrays.stream(cells)
            .map(cell -> cell == null ? "" : Visible.inLine(cell.toString()))
            .toList());
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, no wider than {@code width} where that can be; 0: as wide as they are. */
  public List<String> lines(int width) {
    int[] widths = new int[head.size()];
    boolean[] numeric = new boolean[head.size()];
    for (int i = 0; i < head.size(); i++) {
      int column = i;
      widths[i] =
          rows.stream()
              .mapToInt(r -> r.get(column).length())
              .reduce(head.get(i).length(), Math::max);
      numeric[i] =
          !rows.isEmpty()
              && rows.stream()
                  .map(r -> r.get(column))
                  .allMatch(c -> c.isEmpty() || NUMBER.matcher(c).matches());
    }
    int last = head.size() - 1;
    int before = Arrays.stream(widths, 0, last).sum() + last * GAP.length();
    if (width > 0 && before + widths[last] > width) {
      widths[last] = Math.max(NARROWEST, width - before);
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(head, widths, numeric));
    for (List<String> row : rows) {
      addWrapped(lines, row, widths, numeric);
    }
    return lines;
  }

  private static void addWrapped(
      List<String> lines, List<String> row, int[] widths, boolean[] numeric) {
    int last = row.size() - 1;
    List<String> parts = Wrapped.lines(row.get(last), widths[last]);
    List<String> cells = new ArrayList<>(row);
    for (int i = 0; i < parts.size(); i++) {
      if (i == 1) {
        cells.replaceAll(cell -> "");
      }
      cells.set(last, parts.get(i));
      lines.add(line(cells, widths, numeric));
    }
  }

  private static String line(List<String> cells, int[] widths, boolean[] numeric) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(Math.max(0, widths[i] - cells.get(i).length()));
      line.append(i == 0 ? "" : GAP);
      line.append(numeric[i] ? padding + cells.get(i) : cells.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }
}
