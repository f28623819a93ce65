package dev.headgate.server.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.server.plugins.LoadedPlugins;
import dev.headgate.server.plugins.PluginLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What plugins write for one command does not outlive it. */
class LocalPluginsTest {
  private final List<Path> used = new ArrayList<>();

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("said no"),
        new IOException("disk full"),
        new NoClassDefFoundError("not on the class path"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theFolderIsRemovedHoweverLoadingEnds(Throwable failure) {
    assertThatThrownBy(
            () ->
                LocalPlugins.load(
                    data -> {
                      write(data);
                      return LocalPluginsTest.<RuntimeException>thrown(failure);
                    }))
        .isSameAs(failure);
    assertThat(used).hasSize(1).noneMatch(Files::exists);
  }

  @Test
  void theFolderIsRemovedAtTheEnd() throws IOException {
    try (LocalPlugins plugins =
        LocalPlugins.load(
            data -> {
              write(data);
              return new PluginLoader(data, data).load(List.of(), Map.of());
            })) {
      assertThat(plugins.loaded()).isNotNull();
      assertThat(used).hasSize(1).allMatch(Files::exists);
    }
    assertThat(used).noneMatch(Files::exists);
  }

  private void write(Path data) throws IOException {
    used.add(data);
    Files.writeString(Files.createDirectories(data.resolve("spark")).resolve("state"), "x");
  }

  /** As a method can throw whose signature does not say so. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> LoadedPlugins thrown(Throwable failure) throws E {
    throw (E) failure;
  }
}
