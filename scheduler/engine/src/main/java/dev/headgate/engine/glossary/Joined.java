package dev.headgate.engine.glossary;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places.Place;

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
