/** The dataset that is looked at: its columns, their types, and what metadata tells of them. */
package dev.headgate.plugins.checks.table;
