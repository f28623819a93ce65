package dev.headgate.jobs.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.jobs.protocol.AnalysisRequest.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  @Test
  void aRequestComesThroughWithItsOrder() {
    Map<String, String> statements = new LinkedHashMap<>();
    statements.put("second", "SELECT \"a\"\n\tFROM x.y");
    statements.put("first", "");
    AnalysisRequest request =
        new AnalysisRequest(
            statements, Map.of("x.y", List.of(new Field("a", "struct<b:int>")), "x.z", List.of()));

    AnalysisRequest read = AnalysisRequest.parse(request.toJson());

    assertThat(read).isEqualTo(request);
    assertThat(read.statements().keySet()).containsExactly("second", "first");
  }

  @Test
  void anAnswerComesThrough() {
    AnalysisAnswer answer =
        new AnalysisAnswer(
            Map.of(
                "good",
                new AnalysisAnswer.Statement(
                    Optional.empty(),
                    Map.of("x.y", List.of("a", "s.b"), "x.z", List.of()),
                    List.of("other.t"),
                    List.of(new Field("n", "bigint")),
                    List.of(new AnalysisAnswer.Join("x.y", "a", "x.z", "b"))),
                "bad",
                new AnalysisAnswer.Statement(
                    Optional.of(new AnalysisAnswer.Mistake("no such\ncolumn", 3, 8)),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of())));

    assertThat(AnalysisAnswer.parse(answer.toJson())).isEqualTo(answer);
  }
}
