package dev.headgate.catalog.rest;

class BranchRestViewIT extends RestViewSuite {
  @Override
  boolean onBranch() {
    return true;
  }
}
