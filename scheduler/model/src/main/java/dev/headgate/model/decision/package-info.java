/** What was decided about a product, from which facts. */
package dev.headgate.model.decision;
