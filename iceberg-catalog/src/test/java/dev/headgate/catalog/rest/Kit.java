package dev.headgate.catalog.rest;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.iceberg.rest.RESTCompatibilityKitSuite;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Iceberg's REST Compatibility Kit, which takes what it needs from system properties. */
final class Kit {
  private Kit() {}

  /**
   * What became of the kit's tests.
   *
   * @param failures each with its test
   */
  record Figures(long found, long passed, long skipped, List<String> failures) {
    @Override
    public String toString() {
      return found
          + " tests found, "
          + passed
          + " passed, "
          + failures.size()
          + " failed, "
          + skipped
          + " skipped";
    }
  }

  static Figures run(RestLake lake) {
    Map<String, String> settings = new TreeMap<>(lake.clientProperties(Map.of()));
    settings.put("uri", lake.uri());
    settings.put("rck.requires-namespace-create", "true");
    Properties before = new Properties();
    before.putAll(System.getProperties());
    settings.forEach(System::setProperty);
    try {
      return execute();
    } finally {
      System.setProperties(before);
    }
  }

  private static Figures execute() {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(RESTCompatibilityKitSuite.class))
            .configurationParameter("rck.local", "false")
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    TestExecutionSummary summary = listener.getSummary();
    return new Figures(
        summary.getTestsFoundCount(),
        summary.getTestsSucceededCount(),
        summary.getTestsSkippedCount() + summary.getTestsAbortedCount(),
        summary.getFailures().stream()
            .map(f -> f.getTestIdentifier().getDisplayName() + ": " + f.getException())
            .toList());
  }
}
