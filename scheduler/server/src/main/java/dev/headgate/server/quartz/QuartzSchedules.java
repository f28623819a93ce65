package dev.headgate.server.quartz;

import dev.headgate.engine.Engine;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.store.Store;
import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * Schedules in Quartz' JDBC store, so that a firing missed while the server was down is made up.
 */
@Singleton
public final class QuartzSchedules implements Schedules, Service {
  private final QuartzTables tables;
  private final QuartzDialect dialect;
  private final DataSource database;
  private final Engine engine;
  private final Store store;
  private Scheduler scheduler;

  @Inject
  QuartzSchedules(
      QuartzTables tables, QuartzDialect dialect, DataSource database, Engine engine, Store store) {
    this.tables = tables;
    this.dialect = dialect;
    this.database = database;
    this.engine = engine;
    this.store = store;
  }

  @Override
  public String name() {
    return "schedules";
  }

  @Override
  public synchronized void start() throws SchedulerException, SQLException, IOException {
    tables.create();
    scheduler = SchedulerFactory.create(database, dialect, engine);
    synchronise();
    scheduler.start();
  }

  @Override
  public void stop() throws SchedulerException {
    scheduler.shutdown(true);
  }

  @Override
  public void check(Definitions definitions) {
    try {
      ScheduleSet.of(definitions);
    } catch (IllegalArgumentException e) {
      throw new HeadgateException(ErrorCode.INVALID_DEFINITION, e.getMessage(), e);
    }
  }

  @Override
  public synchronized void synchronise() {
    Definitions definitions = store.transact(transaction -> transaction.definitions().current());
    try {
      synchronise(ScheduleSet.of(definitions));
    } catch (SchedulerException e) {
      throw new HeadgateException(
          ErrorCode.EXTERNAL,
          "the schedules could not be set to those of the definitions: "
              + e.getMessage()
              + "; apply the definitions again",
          e);
    }
  }

  private void synchronise(Map<TriggerKey, CronTrigger> wanted) throws SchedulerException {
    Set<TriggerKey> left =
        new TreeSet<>(scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(ScheduleSet.GROUP)));
    left.removeAll(wanted.keySet());
    for (CronTrigger trigger : wanted.values()) {
      addJob(trigger.getJobKey());
      Trigger present = scheduler.getTrigger(trigger.getKey());
      if (present == null) {
        scheduler.scheduleJob(trigger);
      } else if (!same(present, trigger)) {
        scheduler.rescheduleJob(trigger.getKey(), trigger);
      }
    }
    for (TriggerKey key : left) {
      scheduler.unscheduleJob(key);
    }
    for (JobKey job : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(ScheduleSet.GROUP))) {
      if (scheduler.getTriggersOfJob(job).isEmpty()) {
        scheduler.deleteJob(job);
      }
    }
  }

  private void addJob(JobKey key) throws SchedulerException {
    if (!scheduler.checkExists(key)) {
      scheduler.addJob(
          JobBuilder.newJob(FireJob.class)
              .withIdentity(key)
              .usingJobData(FireJob.PRODUCT, key.getName())
              .storeDurably()
              .requestRecovery()
              .build(),
          false);
    }
  }

  private static boolean same(Trigger present, CronTrigger wanted) {
    return present instanceof CronTrigger cron
        && cron.getCronExpression().equals(wanted.getCronExpression())
        && cron.getTimeZone().equals(wanted.getTimeZone());
  }
}
