package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @Test
  void findsTheUncaughtExceptionBeforeItsStack() {
    assertThat(
            LogTail.lastError(
                List.of(
                    "12:00 ERROR Executor: something earlier",
                    "Exception in thread \"main\" java.lang.IllegalStateException: no luck",
                    "\tat a.B.c(B.java:1)",
                    "Caused by: java.io.IOException: disk",
                    "\t... 3 more",
                    "log4j says goodbye")))
        .contains("java.lang.IllegalStateException: no luck");
  }

  @Test
  void elseTheLastErrorElseTheLastLine() {
    assertThat(LogTail.lastError(List.of("fatal: a", "Error: b", "bye", ""))).contains("Error: b");
    assertThat(LogTail.lastError(List.of("hello", "bye", " "))).contains("bye");
    assertThat(LogTail.lastError(List.of())).isEmpty();
  }

  @Test
  void readsOnlyWhatIsNew(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    Files.writeString(log, "Error: old\n");
    long before = Files.size(log);
    Files.writeString(log, "Error: old\nnew\n");

    assertThat(LogTail.lastError(log, before)).contains("new");
    assertThat(LogTail.lastError(log, 0)).contains("Error: old");
    Files.writeString(log, "Error: huge\n" + "x".repeat(200_000));
    assertThat(LogTail.lastError(log, 0).orElseThrow()).hasSizeLessThan(1100);
  }
}
