package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.api.ExitCode;

/** What became of a request for a release. */
final class RequestedPrinter {
  private final Session session;

  RequestedPrinter(Session session) {
    this.session = session;
  }

  /** Prints it, after having followed the release where that is wished. */
  int print(Api api, JsonNode requested, boolean wait) {
    JsonNode release = requested.path("release");
    if (!release.isObject()) {
      session.print(requested, this::notStarted);
      return (wait ? ExitCode.REFUSED : ExitCode.OK).number(); // there is nothing to follow
    }
    if (!wait) {
      session.print(requested, r -> new ReleasePrinter(session).line(r.path("release")));
      return ExitCode.OK.number();
    }
    JsonNode ended = new ReleaseWatch(api, session.terminal()).follow(release.path("id").asLong());
    session.print(ended, new ReleasePrinter(session)::line);
    return ReleaseWatch.exitCode(ended).number();
  }

  private void notStarted(JsonNode requested) {
    JsonNode decision = requested.path("decision");
    session.line("The request is noted; no release has started yet.");
    decision.path("because").forEach(reason -> session.line("  because " + reason.asText()));
    decision.path("blockedBy").forEach(block -> session.line("  waits: " + block.asText()));
  }
}
