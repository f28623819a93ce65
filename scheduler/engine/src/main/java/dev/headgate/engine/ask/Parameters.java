package dev.headgate.engine.ask;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Product.Parameter;
import dev.headgate.model.product.Product.ParameterType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeSet;

/** Checks the values that a request gives to jobs against what the product declares. */
final class Parameters {
  private Parameters() {}

  static void check(Product product, Map<String, String> given) {
    for (Map.Entry<String, String> entry : given.entrySet()) {
      Parameter parameter = product.parameters().get(entry.getKey());
      if (parameter == null) {
        throw invalid(
            product,
            "has no parameter "
                + entry.getKey()
                + "; it has "
                + (product.parameters().isEmpty()
                    ? "none"
                    : String.join(", ", new TreeSet<>(product.parameters().keySet()))));
      }
      if (!fits(parameter.type(), entry.getValue())) {
        throw invalid(
            product,
            "needs "
                + expected(parameter.type())
                + " as "
                + entry.getKey()
                + ", not '"
                + entry.getValue()
                + "'");
      }
    }
    product
        .parameters()
        .forEach(
            (name, parameter) -> {
              if (!parameter.optional() && !given.containsKey(name)) {
                throw invalid(product, "needs the parameter " + name);
              }
            });
  }

  private static boolean fits(ParameterType type, String value) {
    try {
      switch (type) {
        case STRING -> {
          return true;
        }
        case INTEGER -> new BigInteger(value);
        case DECIMAL -> new BigDecimal(value);
        case BOOLEAN -> {
          return value.equals("true") || value.equals("false");
        }
        case DATE -> LocalDate.parse(value);
        case TIMESTAMP -> {
          return isTimestamp(value);
        }
      }
      return true;
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
  }

  private static boolean isTimestamp(String value) {
    boolean zoned = value.endsWith("Z") || value.lastIndexOf('+') > 0 || value.lastIndexOf('-') > 7;
    if (zoned) {
      OffsetDateTime.parse(value);
    } else {
      LocalDateTime.parse(value);
    }
    return true;
  }

  private static String expected(ParameterType type) {
    return switch (type) {
      case STRING -> "a text";
      case INTEGER -> "a whole number";
      case DECIMAL -> "a number";
      case BOOLEAN -> "true or false";
      case DATE -> "a date such as 2001-06-30";
      case TIMESTAMP -> "a time such as 2001-06-30T06:30:00Z";
    };
  }

  private static HeadgateException invalid(Product product, String what) {
    return new HeadgateException(
        ErrorCode.INVALID_REQUEST, "product " + product.name() + " " + what);
  }
}
