package dev.headgate.server.quartz;

import dev.headgate.engine.Engine;
import dev.headgate.model.product.ProductName;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the engine that a product's moment has come. A firing that a crash cut off is repeated with
 * the same scheduled instant; one that the engine could not take is tried again after a while.
 */
public final class FireJob implements Job {
  static final String PRODUCT = "product";
  private static final String SCHEDULED = "scheduled";
  private static final String TRY = "try";
  private static final int TRIES = 10;
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(FireJob.class);

  private final Engine engine;

  FireJob(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    ProductName product = ProductName.parse(context.getMergedJobDataMap().getString(PRODUCT));
    Instant scheduled = scheduled(context);
    try {
      engine.fired(product, scheduled);
    } catch (RuntimeException e) {
      LOG.warn("the firing of {} for {} was not taken", product, scheduled, e);
      later(context, product, scheduled);
    }
  }

  private static Instant scheduled(JobExecutionContext context) {
    JobDataMap data = context.getMergedJobDataMap();
    if (data.containsKey(SCHEDULED)) {
      return Instant.parse(data.getString(SCHEDULED));
    }
    String interrupted =
        data.getString(Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS);
    return context.isRecovering() && interrupted != null
        ? Instant.ofEpochMilli(Long.parseLong(interrupted))
        : context.getScheduledFireTime().toInstant();
  }

  private static void later(JobExecutionContext context, ProductName product, Instant scheduled)
      throws JobExecutionException {
    JobDataMap data = context.getMergedJobDataMap();
    int tried = data.containsKey(TRY) ? Integer.parseInt(data.getString(TRY)) : 1;
    if (tried >= TRIES) {
      throw new JobExecutionException(
          "the firing of "
              + product
              + " for "
              + scheduled
              + " is given up after "
              + tried
              + " tries");
    }
    try {
      context
          .getScheduler()
          .scheduleJob(
              TriggerBuilder.newTrigger()
                  .forJob(context.getJobDetail())
                  .usingJobData(SCHEDULED, scheduled.toString())
                  .usingJobData(TRY, Integer.toString(tried + 1))
                  .startAt(Date.from(Instant.now().plus(PAUSE)))
                  .build());
    } catch (SchedulerException e) {
      throw new JobExecutionException(e);
    }
  }
}
