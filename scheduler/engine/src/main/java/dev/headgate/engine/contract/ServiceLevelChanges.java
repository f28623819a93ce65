package dev.headgate.engine.contract;

import static dev.headgate.engine.contract.ChangeRule.DOCUMENTATION_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.SERVICE_LEVEL_ADDED;
import static dev.headgate.engine.contract.ChangeRule.SERVICE_LEVEL_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.SERVICE_LEVEL_LOOSENED;
import static dev.headgate.engine.contract.ChangeRule.SERVICE_LEVEL_REMOVED;
import static dev.headgate.engine.contract.ChangeRule.SERVICE_LEVEL_TIGHTENED;
import static dev.headgate.engine.contract.ChangeRule.SUNSET_EARLIER;
import static dev.headgate.engine.contract.ChangeRule.SUNSET_LATER;
import static dev.headgate.engine.contract.ChangeRule.SUNSET_REMOVED;
import static dev.headgate.engine.contract.ChangeRule.SUNSET_SET;

import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.ServiceLevel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What is promised about time: service levels, and the days on which they end. */
final class ServiceLevelChanges {
  private static final List<BiPredicate<ServiceLevel, ServiceLevel>> SIGNS =
      List.of(
          ServiceLevel::equals,
          (was, is) ->
              sameProperty(was, is)
                  && was.column().equals(is.column())
                  && was.driver().equals(is.driver()),
          (was, is) -> sameProperty(was, is) && was.column().equals(is.column()),
          ServiceLevelChanges::sameProperty);

  private final Changes changes;

  ServiceLevelChanges(Changes changes) {
    this.changes = changes;
  }

  private static boolean sameProperty(ServiceLevel was, ServiceLevel is) {
    return was.kind() == is.kind()
        && (was.kind() != Kind.OTHER || was.property().equalsIgnoreCase(is.property()));
  }

  void compare(List<ServiceLevel> before, List<ServiceLevel> after) {
    List<ServiceLevel> was = new ArrayList<>(before);
    List<ServiceLevel> is = new ArrayList<>(after);
    for (BiPredicate<ServiceLevel, ServiceLevel> sign : SIGNS) {
      for (ServiceLevel level : List.copyOf(was)) {
        Optional<ServiceLevel> twin = is.stream().filter(l -> sign.test(level, l)).findFirst();
        twin.ifPresent(
            now -> {
              was.remove(level);
              is.remove(now);
              compare(level, now);
            });
      }
    }
    was.forEach(
        level -> add(ends(level) ? SUNSET_REMOVED : SERVICE_LEVEL_REMOVED, level, text(level), ""));
    is.forEach(
        level -> add(ends(level) ? SUNSET_SET : SERVICE_LEVEL_ADDED, level, "", text(level)));
  }

  private void compare(ServiceLevel was, ServiceLevel is) {
    Shift shift =
        was.column().equals(is.column()) ? ServiceLevelShift.between(was, is) : Shift.OTHER;
    switch (shift) {
      case LOOSENED ->
          add(ends(was) ? SUNSET_EARLIER : SERVICE_LEVEL_LOOSENED, was, text(was), text(is));
      case TIGHTENED ->
          add(ends(was) ? SUNSET_LATER : SERVICE_LEVEL_TIGHTENED, was, text(was), text(is));
      case OTHER -> add(SERVICE_LEVEL_CHANGED, was, text(was), text(is));
      case SAME -> {
        String before = was.driver().orElse("") + was.description().orElse("");
        String after = is.driver().orElse("") + is.description().orElse("");
        if (!before.equals(after)) {
          add(DOCUMENTATION_CHANGED, was, before, after);
        }
      }
    }
  }

  private static boolean ends(ServiceLevel level) {
    return level.kind() == Kind.END_OF_SUPPORT || level.kind() == Kind.END_OF_LIFE;
  }

  private static String text(ServiceLevel level) {
    String value = level.amount().map(Object::toString).orElse(level.value());
    return value + level.column().map(column -> " of " + column).orElse("");
  }

  private void add(ChangeRule rule, ServiceLevel level, String before, String after) {
    changes.add(
        rule,
        "slaProperties." + level.property(),
        before,
        after,
        List.of(),
        Words.changed("its " + level.property(), before, after));
  }
}
