package dev.headgate.catalog.state;

/** An entry and its name. */
public record Named(Name name, Entry entry) {}
