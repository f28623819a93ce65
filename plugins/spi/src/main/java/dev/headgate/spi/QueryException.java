package dev.headgate.spi;

/** The engine did not answer a query; the message is the engine's, and may quote what it read. */
public class QueryException extends PluginException {
  private static final long serialVersionUID = 1L;

  private final String withoutData;
  private final boolean lasting;

  /**
   * Why there is no answer.
   *
   * @param withoutData the same for people who must not see the data: nothing of it is quoted
   * @param lasting whether the query, or the data, is at fault, so that asking again is no help
   */
  public QueryException(String message, String withoutData, boolean lasting, Throwable cause) {
    super(message, cause);
    this.withoutData = withoutData;
    this.lasting = lasting;
  }

  public String withoutData() {
    return withoutData;
  }

  public boolean isLasting() {
    return lasting;
  }
}
