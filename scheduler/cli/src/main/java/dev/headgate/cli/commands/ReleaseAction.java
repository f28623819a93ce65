package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.api.ExitCode;
import java.util.Map;

/** Does something with one release and says where it is then. */
final class ReleaseAction {
  private final Session session;

  ReleaseAction(Session session) {
    this.session = session;
  }

  int run(String release, String action, Map<String, String> body, boolean wait) {
    Api api = session.api();
    return show(api, api.post("/releases/" + Answers.release(release) + "/" + action, body), wait);
  }

  int show(Api api, JsonNode release, boolean wait) {
    JsonNode shown =
        wait
            ? new ReleaseWatch(api, session.terminal()).follow(release.path("id").asLong())
            : release;
    session.print(shown, new ReleasePrinter(session)::line);
    return (wait ? ReleaseWatch.exitCode(shown) : ExitCode.OK).number();
  }
}
