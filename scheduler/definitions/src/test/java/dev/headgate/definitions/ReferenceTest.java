package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reference without a path is one into the same document. */
class ReferenceTest {
  private static String to(String reference) {
    return "id: x, logicalType: string, relationships: [{to: \"" + reference + "\"}]";
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.a", "#t.a", "#/schema/t_id/properties/x", "#schema/t_id/properties/x"})
  void isFoundInTheSameDocument(String reference) {
    assertThat(OneProperty.applied(to(reference)).rules())
        .extracting(Samples::line)
        .containsExactly(
            "relationship(a -> d.t(a)): relationship"
                + " {arguments={columns=[a], dataset=d.t, properties=[a]}, mustBe=0}");
  }

  @Test
  void nothingIsNoReference() {
    assertThat(OneProperty.appliedMistake(to("#")))
        .startsWith("9:64: 'to': '#' is no reference: expected schema.property");
  }
}
