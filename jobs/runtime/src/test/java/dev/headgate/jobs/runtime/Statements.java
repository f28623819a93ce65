package dev.headgate.jobs.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.spark.sql.SparkSession;

/**
 * A stock Spark for end-to-end tests: runs the statements that come as lines in Base64, in one
 * session, and answers each with a line {@code answer: ok} or {@code answer: failed} and Base64. It
 * knows nothing of Headgate; Spark's settings are system properties. It ends with its input.
 */
public final class Statements {
  private Statements() {}

  public static void main(String[] args) throws IOException {
    try (SparkSession spark = SparkSession.builder().getOrCreate();
        BufferedReader input =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("answer: ok " + encoded("ready"));
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        System.out.println(
            "answer: " + run(spark, new String(decoded(line), StandardCharsets.UTF_8)));
      }
    }
  }

  /** Whatever goes wrong is an answer: the caller decides what was expected. */
  private static String run(SparkSession spark, String statement) {
    try {
      return "ok " + encoded(spark.sql(statement).collectAsList().toString());
    } catch (Exception e) {
      return "failed " + encoded(e.toString());
    }
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] decoded(String line) {
    return Base64.getDecoder().decode(line);
  }
}
