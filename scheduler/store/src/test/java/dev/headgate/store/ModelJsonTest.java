package dev.headgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.headgate.model.ExactNumber;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.product.WriteMode;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.ProductStore.Decided;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {
  @Property
  void decisionsComeBack(@ForAll("decisions") Decision decision) {
    Decided decided = new Decided(decision, Samples.NOON);

    assertThat(ModelJson.read(ModelJson.write(decided), Decided.class)).isEqualTo(decided);
    assertThat(ModelJson.read(ModelJson.write(decision), Decision.class)).isEqualTo(decision);
  }

  @Property
  void writeModesComeBack(@ForAll("writeModes") WriteMode mode) {
    assertThat(ModelJson.read(ModelJson.write(mode), WriteMode.class)).isEqualTo(mode);
  }

  @Property
  void triggersComeBack(@ForAll("triggers") Trigger trigger) {
    assertThat(ModelJson.read(ModelJson.write(trigger), Trigger.class)).isEqualTo(trigger);
  }

  @Property
  void productsComeBackAsEqualText(@ForAll("products") Product product) {
    Product back = ModelJson.read(ModelJson.write(product), Product.class);

    assertThat(back).isEqualTo(product);
    assertThat(ModelJson.write(back)).isEqualTo(ModelJson.write(product));
  }

  @Property
  void verdictsComeBackAsEqualText(@ForAll("verdicts") Verdict verdict) {
    Verdict back = ModelJson.read(ModelJson.write(verdict), Verdict.class);

    assertThat(back).isEqualTo(verdict);
    assertThat(ModelJson.write(back)).isEqualTo(ModelJson.write(verdict));
  }

  @Provide
  Arbitrary<Decision> decisions() {
    return ModelArbitraries.decisions();
  }

  @Provide
  Arbitrary<WriteMode> writeModes() {
    return ModelArbitraries.writeModes();
  }

  @Provide
  Arbitrary<Trigger> triggers() {
    return ModelArbitraries.triggers();
  }

  @Provide
  Arbitrary<Product> products() {
    return Combinators.combine(
            ModelArbitraries.triggers(),
            ModelArbitraries.writeModes(),
            ModelArbitraries.settings(),
            Arbitraries.strings(),
            ContractArbitraries.contracts().optional(),
            Arbitraries.maps(ModelArbitraries.datasetNames(), ContractArbitraries.majors())
                .ofMaxSize(3),
            ContractArbitraries.checks().list().ofMaxSize(2))
        .as(ModelArbitraries::product);
  }

  @Provide
  Arbitrary<Verdict> verdicts() {
    return ModelArbitraries.verdicts();
  }

  @ParameterizedTest
  @CsvSource({
    "dev.headgate.model.decision.Decision, dev.headgate.store.ModelTypes$DecisionTypes",
    "dev.headgate.model.product.WriteMode, dev.headgate.store.ModelTypes$WriteModeTypes",
    "dev.headgate.model.product.Trigger$Condition, dev.headgate.store.ModelTypes$ConditionTypes"
  })
  void everySubtypeHasAWord(String sealed, String words) throws ClassNotFoundException {
    JsonSubTypes named = Class.forName(words).getAnnotation(JsonSubTypes.class);

    assertThat(Arrays.stream(named.value()).<Class<?>>map(JsonSubTypes.Type::value))
        .containsExactlyInAnyOrder(Class.forName(sealed).getPermittedSubclasses());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678901234567890.12",
        "99999999999999999999",
        "-9223372036854775808",
        "9223372036854775808",
        "1.50",
        "5.0",
        "0.0000000000000000000000000000000000001",
        "1e37"
      })
  void numbersComeBackExactly(String written) {
    Number number = ExactNumber.of(new BigDecimal(written));
    Map<String, Object> settings = Map.of("a", number, "b", List.of(Map.of("c", number)));
    Job job = new Job("command", settings, Map.of());

    assertThat(ModelJson.read(ModelJson.write(job), Job.class)).isEqualTo(job);
  }

  @Test
  void aNumberThatAnOlderVersionWroteIsTheSameValue() {
    String json = "{\"type\":\"command\",\"settings\":{\"a\":5.0,\"b\":1.0E-5},\"files\":{}}";

    assertThat(ModelJson.read(json, Job.class).settings())
        .isEqualTo(Map.of("a", 5L, "b", new BigDecimal("0.00001")));
  }

  @Test
  void theWordsStayWhatTheyAre() {
    assertThat(ModelJson.write(new WriteMode.Overwrite())).isEqualTo("{\"type\":\"overwrite\"}");
    assertThat(ModelJson.write(new Trigger.Inputs(true)))
        .isEqualTo("{\"type\":\"inputs\",\"all\":true}");
    assertThat(ModelJson.write(Samples.DAILY)).isEqualTo("\"analytics.daily_delays\"");
    assertThat(ModelJson.write(Map.of(Samples.DELAYS, Samples.NOON)))
        .isEqualTo("{\"analytics.flight-delays\":\"2001-06-30T12:00:00.123456Z\"}");
  }

  @Test
  void whatANewerVersionAddedIsIgnoredAndWhatIsMissingIsEmpty() {
    Release release = Samples.release(1, Samples.DELAYS, "f");
    String newer = ModelJson.write(release).replaceFirst("\\{", "{\"colour\":\"red\",");
    String older = ModelJson.write(release).replace("\"submission\":null,", "");

    assertThat(newer).contains("colour");
    assertThat(older).doesNotContain("submission");
    assertThat(ModelJson.read(newer, Release.class)).isEqualTo(release);
    assertThat(ModelJson.read(older, Release.class)).isEqualTo(release);
  }

  @Test
  void whatIsNotTheRecordIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> ModelJson.read("{\"type\":\"never\"}", Decision.class))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("Decision")
        .hasMessageContaining("never");
  }
}
