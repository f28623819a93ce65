/** What a domain declares: products, datasets, jobs, checks, triggers and who approves. */
package dev.headgate.model.product;
