package dev.headgate.catalog.rest;

import dev.headgate.catalog.view.Commitment;
import org.jdbi.v3.core.Handle;

/** For requests that must commit nothing, though they are about a change. */
enum Untouched implements Commitment {
  INSTANCE;

  @Override
  public void within(Handle handle) {
    throw new IllegalStateException("a staged change was about to be committed");
  }

  @Override
  public void done() {}
}
