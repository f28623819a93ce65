package dev.headgate.model.product;

import java.util.Map;

/**
 * How a dataset is built.
 *
 * @param type which launcher runs it: {@code spark-sql}, {@code spark-app}, {@code command}, {@code
 *     open} or a plugin's own
 * @param settings the entry's other keys; values are String, Boolean, {@link
 *     dev.headgate.model.ExactNumber a number}, List or Map of these
 * @param files for each file that it names, by the value in {@code settings}, the SHA-256 of its
 *     content; a text file goes by its path as written and is in {@link Definitions#bundle}, a jar
 *     by its URI, where it stays (a remote one is known by its URI's digest only)
 */
public record Job(String type, Map<String, Object> settings, Map<String, String> files) {
  /** The job type of what is built from outside, between {@code release open} and {@code close}. */
  public static final String OPEN = "open";

  public Job {
    settings = Map.copyOf(settings);
    files = Map.copyOf(files);
  }

  public boolean isOpen() {
    return type.equals(OPEN);
  }
}
