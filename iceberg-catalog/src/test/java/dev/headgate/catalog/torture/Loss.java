package dev.headgate.catalog.torture;

/** How a connection is lost at COMMIT. The client sees the same each time. */
enum Loss {
  /** The COMMIT never arrives, and the database notices that the client is gone. */
  OF_THE_REQUEST,
  /** The COMMIT arrives; its answer does not. */
  OF_THE_ANSWER,
  /** The COMMIT is under way while the client has given up: it arrives later, or never. */
  UNTIL_LATER
}
