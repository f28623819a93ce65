package dev.headgate.engine.decide;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Job;
import java.util.ArrayList;
import java.util.List;

/** Which parts of a dataset's definition differ, in the words of people. */
public final class Aspects {
  private Aspects() {}

  /** What differs of that which decides the content: {@code SQL}, {@code inputs}, … */
  public static List<String> ofContent(Dataset before, Dataset after) {
    if (before.digest().equals(after.digest())) {
      return before.job().equals(after.job()) ? List.of() : List.of("place of the job's files");
    }
    List<String> changed = new ArrayList<>();
    if (!before.job().type().equals(after.job().type())) {
      changed.add("kind of job");
    } else if (!before.job().settings().equals(after.job().settings())) {
      changed.add("job's settings");
    }
    if (!before.job().files().equals(after.job().files())) {
      changed.add(code(after.job()));
    }
    if (!before.inputs().equals(after.inputs())) {
      changed.add("list of inputs");
    }
    if (!before.partitionedBy().equals(after.partitionedBy())) {
      changed.add("partitioning");
    }
    if (!before.write().equals(after.write())) {
      changed.add("way of writing");
    }
    if (changed.isEmpty()) {
      changed.add("definition");
    }
    return List.copyOf(changed);
  }

  private static String code(Job job) {
    return job.type().equals("spark-sql") ? "SQL" : "code";
  }
}
