/**
 * What makes a value valid or missing: ODCS' arguments and {@code logicalTypeOptions}, as
 * conditions in SQL that hold for the values that are not. A null is neither valid nor invalid.
 */
package dev.headgate.plugins.checks.valid;
