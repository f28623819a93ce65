/**
 * Policies in the Common Expression Language. What they can ask about is {@link
 * dev.headgate.spi.PolicyFacts}, and an expression that asks about anything else does not compile.
 * Nothing here reads files or knows what a policy is beyond its expression.
 */
package dev.headgate.plugins.policy.cel;
