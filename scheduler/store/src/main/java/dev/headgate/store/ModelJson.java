package dev.headgate.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Records of the model as JSON. Keys of objects are sorted, so that equal records give equal text.
 * An unknown property is ignored and a missing optional one is empty: a store that a newer version
 * wrote can be read, though an older one drops what it does not know when it writes.
 */
final class ModelJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), new ModelTypes())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private ModelJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new HeadgateException(
          ErrorCode.INTERNAL,
          value.getClass().getSimpleName()
              + " cannot be written as JSON: "
              + e.getOriginalMessage(),
          e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw unreadable(type.getSimpleName(), e);
    }
  }

  /** A flat object of texts. */
  static Map<String, String> readTexts(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw unreadable("an object of texts", e);
    }
  }

  static <T> RowMapper<T> column(String column, Class<T> type) {
    return (row, context) -> read(row.getString(column), type);
  }

  private static HeadgateException unreadable(String what, JsonProcessingException cause) {
    return new HeadgateException(
        ErrorCode.INTERNAL,
        "what is stored is not " + what + ": " + cause.getOriginalMessage(),
        cause);
  }
}
