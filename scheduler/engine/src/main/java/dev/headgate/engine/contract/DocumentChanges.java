package dev.headgate.engine.contract;

import static dev.headgate.engine.contract.ChangeRule.APPROVERS_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.COMPATIBILITY_LOOSENED;
import static dev.headgate.engine.contract.ChangeRule.COMPATIBILITY_TIGHTENED;
import static dev.headgate.engine.contract.ChangeRule.CONTRACT_ACTIVATED;
import static dev.headgate.engine.contract.ChangeRule.CONTRACT_DEPRECATED;
import static dev.headgate.engine.contract.ChangeRule.CONTRACT_IDENTIFIED;
import static dev.headgate.engine.contract.ChangeRule.CONTRACT_RETIRED;
import static dev.headgate.engine.contract.ChangeRule.CONTRACT_WITHDRAWN;
import static dev.headgate.engine.contract.ChangeRule.DOCUMENTATION_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.OWNERS_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.PROPERTY_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.STATUS_CHANGED;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Contract.Status;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/** What a contract says of itself. */
final class DocumentChanges {
  private final Changes changes;

  DocumentChanges(Changes changes) {
    this.changes = changes;
  }

  void compare(Contract before, Contract after) {
    status(before.status(), after.status());
    if (before.compatibility() != after.compatibility()) {
      boolean tightened = Breaks.covers(after.compatibility(), before.compatibility());
      whole(
          tightened ? COMPATIBILITY_TIGHTENED : COMPATIBILITY_LOOSENED,
          "compatibility",
          before.compatibility(),
          after.compatibility());
    }
    differ(CONTRACT_IDENTIFIED, "id", before.id(), after.id());
    differ(DOCUMENTATION_CHANGED, "name", before.object(), after.object());
    differ(
        APPROVERS_CHANGED,
        "promotionApprovers",
        sorted(before.promotionApprovers()),
        sorted(after.promotionApprovers()));
    differ(OWNERS_CHANGED, "team", sorted(before.owners()), sorted(after.owners()));
    differ(
        DOCUMENTATION_CHANGED,
        "description",
        before.description().orElse(""),
        after.description().orElse(""));
    differ(
        DOCUMENTATION_CHANGED,
        "quality",
        String.join("; ", before.documentation()),
        String.join("; ", after.documentation()));
    TreeSet<String> properties = new TreeSet<>(before.customProperties().keySet());
    properties.addAll(after.customProperties().keySet());
    for (String property : properties) {
      differ(
          PROPERTY_CHANGED,
          "customProperties." + property,
          Objects.toString(before.customProperties().get(property), ""),
          Objects.toString(after.customProperties().get(property), ""));
    }
  }

  private void status(Status before, Status after) {
    if (before == after) {
      return;
    }
    boolean promised = before == Status.ACTIVE || before == Status.DEPRECATED;
    ChangeRule rule =
        switch (after) {
          case DEPRECATED -> CONTRACT_DEPRECATED;
          case RETIRED -> CONTRACT_RETIRED;
          case ACTIVE -> CONTRACT_ACTIVATED;
          case PROPOSED, DRAFT -> promised ? CONTRACT_WITHDRAWN : STATUS_CHANGED;
        };
    whole(rule, "status", lower(before), lower(after));
  }

  private void differ(ChangeRule rule, String property, String before, String after) {
    if (!before.equals(after)) {
      whole(rule, property, before, after);
    }
  }

  private void whole(ChangeRule rule, String property, Object before, Object after) {
    String was = before.toString();
    String is = after.toString();
    changes.add(rule, property, was, is, List.of(), Words.changed("its " + property, was, is));
  }

  private static String sorted(List<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  private static String lower(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
