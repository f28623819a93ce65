package dev.headgate.catalog.rest;

class BranchRestCatalogTest extends RestCatalogSuite {
  @Override
  boolean onBranch() {
    return true;
  }
}
