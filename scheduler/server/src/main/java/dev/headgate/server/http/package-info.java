/**
 * The web server: one listener, problem documents for errors, who asks, and what is mounted where.
 * What the routes do lives in {@code api} and with the features.
 */
package dev.headgate.server.http;
