package dev.headgate.jobs.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists, String, Long, Double, Boolean and null. Strict: what is not JSON is
 * an {@link IllegalArgumentException} that says where.
 */
final class JsonReader {
  private static final int MAX_DEPTH = 64;

  private final String in;
  private int at;
  private int depth;

  private JsonReader(String in) {
    this.in = in;
  }

  static Object read(String json) {
    JsonReader reader = new JsonReader(json);
    Object value = reader.value();
    reader.space();
    if (reader.at < json.length()) {
      throw reader.wrong("the end");
    }
    return value;
  }

  private Object value() {
    space();
    char c = peek();
    if (c == '{') {
      return object();
    } else if (c == '[') {
      return array();
    } else if (c == '"') {
      return text();
    } else if (c == '-' || isDigit(c)) {
      return number();
    }
    return word();
  }

  private Map<String, Object> object() {
    enter('{');
    Map<String, Object> map = new LinkedHashMap<>();
    space();
    if (peek() != '}') {
      do {
        space();
        String key = text();
        space();
        expect(':');
        if (map.containsKey(key)) {
          throw wrong("another key than '" + key + "'");
        }
        map.put(key, value());
        space();
      } while (skip(','));
    }
    leave('}');
    return map;
  }

  private List<Object> array() {
    enter('[');
    List<Object> list = new ArrayList<>();
    space();
    if (peek() != ']') {
      do {
        list.add(value());
        space();
      } while (skip(','));
    }
    leave(']');
    return list;
  }

  private String text() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (peek() != '"') {
      char c = in.charAt(at++);
      if (c < ' ') {
        throw wrong("no control character in a text");
      }
      text.append(c == '\\' ? escaped() : c);
    }
    at++;
    return text.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("an escape");
    };
  }

  private char unicode() {
    int end = at + 4;
    if (end > in.length()) {
      throw wrong("four hex digits");
    }
    int code = 0;
    for (; at < end; at++) {
      int digit = Character.digit(in.charAt(at), 16);
      if (digit < 0) {
        throw wrong("four hex digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private Object number() {
    int start = at;
    skip('-');
    boolean zero = peek() == '0';
    int digits = digits();
    if (zero && digits > 1) {
      throw wrong("no leading zero");
    }
    boolean whole = true;
    if (skip('.')) {
      whole = false;
      digits();
    }
    if (skip('e') || skip('E')) {
      whole = false;
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    String number = in.substring(start, at);
    try {
      return whole ? (Object) Long.valueOf(number) : (Object) Double.valueOf(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(number + " is too large for a long", e);
    }
  }

  private int digits() {
    int start = at;
    while (at < in.length() && isDigit(in.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw wrong("a digit");
    }
    return at - start;
  }

  private Object word() {
    for (Map.Entry<String, Boolean> word : Map.of("true", true, "false", false).entrySet()) {
      if (in.startsWith(word.getKey(), at)) {
        at += word.getKey().length();
        return word.getValue();
      }
    }
    if (in.startsWith("null", at)) {
      at += 4;
      return null;
    }
    throw wrong("a value");
  }

  private void enter(char c) {
    expect(c);
    if (++depth > MAX_DEPTH) {
      throw wrong("at most " + MAX_DEPTH + " levels");
    }
  }

  private void leave(char c) {
    expect(c);
    depth--;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw wrong("'" + c + "'");
    }
  }

  private boolean skip(char c) {
    if (at < in.length() && in.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private char peek() {
    if (at >= in.length()) {
      throw wrong("more");
    }
    return in.charAt(at);
  }

  private void space() {
    while (at < in.length() && " \t\r\n".indexOf(in.charAt(at)) >= 0) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "not JSON at character " + (at + 1) + ": expected " + expected);
  }
}
