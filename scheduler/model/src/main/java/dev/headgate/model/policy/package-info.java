/** What a company asks of every product: policies, exceptions to rules, and the words it shares. */
package dev.headgate.model.policy;
