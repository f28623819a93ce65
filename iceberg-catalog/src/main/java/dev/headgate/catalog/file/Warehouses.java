package dev.headgate.catalog.file;

import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.FileIO;

/**
 * Opens the place where files go: a local folder, or a file system of Hadoop's such as {@code
 * s3a://}.
 */
public final class Warehouses {
  private static final Set<String> HADOOP_SCHEMES = Set.of("s3a", "hdfs", "abfs", "abfss", "gs");

  private Warehouses() {}

  /**
   * The way to read and write below {@code warehouse}.
   *
   * @param hadoop settings of the file system, such as {@code fs.s3a.endpoint}; unused on a local
   *     disk
   */
  public static FileIO open(String warehouse, Map<String, String> hadoop) {
    if (!isRemote(warehouse)) {
      return new LocalFileIO();
    }
    Configuration configuration = new Configuration();
    hadoop.forEach(configuration::set);
    return new HadoopFileIO(configuration);
  }

  /**
   * The warehouse as locations in metadata name it: a remote URI as it is, a folder as an absolute
   * {@code file:} URI.
   */
  public static String location(String warehouse) {
    if (isRemote(warehouse)) {
      return warehouse;
    }
    String path = LocalFileIO.path(warehouse).toAbsolutePath().normalize().toString();
    return "file:" + path;
  }

  /** Whether it is not on the local disk. */
  public static boolean isRemote(String warehouse) {
    int colon = warehouse.indexOf(':');
    if (colon < 0 || warehouse.startsWith("file:")) {
      return false;
    }
    String scheme = warehouse.substring(0, colon);
    if (!HADOOP_SCHEMES.contains(scheme)) {
      throw new IllegalArgumentException(
          "warehouse '"
              + warehouse
              + "': expected a folder, or a URI that starts with one of "
              + HADOOP_SCHEMES);
    }
    return true;
  }
}
