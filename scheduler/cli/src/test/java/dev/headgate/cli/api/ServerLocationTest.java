package dev.headgate.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLocationTest {
  @TempDir Path home;

  @Test
  void theOptionGoesFirst() throws Exception {
    run("http://127.0.0.1:1");
    assertThat(find(Map.of("HEADGATE_URL", "http://h:2"), Optional.of("http://h:3/"), home))
        .hasToString("http://h:3");
    assertThat(find(Map.of("HEADGATE_URL", "http://h:2"), Optional.empty(), home))
        .hasToString("http://127.0.0.1:1");
  }

  @Test
  void thenTheEnvironmentThenTheHomeThenTheUsualPort() throws Exception {
    Map<String, String> both =
        Map.of("HEADGATE_URL", "http://h:2", "HEADGATE_HOME", home.toString());
    run("http://127.0.0.1:1");

    assertThat(find(both, Optional.empty(), null)).hasToString("http://h:2");
    assertThat(find(Map.of("HEADGATE_HOME", home.toString()), Optional.empty(), null))
        .hasToString("http://127.0.0.1:1");
    Files.delete(home.resolve("server.json"));
    assertThat(find(Map.of("HEADGATE_HOME", home.toString()), Optional.empty(), null))
        .hasToString("http://127.0.0.1:8642");
  }

  @Test
  void aHomeWithoutAServerAndATextThatIsNoUrlAreRefused() {
    assertThatThrownBy(() -> find(Map.of(), Optional.empty(), home))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("headgate server --home " + home);
    assertThatThrownBy(() -> find(Map.of(), Optional.of("here"), null))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("'here' is no URL");
  }

  private static URI find(Map<String, String> environment, Optional<String> server, Path home) {
    return new ServerLocation(environment).find(server, Optional.ofNullable(home));
  }

  private void run(String url) throws Exception {
    Files.writeString(home.resolve("server.json"), "{\"pid\":1,\"url\":\"" + url + "\"}");
  }
}
