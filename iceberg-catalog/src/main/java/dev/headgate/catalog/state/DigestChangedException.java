package dev.headgate.catalog.state;

/** What would be promoted is not what was judged. */
public class DigestChangedException extends RuntimeException {
  public DigestChangedException(String branch, String expected, String found) {
    super(
        "branch "
            + branch
            + " is not what was judged: its digest is "
            + found
            + ", expected "
            + expected);
  }
}
