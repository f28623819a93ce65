package dev.headgate.server.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a request's body, in words of JSON. */
final class BodyMistake {
  private BodyMistake() {}

  /** Where, what, and what was expected. */
  static String text(JsonProcessingException e) {
    return "the body is not as expected" + where(e.getLocation()) + ": " + what(e);
  }

  private static String where(JsonLocation location) {
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String what(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key '"
          + unknown.getPropertyName()
          + "', expected one of "
          + unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
    }
    if (e instanceof MismatchedInputException mismatched) {
      return path(mismatched).map(path -> "'" + path + "' is not ").orElse("it is not ")
          + expected(mismatched);
    }
    return e.getOriginalMessage();
  }

  private static String expected(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    String shape = type == null ? "what is expected here" : shape(type);
    return e instanceof InvalidFormatException wrong
        ? shape + ": '" + wrong.getValue() + "'"
        : shape;
  }

  private static String shape(Class<?> type) {
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    if (Map.class.isAssignableFrom(type) || type.isRecord()) {
      return "an object";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (TemporalAccessor.class.isAssignableFrom(type)) {
      return "a point in time such as 2026-01-31T12:00:00Z";
    }
    return type == String.class ? "a text" : "what is expected here";
  }

  /** Such as {@code files[0].name}; empty for the body itself. */
  private static Optional<String> path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference each : e.getPath()) {
      if (each.getFieldName() == null) {
        path.append('[').append(each.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
      }
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(path.toString());
  }
}
