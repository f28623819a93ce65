package dev.headgate.engine.contract;

import dev.headgate.model.contract.Contract;

/**
 * Why a contract may not be as it is, beside another version.
 *
 * @param sentence for a person, without the contract's file
 */
public record Objection(Contract to, String sentence) {
  /** With the file of the contract before it. */
  @Override
  public String toString() {
    return to.file() + ": " + sentence;
  }
}
