package dev.headgate.definitions.yaml;

/** A value and where it was written. */
public record Located<T>(T value, At at) {}
