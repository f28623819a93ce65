package dev.headgate.engine.judge;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryException;
import java.time.Duration;

/**
 * Asks another engine; what fails quotes nothing that was read. For where some of it is classified:
 * messages reach the audit log, the API and notifications.
 */
record Discreet(QueryEngine queries) implements QueryEngine {
  @Override
  public Result query(CatalogAccess view, String sql, int maxRows, Duration timeout)
      throws InterruptedException {
    try {
      return queries.query(view, sql, maxRows, timeout);
    } catch (QueryException e) {
      // Not as its cause: that is logged, and quotes.
      throw new QueryException(e.withoutData(), e.withoutData(), e.isLasting(), null);
    } catch (PluginException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new PluginException("the query engine failed: " + e.getClass().getName());
    }
  }
}
