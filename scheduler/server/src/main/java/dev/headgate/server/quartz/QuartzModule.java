package dev.headgate.server.quartz;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.headgate.server.lifecycle.Service;

/** Cron by Quartz; a dialect module belongs to it. */
public final class QuartzModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Schedules.class).to(QuartzSchedules.class);
    Multibinder.newSetBinder(binder(), Service.class).addBinding().to(QuartzSchedules.class);
  }
}
