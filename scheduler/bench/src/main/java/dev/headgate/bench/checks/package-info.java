/** What judging costs: many rules against one scan, and against a query for each rule. */
package dev.headgate.bench.checks;
