package dev.headgate.definitions;

/** A value and where it was written. */
record Located<T>(T value, At at) {}
