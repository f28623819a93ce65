package dev.headgate.catalog.rest;

class BranchRestCatalogIT extends RestCatalogSuite {
  @Override
  boolean onBranch() {
    return true;
  }
}
