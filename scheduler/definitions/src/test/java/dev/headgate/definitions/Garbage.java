package dev.headgate.definitions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What can happen to a file. */
final class Garbage {
  private static final List<String> PIECES =
      List.of(
          "\t",
          "\n",
          "\r\n",
          ":",
          ": ",
          "- ",
          "'",
          "\"",
          "[",
          "]",
          "{",
          "}",
          "#",
          "&a ",
          "*a",
          "!t ",
          "|\n",
          ">-\n",
          "---\n",
          "%YAML 1.2\n",
          "? ",
          "\u0000",
          "\uFEFF",
          "ü",
          "😀",
          "\u2028",
          "null",
          "1e999",
          "0x1F",
          "99999999999999999999",
          ".inf",
          "-",
          ";",
          "/*",
          "--",
          "..",
          "~",
          "sql/daily_delays.sql",
          "operations.flights",
          "bucket(0, a)",
          "PT-1H",
          "v3.0.0",
          "null\n",
          "operations/flights.odcs.yaml",
          "schema/a/properties/b",
          "{}",
          "[]",
          "* * * ? * MON#");

  private Garbage() {}

  /** One change: something is cut out, put in, doubled, or a byte is replaced. */
  record Mutation(int file, int kind, int where, int length, int piece) {
    Map<String, byte[]> applyTo(Map<String, byte[]> files) {
      Map<String, byte[]> changed = new TreeMap<>(files);
      String path = List.copyOf(changed.keySet()).get(Math.floorMod(file, changed.size()));
      byte[] content = changed.get(path);
      int at = content.length == 0 ? 0 : Math.floorMod(where, content.length);
      int end = Math.min(content.length, at + Math.floorMod(length, 30));
      byte[] inserted =
          switch (Math.floorMod(kind, 5)) {
            case 0 -> new byte[0];
            case 1, 2 ->
                PIECES.get(Math.floorMod(piece, PIECES.size())).getBytes(StandardCharsets.UTF_8);
            case 3 -> doubled(content, at, end);
            default -> new byte[] {(byte) piece};
          };
      int resumeAt = Math.floorMod(kind, 5) == 2 ? at : end;
      byte[] result = Arrays.copyOf(content, at + inserted.length + content.length - resumeAt);
      System.arraycopy(inserted, 0, result, at, inserted.length);
      System.arraycopy(content, resumeAt, result, at + inserted.length, content.length - resumeAt);
      changed.put(path, result);
      return changed;
    }

    private static byte[] doubled(byte[] content, int at, int end) {
      byte[] twice = new byte[2 * (end - at)];
      System.arraycopy(content, at, twice, 0, end - at);
      System.arraycopy(content, at, twice, end - at, end - at);
      return twice;
    }
  }
}
