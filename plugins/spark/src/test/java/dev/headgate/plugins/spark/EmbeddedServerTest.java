package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.PluginException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EmbeddedServerTest {
  @Test
  void startsThatFailWaitLongerUpToABound() {
    assertThat(EmbeddedServer.delay(0)).isZero();
    assertThat(EmbeddedServer.delay(1)).hasSeconds(1);
    assertThat(EmbeddedServer.delay(4)).hasSeconds(8);
    assertThat(EmbeddedServer.delay(6)).hasSeconds(30);
    assertThat(EmbeddedServer.delay(10_000)).hasSeconds(30);
  }

  @Test
  void aFailedStartIsTriedAgainAtTheNextUse() {
    AtomicInteger starts = new AtomicInteger();
    EmbeddedServer server =
        new EmbeddedServer(
            () -> {
              throw new PluginException("start " + starts.incrementAndGet());
            });

    assertThatThrownBy(server::endpoint).hasMessage("start 1");
    long before = System.nanoTime();
    assertThatThrownBy(server::endpoint).hasMessage("start 2");
    assertThat(System.nanoTime() - before).isGreaterThan(500_000_000L);
    server.close();
    assertThatThrownBy(server::endpoint).hasMessage("the Spark plugin is closed");
    assertThat(starts).hasValue(2);
  }
}
