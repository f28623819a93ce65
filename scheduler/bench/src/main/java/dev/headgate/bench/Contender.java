package dev.headgate.bench;

import java.util.Map;

/** One way to build many tables on a branch and then to make them what {@code main} shows. */
interface Contender extends AutoCloseable {
  /** For people. */
  String name();

  /** Makes tables {@code 0} to {@code count - 1} in {@code main}, each with one file. */
  void create(int count);

  /** Begins a release: what is written from now on is on a branch. */
  void begin();

  /** Appends one file to a table, on the branch. */
  void write(int table);

  /** Makes what was written visible in {@code main}; returns the nanoseconds of each phase. */
  Map<String, Long> promote();

  /** What {@code main} shows of each table, asked in one SQL statement. */
  Map<String, String> pointers();

  /** What {@code main} shows of one table, loaded as a client does. */
  long snapshot(int table);

  @Override
  void close();
}
