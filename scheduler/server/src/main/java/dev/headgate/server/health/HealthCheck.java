package dev.headgate.server.health;

/** Looks at one thing that the server needs; bound into a set. Quick, and without effects. */
interface HealthCheck {
  String name();

  /** Whether it is well, and in what way not. */
  Health check();

  /** A finding. */
  record Health(boolean ok, String detail) {}
}
