package dev.headgate.catalog.view;

import org.jdbi.v3.core.Handle;

/** Takes part in what is committed through a view that was opened for one request. */
public interface Commitment {
  /** Takes no part. */
  Commitment NONE =
      new Commitment() {
        @Override
        public void within(Handle handle) {}

        @Override
        public void done() {}
      };

  /** In each transaction that is tried, under the view's lock. May refuse by throwing. */
  void within(Handle handle);

  /** The transaction was committed. */
  void done();
}
