package dev.headgate.engine.waive;

import java.util.Arrays;
import java.util.Optional;

/** What Headgate asks by itself, whatever is written down; there is no exception to it. */
public enum OwnRule {
  /** A table is as its contract says; also where a rule of the contract is called so. */
  SCHEMA(
      "schema",
      "let the job make the table as its contract says, or change the contract, with the version"
          + " that this earns"),
  /** A contract has the version that its changes earn. */
  VERSION(
      "contract-version",
      "give the contract the version that its changes earn, which headgate plan says"),
  /** Consumers have accepted a new major. */
  ACCEPTED(
      "major-accepted",
      "its consumers accept it with headgate contract accept DATASET@MAJOR --for PRODUCT, or it"
          + " becomes a dataset of its own beside the old one"),
  /** Consumers have accepted that a contract goes away. */
  REMOVED(
      "contract-removed",
      "its consumers accept that with headgate contract accept DATASET@MAJOR --for PRODUCT, or the"
          + " contract stays"),
  /** A release drops no dataset that is defined still. */
  DROPPED("dataset-dropped", "let the job keep the dataset, or take it out of its product");

  private final String text;
  private final String remedy;

  OwnRule(String text, String remedy) {
    this.text = text;
    this.remedy = remedy;
  }

  /** As findings call it. */
  public String text() {
    return text;
  }

  static Optional<OwnRule> named(String text) {
    return Arrays.stream(values()).filter(rule -> rule.text.equals(text)).findFirst();
  }

  /** Why there is no waiver for it, and what to do instead. */
  String refusal() {
    return "'" + text + "' is what Headgate itself asks, and cannot be waived: " + remedy;
  }
}
