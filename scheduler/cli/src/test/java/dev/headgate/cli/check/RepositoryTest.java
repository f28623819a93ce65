package dev.headgate.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports name files as the repository does. */
class RepositoryTest {
  @TempDir private Path root;

  @BeforeEach
  void given() throws IOException {
    Files.createDirectories(root.resolve("lake/contracts"));
    Files.writeString(root.resolve("lake/contracts/a.odcs.yaml"), "id: a");
  }

  private Repository of(Path definitions, String runsIn) {
    return new Repository(Optional.of(definitions), root.resolve(runsIn));
  }

  @Test
  void fromWhereTheCommandRuns() {
    assertThat(of(root.resolve("lake"), "").path("contracts/a.odcs.yaml"))
        .contains("lake/contracts/a.odcs.yaml");
    assertThat(of(root.resolve("lake/../lake"), ".").path("contracts/a.odcs.yaml"))
        .contains("lake/contracts/a.odcs.yaml");
    assertThat(of(root.resolve("lake"), "lake").path("contracts/a.odcs.yaml"))
        .contains("contracts/a.odcs.yaml");
  }

  @Test
  void elseAsTheDefinitionsDo() {
    assertThat(of(root.resolve("lake"), "elsewhere").path("contracts/a.odcs.yaml"))
        .contains("contracts/a.odcs.yaml");
    assertThat(new Repository(Optional.empty(), root).path("contracts/a.odcs.yaml"))
        .contains("contracts/a.odcs.yaml");
  }

  @Test
  void theFolderItselfHasAName() {
    assertThat(of(root.resolve("lake"), "").fromRoot(".")).isEqualTo("lake");
    assertThat(of(root.resolve("lake"), "lake").fromRoot(".")).isEqualTo(".");
  }

  @Test
  void whatIsNotThereHasNoPath() {
    assertThat(of(root.resolve("lake"), "").path("policies/standard.policy.yaml")).isEmpty();
    assertThat(of(root.resolve("lake"), "").path("")).isEmpty();
    assertThat(new Repository(Optional.empty(), root).path("")).isEmpty();
  }

  @Test
  void aUriHasNoBlanksAndIsRelative() {
    assertThat(Repository.uri("my contracts/100%/ä.yaml"))
        .isEqualTo("my%20contracts/100%25/%C3%A4.yaml");
    assertThat(Repository.uri("a:b.yaml")).isEqualTo("a%3Ab.yaml");
  }
}
