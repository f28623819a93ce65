package dev.headgate.catalog.rest;

class MainRestViewIT extends RestViewSuite {
  @Override
  boolean onBranch() {
    return false;
  }
}
