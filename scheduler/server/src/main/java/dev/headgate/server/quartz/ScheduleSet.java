package dev.headgate.server.quartz;

import static org.quartz.CronScheduleBuilder.cronSchedule;

import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Trigger.Condition;
import dev.headgate.model.product.Trigger.Cron;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** The Quartz triggers that definitions ask for, in the group {@link #GROUP}. */
final class ScheduleSet {
  static final String GROUP = "products";

  private ScheduleSet() {}

  /**
   * By key.
   *
   * @throws IllegalArgumentException that names the product whose schedule cannot be followed
   */
  static Map<TriggerKey, CronTrigger> of(Definitions definitions) {
    Map<TriggerKey, CronTrigger> triggers = new LinkedHashMap<>();
    for (Product product : definitions.sortedProducts().values()) {
      List<Condition> conditions = product.trigger().any();
      for (int i = 0; i < conditions.size(); i++) {
        if (conditions.get(i) instanceof Cron cron) {
          add(triggers, product, i, cron);
        }
      }
    }
    return triggers;
  }

  private static void add(
      Map<TriggerKey, CronTrigger> triggers, Product product, int number, Cron cron) {
    try {
      List<String> expressions = CronTranslation.toQuartz(cron.expression());
      for (int i = 0; i < expressions.size(); i++) {
        TriggerKey key = TriggerKey.triggerKey(product.name() + "/" + number + "/" + i, GROUP);
        triggers.put(
            key,
            TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(job(product))
                .withSchedule(
                    cronSchedule(expressions.get(i))
                        .inTimeZone(TimeZone.getTimeZone(cron.zone()))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build());
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "the schedule of " + product.name() + " cannot be followed: " + rootMessage(e), e);
    }
  }

  private static String rootMessage(RuntimeException e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }

  static JobKey job(Product product) {
    return JobKey.jobKey(product.name().toString(), GROUP);
  }
}
