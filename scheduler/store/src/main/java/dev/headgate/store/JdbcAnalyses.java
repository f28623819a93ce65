package dev.headgate.store;

import dev.headgate.model.store.AnalysisStore;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The newest analysis of each statement; who is last wins. */
final class JdbcAnalyses implements AnalysisStore {
  private final Handle handle;

  JdbcAnalyses(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Analysis> find(String statement) {
    return handle
        .createQuery("SELECT body FROM hg_analysis WHERE statement = :statement")
        .bind("statement", statement)
        .map(ModelJson.column("body", Analysis.class))
        .findOne();
  }

  @Override
  public void put(Analysis analysis) {
    Writes.put(
        handle,
        () ->
            write(
                analysis,
                "UPDATE hg_analysis SET against = :against, body = :body"
                    + " WHERE statement = :statement"),
        () ->
            write(
                analysis,
                "INSERT INTO hg_analysis (statement, against, body)"
                    + " VALUES (:statement, :against, :body)"));
  }

  private int write(Analysis analysis, String sql) {
    return handle
        .createUpdate(sql)
        .bind("statement", analysis.statement())
        .bind("against", analysis.against())
        .bind("body", ModelJson.write(analysis))
        .execute();
  }
}
