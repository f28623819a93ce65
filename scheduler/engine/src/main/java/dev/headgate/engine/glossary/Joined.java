package dev.headgate.engine.glossary;

import dev.headgate.engine.Plan.Place;
import dev.headgate.model.product.DatasetName;

/**
 * Two columns that a job's SQL joins by.
 *
 * @param by the dataset that the job makes
 */
public record Joined(
    DatasetName by,
    DatasetName left,
    String leftColumn,
    DatasetName right,
    String rightColumn,
    Place place) {}
