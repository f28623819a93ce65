package dev.headgate.catalog.rest;

class MainRestViewTest extends RestViewSuite {
  @Override
  boolean onBranch() {
    return false;
  }
}
