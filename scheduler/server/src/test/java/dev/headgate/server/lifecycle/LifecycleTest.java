package dev.headgate.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private final List<String> happened = new ArrayList<>();

  @Test
  void startsInOrderAndStopsInTheOppositeOrder() throws Exception {
    Lifecycle lifecycle = lifecycle(new Part("a"), new Part("b"));

    lifecycle.start();
    assertThat(lifecycle.isStarted()).isTrue();
    lifecycle.close();
    lifecycle.close();

    assertThat(lifecycle.isStarted()).isFalse();
    assertThat(happened).containsExactly("+a", "+b", "-b", "-a");
  }

  @Test
  void aFailedStartStopsWhatRan() {
    Lifecycle lifecycle = lifecycle(new Part("a"), new Part("!b"), new Part("c"));

    assertThatThrownBy(lifecycle::start).hasMessage("!b fails");

    assertThat(happened).containsExactly("+a", "-a");
    assertThat(lifecycle.isStarted()).isFalse();
  }

  @Test
  void aFailedStopDoesNotKeepTheOthersFromStopping() throws Exception {
    Lifecycle lifecycle = lifecycle(new Part("a"), new Part("?b"), new Part("c"));

    lifecycle.start();
    lifecycle.close();

    assertThat(happened).containsExactly("+a", "+?b", "+c", "-c", "-a");
  }

  private static Lifecycle lifecycle(Part... parts) {
    return new Lifecycle(new LinkedHashSet<>(List.of(parts)));
  }

  private final class Part implements Service {
    private final String name;

    Part(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void start() {
      if (name.startsWith("!")) {
        throw new IllegalStateException(name + " fails");
      }
      happened.add("+" + name);
    }

    @Override
    public void stop() {
      if (name.startsWith("?")) {
        throw new IllegalStateException(name + " does not stop");
      }
      happened.add("-" + name);
    }
  }
}
