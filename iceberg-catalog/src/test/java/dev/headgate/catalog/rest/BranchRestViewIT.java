package dev.headgate.catalog.rest;

class BranchRestViewTest extends RestViewSuite {
  @Override
  boolean onBranch() {
    return true;
  }
}
