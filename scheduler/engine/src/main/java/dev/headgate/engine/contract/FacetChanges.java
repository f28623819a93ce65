package dev.headgate.engine.contract;

import static dev.headgate.engine.contract.ChangeRule.CLASSIFICATION_LOWERED;
import static dev.headgate.engine.contract.ChangeRule.CLASSIFICATION_RAISED;
import static dev.headgate.engine.contract.ChangeRule.COLUMN_DEPRECATED;
import static dev.headgate.engine.contract.ChangeRule.COLUMN_REINSTATED;
import static dev.headgate.engine.contract.ChangeRule.DOCUMENTATION_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.REQUIRED_LOOSENED;
import static dev.headgate.engine.contract.ChangeRule.REQUIRED_TIGHTENED;
import static dev.headgate.engine.contract.ChangeRule.TERM_ADDED;
import static dev.headgate.engine.contract.ChangeRule.TERM_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.TERM_REMOVED;
import static dev.headgate.engine.contract.ChangeRule.TYPE_CHANGED;
import static dev.headgate.engine.contract.ChangeRule.UNIQUE_ADDED;
import static dev.headgate.engine.contract.ChangeRule.UNIQUE_REMOVED;

import dev.headgate.model.contract.Column;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What is said about one column that both versions have. */
final class FacetChanges {
  private final Changes changes;
  private final OptionChanges options;

  FacetChanges(Changes changes) {
    this.changes = changes;
    this.options = new OptionChanges(changes);
  }

  /** Whether its values are still of the same kind, so that its fields can be compared. */
  boolean compare(String path, Column was, Column is) {
    Optional<ChangeRule> type = TypeChange.between(was, is);
    type.ifPresent(
        rule -> {
          String before = TypeChange.text(was);
          String after = TypeChange.text(is);
          changes.column(rule, path, "", before, after, Words.changed("", before, after).strip());
        });
    toggle(path, "required", was.required(), is.required(), REQUIRED_TIGHTENED, REQUIRED_LOOSENED);
    toggle(path, "unique", was.unique(), is.unique(), UNIQUE_ADDED, UNIQUE_REMOVED);
    toggle(
        path,
        "deprecated",
        was.deprecated(),
        is.deprecated(),
        COLUMN_DEPRECATED,
        COLUMN_REINSTATED);
    classification(path, was, is);
    terms(path, was.terms(), is.terms());
    String before = was.description().orElse("");
    String after = is.description().orElse("");
    if (!before.equals(after)) {
      facet(DOCUMENTATION_CHANGED, path, "description", before, after);
    }
    boolean sameKind = !type.equals(Optional.of(TYPE_CHANGED));
    if (sameKind) {
      options.compare(path, was, is);
    }
    return sameKind;
  }

  private void toggle(
      String path, String property, boolean was, boolean is, ChangeRule added, ChangeRule removed) {
    if (was != is) {
      String what = is ? "is now " + property : "is no longer " + property;
      changes.column(
          is ? added : removed, path, property, String.valueOf(was), String.valueOf(is), what);
    }
  }

  private void classification(String path, Column was, Column is) {
    String before = was.classification().orElse("");
    String after = is.classification().orElse("");
    if (!before.equalsIgnoreCase(after)) {
      boolean lowered = Secrecy.of(after).compareTo(Secrecy.of(before)) < 0;
      boolean known = Secrecy.knows(before) && Secrecy.knows(after);
      ChangeRule rule =
          lowered && (known || !is.isClassified()) ? CLASSIFICATION_LOWERED : CLASSIFICATION_RAISED;
      if (Secrecy.of(before) != Secrecy.of(after) || !known) {
        facet(rule, path, "classification", before, after);
      } else {
        facet(DOCUMENTATION_CHANGED, path, "classification", before, after);
      }
    }
  }

  private void terms(String path, List<String> was, List<String> is) {
    TreeSet<String> gone = new TreeSet<>(was);
    is.forEach(gone::remove);
    TreeSet<String> come = new TreeSet<>(is);
    was.forEach(come::remove);
    String before = String.join(", ", gone);
    String after = String.join(", ", come);
    if (!was.isEmpty() && !is.isEmpty() && Collections.disjoint(was, is)) {
      facet(TERM_CHANGED, path, "term", before, after);
      return;
    }
    if (!gone.isEmpty()) {
      facet(TERM_REMOVED, path, "term", before, "");
    }
    if (!come.isEmpty()) {
      facet(TERM_ADDED, path, "term", "", after);
    }
  }

  private void facet(ChangeRule rule, String path, String property, String before, String after) {
    changes.add(
        rule,
        path + "." + property,
        before,
        after,
        List.of(path),
        Words.changed("the " + property + " of column '" + path + "'", before, after));
  }
}
