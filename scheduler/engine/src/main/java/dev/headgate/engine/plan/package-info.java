/** What applying definitions would change and for whom, and applying them. */
package dev.headgate.engine.plan;
