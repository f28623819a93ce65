package dev.headgate.plugins.policy.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.PolicyLanguage.Condition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever somebody writes, it ends, and in little memory. */
class BoundsTest {
  private static final PolicyLanguage CEL = new CelLanguage();

  @Test
  void loopsInLoopsEnd() {
    Condition condition =
        CEL.compile(
            "product.owners.all(a, product.owners.all(b, product.owners.all(c, a + b + c != '')))");

    assertThatThrownBy(() -> condition.holds(owners(80)))
        .isInstanceOf(PolicyLanguage.Unanswerable.class)
        .hasMessage("it looks at more than 100000 elements: expected fewer");
    assertThat(condition.holds(owners(40))).isTrue();
  }

  @Test
  void aTextDoesNotDoubleWithoutEnd() {
    Condition condition = CEL.compile("['x']" + ".map(x, x + x)".repeat(25) + " == ['x']");

    assertThatThrownBy(() -> condition.holds(Map.of()))
        .isInstanceOf(PolicyLanguage.Unanswerable.class)
        .hasMessage("a text of more than 100000 characters: expected a shorter one");
  }

  @Test
  void divisionByZeroIsAnErrorAndNotAnAnswer() {
    Condition condition = CEL.compile("1 / (product.approvals - 1) == 1");

    assertThatThrownBy(() -> condition.holds(Map.of("product", Map.of("approvals", 1L))))
        .isInstanceOf(PolicyLanguage.Unanswerable.class)
        .hasMessage("it divides by zero: expected another divisor");
  }

  private static Map<String, Object> owners(int count) {
    List<String> owners = Collections.nCopies(count, "ana");
    return Map.of("product", Map.of("owners", owners));
  }
}
