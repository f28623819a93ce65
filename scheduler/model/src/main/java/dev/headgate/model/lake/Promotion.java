package dev.headgate.model.lake;

/** A promotion that happened: the instant that it is, and the lake version that it made. */
public record Promotion(long instant, long lakeVersion) {}
