package dev.headgate.catalog.rest;

class MainRestCatalogTest extends RestCatalogSuite {
  @Override
  boolean onBranch() {
    return false;
  }
}
