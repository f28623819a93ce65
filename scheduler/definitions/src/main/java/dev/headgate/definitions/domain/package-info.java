/** Domains: a team's namespace, its owners and groups. Here is what one file of them says alone. */
package dev.headgate.definitions.domain;
