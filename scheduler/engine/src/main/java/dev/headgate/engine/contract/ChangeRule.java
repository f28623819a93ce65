package dev.headgate.engine.contract;

import static dev.headgate.engine.contract.Breaks.BACKWARD;
import static dev.headgate.engine.contract.Breaks.BOTH;
import static dev.headgate.engine.contract.Breaks.FORWARD;
import static dev.headgate.engine.contract.Breaks.NOTHING;
import static dev.headgate.engine.contract.Level.MAJOR;
import static dev.headgate.engine.contract.Level.MINOR;
import static dev.headgate.engine.contract.Level.PATCH;
import static dev.headgate.engine.contract.Party.READERS;
import static dev.headgate.engine.contract.Party.WRITERS;

import dev.headgate.model.contract.Compatibility;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The kinds of changes that a contract can have, each with its class. A level is by effect: whoever
 * may be surprised without having changed anything is hurt, and what hurts readers is major. What
 * only breaks a direction of compatibility is major where the contract promises that direction. The
 * table in docs/contract-versions.md gives the reasons.
 */
public enum ChangeRule {
  DATASET_ADDED(MINOR, NOTHING, "the job has to keep what is promised", WRITERS),
  DATASET_REMOVED(MAJOR, FORWARD, "nothing is promised of it any more", READERS),
  DATASET_RENAMED(MAJOR, BOTH, "who reads or writes it by its old name fails", READERS, WRITERS),

  COLUMN_REMOVED(MAJOR, FORWARD, "who reads it fails", READERS),
  COLUMN_RENAMED(MAJOR, BOTH, "who reads or writes it by its old name fails", READERS, WRITERS),
  COLUMN_RECASED(MINOR, FORWARD, "engines that mind case no longer find it", READERS),
  COLUMN_ADDED(MINOR, NOTHING, "the job has to write it", WRITERS),
  COLUMN_ADDED_REQUIRED(MINOR, BACKWARD, "the job has to fill it; older data does not", WRITERS),
  COLUMN_MOVED(PATCH, NOTHING, "columns go by name, no order is promised"),
  COLUMN_DEPRECATED(MINOR, NOTHING, "readers should stop using it", READERS),
  COLUMN_REINSTATED(MINOR, NOTHING, "it stays after all"),
  FIELDS_DECLARED(MINOR, NOTHING, "the job may write these and no others", WRITERS),
  FIELDS_UNDECLARED(MAJOR, FORWARD, "nothing says any more what is in it", READERS),

  TYPE_CHANGED(MAJOR, BOTH, "values of the one are none of the other", READERS, WRITERS),
  TYPE_WIDENED(MINOR, FORWARD, "who copies it into the narrower type may overflow", READERS),
  TYPE_NARROWED(MAJOR, BACKWARD, "Iceberg cannot: it is another column", READERS, WRITERS),
  TYPE_LOOSENED(MAJOR, FORWARD, "the column may become another type", READERS),
  TYPE_SPECIFIED(MINOR, NOTHING, "the job has to write this type", WRITERS),
  TYPE_REWORDED(PATCH, NOTHING, "the table's type is the same"),

  REQUIRED_LOOSENED(MAJOR, FORWARD, "nulls may come", READERS),
  REQUIRED_TIGHTENED(MINOR, BACKWARD, "the job may write no nulls; older data has some", WRITERS),
  UNIQUE_REMOVED(MAJOR, FORWARD, "joins on it may multiply rows", READERS),
  UNIQUE_ADDED(MINOR, NOTHING, "the job may write no duplicates", WRITERS),
  PRIMARY_KEY_REMOVED(MAJOR, FORWARD, "nothing tells rows apart any more", READERS),
  PRIMARY_KEY_ADDED(MINOR, NOTHING, "the job may write no duplicates", WRITERS),
  PRIMARY_KEY_TIGHTENED(MINOR, NOTHING, "fewer columns must tell rows apart", WRITERS),
  PRIMARY_KEY_CHANGED(MAJOR, BOTH, "joins on the old key may multiply rows", READERS, WRITERS),
  PRIMARY_KEY_REORDERED(PATCH, NOTHING, "the same columns tell rows apart"),
  PARTITION_KEY_CHANGED(
      MINOR, NOTHING, "results stay, but filters on it may read more", READERS, WRITERS),

  ENUM_VALUE_ADDED(MAJOR, FORWARD, "a value may come that no reader knows", READERS),
  ENUM_VALUE_REMOVED(MINOR, BACKWARD, "the job may not write it; older data has it", WRITERS),
  ENUM_REMOVED(MAJOR, FORWARD, "any value may come", READERS),
  ENUM_DECLARED(MINOR, BACKWARD, "the job may write only these; older data has others", WRITERS),
  CONSTRAINT_LOOSENED(MAJOR, FORWARD, "values may come that were ruled out", READERS),
  CONSTRAINT_TIGHTENED(MINOR, NOTHING, "the job may not write what it could", WRITERS),
  CONSTRAINT_CHANGED(MAJOR, BOTH, "neither form is known to imply the other", READERS, WRITERS),

  CLASSIFICATION_RAISED(MAJOR, NOTHING, "who passes it on may no longer do so", READERS),
  CLASSIFICATION_LOWERED(MINOR, NOTHING, "owners and policies should look at it"),
  TERM_ADDED(MINOR, NOTHING, "the column has to be what the glossary says", WRITERS),
  TERM_REMOVED(MINOR, NOTHING, "nothing says any more that it is that", READERS),
  TERM_CHANGED(MAJOR, BOTH, "the same name means something else", READERS, WRITERS),

  RULE_REMOVED(MAJOR, FORWARD, "data that was held back comes through", READERS),
  RULE_LOOSENED(MAJOR, FORWARD, "data that was held back comes through", READERS),
  RULE_DEMOTED(MAJOR, FORWARD, "data that was held back comes with a warning", READERS),
  RULE_ADDED(MINOR, NOTHING, "data that came through is held back", WRITERS),
  RULE_TIGHTENED(MINOR, NOTHING, "data that came through is held back", WRITERS),
  RULE_PROMOTED(MINOR, NOTHING, "data that came with a warning is held back", WRITERS),
  RULE_CHANGED(MAJOR, BOTH, "neither form is known to imply the other", READERS, WRITERS),
  RULE_RENAMED(PATCH, NOTHING, "it asks the same; waivers go by its name"),
  WARNING_REMOVED(MINOR, NOTHING, "it held nothing back, but was shown", READERS),
  WARNING_ADDED(MINOR, NOTHING, "it holds nothing back"),
  WARNING_CHANGED(MINOR, NOTHING, "it holds nothing back, but is shown", READERS),
  RELATIONSHIP_REMOVED(MAJOR, FORWARD, "joins may lose rows", READERS),
  RELATIONSHIP_ADDED(MINOR, NOTHING, "rows without a partner are held back", WRITERS),
  RELATIONSHIP_CHANGED(MAJOR, BOTH, "joins on the old one may lose rows", READERS, WRITERS),

  SERVICE_LEVEL_REMOVED(MAJOR, FORWARD, "readers planned with it", READERS),
  SERVICE_LEVEL_LOOSENED(MAJOR, FORWARD, "readers planned with it", READERS),
  SERVICE_LEVEL_ADDED(MINOR, NOTHING, "the producer has to keep it", WRITERS),
  SERVICE_LEVEL_TIGHTENED(MINOR, NOTHING, "the producer has to keep it", WRITERS),
  SERVICE_LEVEL_CHANGED(MAJOR, BOTH, "neither is known to imply the other", READERS, WRITERS),
  SUNSET_SET(MINOR, NOTHING, "readers should be gone by then", READERS),
  SUNSET_EARLIER(MAJOR, FORWARD, "readers planned with the later day", READERS),
  SUNSET_LATER(MINOR, NOTHING, "the producer has to keep it longer", WRITERS),
  SUNSET_REMOVED(MINOR, NOTHING, "the producer has to keep it", WRITERS),

  CONTRACT_DEPRECATED(MINOR, NOTHING, "readers should look for its successor", READERS),
  CONTRACT_RETIRED(MAJOR, FORWARD, "nothing is promised any more", READERS),
  CONTRACT_WITHDRAWN(MAJOR, FORWARD, "what was promised is a proposal again", READERS),
  CONTRACT_ACTIVATED(MINOR, NOTHING, "the producer has to keep it", WRITERS),
  CONTRACT_IDENTIFIED(MINOR, NOTHING, "descriptors that name the old id miss it", READERS),
  STATUS_CHANGED(PATCH, NOTHING, "nothing was promised, and nothing is"),
  COMPATIBILITY_LOOSENED(MAJOR, FORWARD, "more may change within a major", READERS),
  COMPATIBILITY_TIGHTENED(MINOR, NOTHING, "less may change within a major", WRITERS),
  APPROVERS_CHANGED(MINOR, NOTHING, "others must approve promotions", WRITERS),
  OWNERS_CHANGED(PATCH, NOTHING, "the data is the same"),
  PROPERTY_CHANGED(PATCH, NOTHING, "nothing is promised by it"),
  DOCUMENTATION_CHANGED(PATCH, NOTHING, "the data is the same");

  private final Level level;
  private final Breaks breaks;
  private final String why;
  private final boolean hurtsReaders;
  private final boolean hurtsWriters;

  ChangeRule(Level level, Breaks breaks, String why, Party... hurts) {
    this.level = level;
    this.breaks = breaks;
    this.why = why;
    this.hurtsReaders = Arrays.asList(hurts).contains(READERS);
    this.hurtsWriters = Arrays.asList(hurts).contains(WRITERS);
  }

  /** Its name in output and documentation, such as {@code column-removed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it earns under a contract that promises this much compatibility within a major. */
  public Level level(Compatibility promise) {
    return breaks.isAgainst(promise) ? MAJOR : level;
  }

  /** Which promise of compatibility makes it major. */
  Breaks breaks() {
    return breaks;
  }

  /** The effect in a few words. */
  public String why() {
    return why;
  }

  /** In a new set, readers first. */
  public Set<Party> hurts() {
    Set<Party> hurts = EnumSet.noneOf(Party.class);
    if (hurtsReaders) {
      hurts.add(READERS);
    }
    if (hurtsWriters) {
      hurts.add(WRITERS);
    }
    return hurts;
  }

  @Override
  public String toString() {
    return id();
  }
}
