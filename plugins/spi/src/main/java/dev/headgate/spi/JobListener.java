package dev.headgate.spi;

/** Told how an attempt goes. */
public interface JobListener {
  /**
   * The job runs now.
   *
   * @param externalId how the outside calls it, for example a Spark application's id
   */
  void started(String externalId);

  /** One line for people: what it is at. */
  void progress(String line);
}
