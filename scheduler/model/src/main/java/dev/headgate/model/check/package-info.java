/** Rules on datasets and what came of them. */
package dev.headgate.model.check;
