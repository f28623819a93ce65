package dev.headgate.server.quartz;

import org.quartz.impl.jdbcjobstore.JobStoreTX;

/**
 * Keeps schedules under one fixed name. Quartz would use the scheduler's, which must be unique in
 * the process and so differs from start to start.
 */
@SuppressWarnings("unchecked") // Quartz overrides a generic method by a raw one
public final class NamedJobStore extends JobStoreTX {
  static final String NAME = "headgate";

  @Override
  public void setInstanceName(String ignored) {
    super.setInstanceName(NAME);
  }

  @Override
  public void setInstanceId(String ignored) {
    super.setInstanceId(NAME);
  }
}
