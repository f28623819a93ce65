package dev.headgate.model.release;

import java.time.Instant;

/** One person's yes to one digest. */
public record Approval(long release, String digest, String actor, Instant at) {}
