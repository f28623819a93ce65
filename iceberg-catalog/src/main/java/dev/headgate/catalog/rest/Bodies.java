package dev.headgate.catalog.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.iceberg.exceptions.BadRequestException;

/** Reads the bodies of requests, up to a size; plain or by gzip. */
final class Bodies {
  private final int maxBytes;

  Bodies(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The whole body, as it was before it was compressed. */
  Body read(HttpServletRequest http) {
    String encoding = http.getHeader("Content-Encoding");
    try (InputStream in = plain(http.getInputStream(), encoding)) {
      byte[] body = in.readNBytes(maxBytes + 1);
      if (body.length > maxBytes) {
        throw new HttpProblem(
            413,
            "PayloadTooLargeException",
            "the body is larger than " + maxBytes / (1024 * 1024) + " MB");
      }
      if (body.length == 0) {
        throw new BadRequestException("the body is empty, expected JSON");
      }
      return new Body(body);
    } catch (IOException e) {
      throw new BadRequestException(e, "the body cannot be read: %s", e.getMessage());
    }
  }

  private static InputStream plain(InputStream in, String encoding) throws IOException {
    String named = encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT);
    if (named.equals("identity")) {
      return in;
    }
    if (named.equals("gzip") || named.equals("x-gzip")) {
      return new GZIPInputStream(in);
    }
    throw new HttpProblem(
        415,
        "UnsupportedMediaTypeException",
        "a body in " + encoding + " cannot be read, expected gzip or none");
  }
}
