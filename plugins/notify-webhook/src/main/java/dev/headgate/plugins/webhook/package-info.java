/**
 * Tells HTTP endpoints what happens: the notifier {@code webhook} of pipelines ({@code {to:
 * webhook, url: …, headers: {…}, secretEnv: NAME}}) and the event sink {@code webhook} of the
 * server ({@code plugin.notify-webhook.url}). Both POST one CloudEvents 1.0 document per event, in
 * structured JSON; its {@code id} is the same for each delivery of an event. Where a secret is
 * configured, the header {@code X-Headgate-Signature} is {@code sha256=} and the HMAC-SHA256 of the
 * body in hex. Secrets are named by the environment variable of the server that has them, never
 * written down.
 */
package dev.headgate.plugins.webhook;
