package dev.headgate.jobs.runtime;

import java.util.Arrays;
import org.apache.spark.deploy.SparkSubmit;

/**
 * {@code spark-submit} in this JVM, which lives no longer than its parent. Arguments: the parent's
 * process id, then those of {@code spark-submit}. An application that fails ends the process with
 * exit code 1, also where it left threads behind.
 */
public final class Submit {
  private Submit() {}

  public static void main(String[] args) {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "expected the parent's process id and the arguments of spark-submit");
    }
    ParentWatch.start(Long.parseLong(args[0]), End::orphaned);
    try {
      SparkSubmit.main(Arrays.copyOfRange(args, 1, args.length));
    } catch (Throwable e) {
      System.out.flush();
      System.err.print("Exception in thread \"main\" ");
      e.printStackTrace();
      System.exit(1);
    }
  }
}
