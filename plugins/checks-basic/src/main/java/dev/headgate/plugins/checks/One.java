package dev.headgate.plugins.checks;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.QueryEngine;
import java.time.Duration;

/** One rule to evaluate. */
record One(
    CheckSpec spec,
    DatasetName dataset,
    CatalogAccess view,
    QueryEngine queries,
    Duration timeout) {}
