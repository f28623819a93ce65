package dev.headgate.plugins.checks.metric;

/**
 * A text that is matched against a regular expression.
 *
 * @param value the text, in SQL
 * @param call the condition in SQL that holds where it matches; part of the metric's expression,
 *     and too odd to be in it by accident: its quotes would not be in a literal as they are
 */
public record TextMatch(String value, String call) {}
