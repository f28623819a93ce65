package dev.headgate.server.definitions;

import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Job;
import java.nio.file.Path;
import java.util.Map;

/** Understands what a client sends. */
public interface DefinitionReader {
  /**
   * Reads a whole folder of definitions.
   *
   * @param files contents by path below {@code root}, with {@code /}
   * @param root where jars are that were not sent
   * @throws dev.headgate.server.http.InvalidDefinitionsException with all mistakes
   */
  Definitions read(Map<String, byte[]> files, Path root);

  /**
   * A job that is submitted by itself: its keys are checked as in a pipeline, its files digested.
   *
   * @param settings files among them are URIs
   */
  Job job(String type, Map<String, Object> settings);
}
