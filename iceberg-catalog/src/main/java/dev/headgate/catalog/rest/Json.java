package dev.headgate.catalog.rest;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.RESTSerializers;

/** The messages of the protocol as JSON. Fields that are not known are let pass. */
final class Json {
  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
    mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);
    RESTSerializers.registerAll(mapper);
    return mapper;
  }

  static byte[] write(Object message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + message.getClass().getSimpleName(), e);
    }
  }

  /**
   * A request's body.
   *
   * @throws BadRequestException that says where it is malformed
   */
  static <T> T read(byte[] body, Class<T> type) {
    try {
      T message = MAPPER.readValue(body, type);
      if (message == null) {
        throw new BadRequestException("the body is null, expected a %s", type.getSimpleName());
      }
      return message;
    } catch (JsonProcessingException e) {
      throw new BadRequestException(
          e, "not a %s%s: %s", type.getSimpleName(), where(e.getLocation()), reason(e));
    } catch (BadRequestException e) {
      throw e;
    } catch (java.io.IOException | RuntimeException e) {
      throw new BadRequestException(e, "not a %s: %s", type.getSimpleName(), e.getMessage());
    }
  }

  private static String where(JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String reason(JsonProcessingException e) {
    boolean wraps = e.getCause() != null && e.getCause().getMessage() != null;
    return wraps ? e.getCause().getMessage() : e.getOriginalMessage();
  }
}
