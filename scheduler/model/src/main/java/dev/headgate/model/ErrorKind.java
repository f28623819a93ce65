package dev.headgate.model;

/** Who can do something about an error. */
public enum ErrorKind {
  /** The request is wrong; sending it again changes nothing. */
  USER,
  /** The request was right but the world moved; look again and decide anew. */
  CONFLICT,
  /** Something outside (an object store, Spark, a webhook) failed; a retry may help. */
  EXTERNAL,
  /** A defect of Headgate. */
  INTERNAL
}
