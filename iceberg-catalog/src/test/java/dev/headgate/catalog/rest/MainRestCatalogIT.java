package dev.headgate.catalog.rest;

class MainRestCatalogIT extends RestCatalogSuite {
  @Override
  boolean onBranch() {
    return false;
  }
}
