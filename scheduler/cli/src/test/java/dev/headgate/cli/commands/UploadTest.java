package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.cli.api.CliException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
  private static final String DOMAIN = "domain: shop\nowners: [Jürgen]\n";

  @TempDir private Path folder;

  @Test
  void textIsSentAndWhatIsNoneIsLeftOut() throws IOException {
    Files.writeString(folder.resolve("domain.yaml"), DOMAIN);
    Files.write(folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});

    assertThat(Upload.of(folder).get("files"))
        .isEqualTo(Map.of("domain.yaml", Map.of("text", DOMAIN)));
  }

  @Test
  void aDefinitionThatIsNotUtf8IsAMistakeWithItsPlace() throws IOException {
    Files.write(folder.resolve("domain.yaml"), DOMAIN.getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Upload.of(folder))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("domain.yaml:2:11: ")
        .hasMessageContaining("expected UTF-8");
  }

  @Test
  void aDefinitionThatIsTooLargeIsNotLeftOut() throws IOException {
    Files.writeString(folder.resolve("pipeline.yml"), "# ".repeat(1 << 20));

    assertThatThrownBy(() -> Upload.of(folder))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("pipeline.yml has 2097152 bytes");
  }
}
