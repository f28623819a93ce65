package dev.headgate.catalog.promotion;

/** Told of each step of a promotion; tests of crashes end the process here. */
@FunctionalInterface
public interface StepObserver {
  /** Does nothing. */
  StepObserver NONE = (branch, step) -> {};

  void reached(String branch, Step step);
}
