package dev.headgate.model.release;

import dev.headgate.model.product.DatasetName;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of one job in a release.
 *
 * @param id {@code <release>-<table>}, for example {@code 12-daily_delays}
 * @param attempt the current attempt, from 1; 0 before the first
 * @param savepoint the branch's position before the run; each attempt starts from there
 * @param message of the last attempt: why it failed, or a summary
 * @param notBefore when the next attempt may start
 */
public record Run(
    String id,
    long release,
    DatasetName dataset,
    RunState state,
    int attempt,
    Optional<Long> savepoint,
    Optional<String> message,
    Optional<Instant> notBefore,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {}
