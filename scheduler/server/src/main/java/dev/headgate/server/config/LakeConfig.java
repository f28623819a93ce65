package dev.headgate.server.config;

import java.util.List;
import java.util.Map;

/**
 * The lake.
 *
 * @param warehouse where tables' files are: a folder or {@code s3a://…}; empty: in the home
 * @param retention how long instants without a lake version stay readable
 * @param hadoop settings of the file system, such as {@code fs.s3a.endpoint}
 */
public record LakeConfig(
    String warehouse, java.time.Duration retention, Map<String, String> hadoop) {
  static final String HADOOP_PREFIX = "lake.hadoop.";
  static final Property<String> WAREHOUSE =
      Property.text(
          "lake.warehouse", "", "Folder or s3a:// URI of the tables; empty: in the server's home.");
  static final Property<java.time.Duration> RETENTION =
      Property.duration(
          "lake.retention", "P7D", "How long an instant that no lake version is stays readable.");
  static final List<Property<?>> PROPERTIES = List.of(WAREHOUSE, RETENTION);

  public LakeConfig {
    hadoop = Map.copyOf(hadoop);
  }

  public static LakeConfig from(Settings settings) {
    return new LakeConfig(
        settings.read(WAREHOUSE), settings.read(RETENTION), settings.below(HADOOP_PREFIX));
  }

  @Override
  public String toString() {
    return "LakeConfig[warehouse=" + warehouse + ", retention=" + retention + "]";
  }
}
