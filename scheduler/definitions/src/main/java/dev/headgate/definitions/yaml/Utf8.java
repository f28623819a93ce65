package dev.headgate.definitions.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes of a file to text, strictly. */
public final class Utf8 {
  private Utf8() {}

  /** The text; empty, and a problem at the first wrong byte, where it is not UTF-8. */
  public static Optional<String> decode(String file, byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(
          At.in(file, text, text.length()),
          String.format(
              "not UTF-8: byte 0x%02x at offset %d; expected a text file in UTF-8",
              bytes[in.position()], in.position()));
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
