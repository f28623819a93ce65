package dev.headgate.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.product.WriteMode;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;

/**
 * How the model's types look in JSON: names as one text, instants cut off to the microsecond,
 * numbers in settings exact, and for each sealed type the word in {@code type} that says which one
 * it is. The words are kept forever; classes may be renamed.
 */
final class ModelTypes extends SimpleModule {
  ModelTypes() {
    super("headgate-model");
    addName(DatasetName.class, DatasetName::parse);
    addName(ProductName.class, ProductName::parse);
    addSerializer(new CutInstant());
    addDeserializer(Number.class, new ExactNumbers());
    setMixInAnnotation(Decision.class, DecisionTypes.class);
    setMixInAnnotation(WriteMode.class, WriteModeTypes.class);
    setMixInAnnotation(Trigger.Condition.class, ConditionTypes.class);
    setMixInAnnotation(Verdict.class, AnyVerdict.class);
    setMixInAnnotation(Finding.class, AnyFinding.class);
  }

  private <T> void addName(Class<T> type, Function<String, T> parse) {
    addSerializer(type, ToStringSerializer.instance);
    addDeserializer(
        type,
        new FromStringDeserializer<T>(type) {
          @Override
          protected T _deserialize(String text, DeserializationContext context) {
            return parse.apply(text);
          }
        });
    addKeyDeserializer(
        type,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context) {
            return parse.apply(key);
          }
        });
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Decision.Start.class, name = "start"),
    @JsonSubTypes.Type(value = Decision.Wait.class, name = "wait"),
    @JsonSubTypes.Type(value = Decision.UpToDate.class, name = "up-to-date")
  })
  private interface DecisionTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = WriteMode.Overwrite.class, name = "overwrite"),
    @JsonSubTypes.Type(value = WriteMode.OverwritePartitions.class, name = "overwrite-partitions"),
    @JsonSubTypes.Type(value = WriteMode.Append.class, name = "append"),
    @JsonSubTypes.Type(value = WriteMode.Merge.class, name = "merge")
  })
  private interface WriteModeTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Trigger.Inputs.class, name = "inputs"),
    @JsonSubTypes.Type(value = Trigger.Cron.class, name = "cron")
  })
  private interface ConditionTypes {}

  @JsonDeserialize(converter = StoredVerdict.ToVerdict.class)
  private interface AnyVerdict {}

  @JsonDeserialize(converter = StoredVerdict.ToFinding.class)
  private interface AnyFinding {}

  private static final class CutInstant extends StdSerializer<Instant> {
    CutInstant() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(Micros.cut(value).toString());
    }
  }
}
