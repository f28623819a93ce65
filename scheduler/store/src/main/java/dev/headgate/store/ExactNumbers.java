package dev.headgate.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.headgate.model.ExactNumber;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads numbers in settings as definitions have them, so that they come back as they went. */
final class ExactNumbers extends StdDeserializer<Number> {
  private static final long serialVersionUID = 1L;

  ExactNumbers() {
    super(Number.class);
  }

  @Override
  public Number deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return ExactNumber.of(new BigDecimal(parser.getBigIntegerValue()));
    }
    return parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
        ? ExactNumber.of(parser.getDecimalValue())
        : (Number) context.handleUnexpectedToken(Number.class, parser);
  }
}
