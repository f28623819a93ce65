package dev.headgate.engine.contract;

import static dev.headgate.engine.contract.ChangeRule.RELATIONSHIP_ADDED;
import static dev.headgate.engine.contract.ChangeRule.RELATIONSHIP_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.RELATIONSHIP_REMOVED;
import static dev.headgate.engine.contract.ChangeRule.RULE_ADDED;
import static dev.headgate.engine.contract.ChangeRule.RULE_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.RULE_DEMOTED;
import static dev.headgate.engine.contract.ChangeRule.RULE_LOOSENED;
import static dev.headgate.engine.contract.ChangeRule.RULE_PROMOTED;
import static dev.headgate.engine.contract.ChangeRule.RULE_REMOVED;
import static dev.headgate.engine.contract.ChangeRule.RULE_RENAMED;
import static dev.headgate.engine.contract.ChangeRule.RULE_TIGHTENED;
import static dev.headgate.engine.contract.ChangeRule.WARNING_ADDED;
import static dev.headgate.engine.contract.ChangeRule.WARNING_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.WARNING_REMOVED;

import dev.headgate.model.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The rules that say more than the schema does. */
final class RuleChanges {
  /** Which rule of the later version is the same one, the surest sign first. */
  private static final List<BiPredicate<Rule, Rule>> SIGNS =
      List.of(
          (was, is) -> is.isCalledAs(was) && is.measuresWhat(was),
          (was, is) -> is.measuresWhat(was) && was.to(is) == Shift.SAME,
          Rule::measuresWhat,
          (was, is) -> is.isCalledAs(was) && is.spec().type().equals(was.spec().type()));

  private final Changes changes;

  RuleChanges(Changes changes) {
    this.changes = changes;
  }

  void compare(Contract before, Contract after) {
    List<Rule> was = rules(before);
    List<Rule> is = rules(after);
    for (BiPredicate<Rule, Rule> sign : SIGNS) {
      for (Rule rule : List.copyOf(was)) {
        Optional<Rule> twin = is.stream().filter(r -> sign.test(rule, r)).findFirst();
        twin.ifPresent(
            now -> {
              was.remove(rule);
              is.remove(now);
              compare(rule, now);
            });
      }
    }
    was.forEach(this::removed);
    is.forEach(this::added);
  }

  private static List<Rule> rules(Contract contract) {
    Implied implied = new Implied(contract);
    List<Rule> rules = new ArrayList<>(contract.rules().stream().map(Rule::of).toList());
    rules.removeIf(implied::says);
    return rules;
  }

  private void compare(Rule was, Rule is) {
    Shift shift = was.to(is);
    if (was.blocks() != is.blocks()) {
      report(was.blocks() ? RULE_DEMOTED : RULE_PROMOTED, was, is, severity(is));
    }
    boolean bothBlock = was.blocks() && is.blocks();
    if (shift == Shift.SAME) {
      if (!was.isCalledAs(is)) {
        report(RULE_RENAMED, was, is, "is now called '" + is.spec().name() + "'");
      }
    } else if (bothBlock) {
      report(strict(shift, was.isRelationship()), was, is, "is now " + is.text());
    } else if (!was.blocks() && !is.blocks()) {
      report(WARNING_CHANGED, was, is, "is now " + is.text());
    }
  }

  private static ChangeRule strict(Shift shift, boolean relationship) {
    if (relationship && shift == Shift.OTHER) {
      return RELATIONSHIP_CHANGED;
    }
    return shift == Shift.LOOSENED
        ? RULE_LOOSENED
        : shift == Shift.TIGHTENED ? RULE_TIGHTENED : RULE_CHANGED;
  }

  private static String severity(Rule is) {
    return is.blocks() ? "now blocks" : "now only warns";
  }

  private void removed(Rule rule) {
    ChangeRule kind =
        !rule.blocks()
            ? WARNING_REMOVED
            : rule.isRelationship() ? RELATIONSHIP_REMOVED : RULE_REMOVED;
    add(kind, rule, rule.text(), "", "is gone");
  }

  private void added(Rule rule) {
    ChangeRule kind =
        !rule.blocks() ? WARNING_ADDED : rule.isRelationship() ? RELATIONSHIP_ADDED : RULE_ADDED;
    add(kind, rule, "", rule.text(), "is new");
  }

  private void report(ChangeRule kind, Rule was, Rule is, String what) {
    add(kind, was, was.text(), is.text(), what);
  }

  private void add(ChangeRule kind, Rule rule, String before, String after, String what) {
    String name = rule.spec().name();
    changes.add(
        kind,
        "quality." + name,
        before,
        after,
        rule.columns(),
        (rule.isRelationship() ? "relationship '" : "rule '") + name + "' " + what);
  }
}
