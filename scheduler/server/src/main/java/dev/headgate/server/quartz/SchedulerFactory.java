package dev.headgate.server.quartz;

import dev.headgate.engine.Engine;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.DBConnectionManager;

/** Makes schedulers, each with a name that is unique in the process. */
final class SchedulerFactory {
  private static final int THREADS = 2;
  private static final long MISFIRE_MILLIS = 60_000;

  private SchedulerFactory() {}

  static Scheduler create(DataSource database, QuartzDialect dialect, Engine engine)
      throws SchedulerException {
    String name = "headgate-" + UUID.randomUUID();
    DBConnectionManager.getInstance().addConnectionProvider(name, new SharedConnections(database));
    SimpleThreadPool threads = new SimpleThreadPool(THREADS, Thread.NORM_PRIORITY);
    threads.setMakeThreadsDaemons(true);
    threads.setThreadNamePrefix("cron");
    DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
    factory.createScheduler(name, name, threads, jobs(name, dialect));
    Scheduler scheduler = factory.getScheduler(name);
    scheduler.setJobFactory((bundle, ignored) -> new FireJob(engine));
    return scheduler;
  }

  private static JobStoreTX jobs(String database, QuartzDialect dialect) throws SchedulerException {
    JobStoreTX jobs = new NamedJobStore();
    jobs.setDataSource(database);
    jobs.setUseProperties("true");
    jobs.setMisfireThreshold(MISFIRE_MILLIS);
    jobs.setMakeThreadsDaemons(true);
    try {
      jobs.setDriverDelegateClass(dialect.delegate().getName());
    } catch (InvalidConfigurationException e) {
      throw new SchedulerException(e);
    }
    return jobs;
  }
}
