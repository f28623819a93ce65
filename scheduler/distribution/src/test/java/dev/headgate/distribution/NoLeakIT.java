package dev.headgate.distribution;

import static dev.headgate.distribution.GatedShop.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.distribution.GatedShop.Opened;
import dev.headgate.distribution.LocalServer.Answer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a blocking check fails on does not get into main over the API or with a command. */
class NoLeakIT {
  private static GatedShop shop;
  private String before;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    shop = new GatedShop(folder);
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @BeforeEach
  void look() throws Exception {
    before = shop.main();
    assertThat(before).contains("sales.orders", " 10");
  }

  @AfterEach
  void mainIsAsItWas() throws Exception {
    assertThat(shop.main()).isEqualTo(before);
    shop.cancelAll();
  }

  private static void refused(Answer answer, int status, String why) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.detail()).contains(why);
  }

  @Test
  void promotingItHasItJudgedAgainAndHeldAgain() throws Exception {
    Opened held = shop.held();
    assertThat(shop.server().post(held.path() + "/promote", Map.of()).status()).isEqualTo(200);
    shop.awaitHeldByItsCheck(held);
    assertThat(shop.server().headgate("promote", "" + held.id(), "--as", "ana"))
        .contains("CHECKING");
    shop.awaitHeldByItsCheck(held);
  }

  @Test
  void itCannotBeApproved() throws Exception {
    Opened held = shop.held();
    String digest = shop.server().get(held.path()).body().path("digest").asText();
    String why = "cannot be approved: it is HELD";
    refused(shop.server().post(held.path() + "/approve", Map.of()), 409, why);
    refused(shop.server().post(held.path() + "/approve", Map.of("digest", digest)), 409, why);
    assertThat(shop.server().headgate("approve", "" + held.id(), "--as", "ana"))
        .startsWith("4 ")
        .contains(why);
    assertThat(shop.server().get(held.path()).body().path("approvals")).isEmpty();
  }

  @Test
  void anApprovalBeforeTheVerdictIsRefusedAndTheVerdictIsWaitedFor() throws Exception {
    Opened opened = shop.opened(1000);
    refused(
        shop.server().post(opened.path() + "/approve", Map.of()),
        409,
        "cannot be approved: it is BUILDING");
    refused(
        shop.server().post(opened.path() + "/promote", Map.of()),
        409,
        "cannot be promoted: it is BUILDING");
    assertThat(shop.server().headgate("promote", "" + opened.id(), "--as", "ana")).startsWith("4 ");
    assertThat(shop.server().headgate("release", "close", "" + opened.id(), "--as", "ana"))
        .startsWith("0 ");
    shop.awaitHeldByItsCheck(opened);
  }

  @Test
  void itCannotBeRolledBackTo() throws Exception {
    Opened held = shop.held();
    String why = "release " + held.id() + " is no promoted release of " + PRODUCT;
    refused(rollback(held), 404, why);
    assertThat(cliRollback(held)).startsWith("3 ").contains(why);
    assertThat(shop.server().post(held.path() + "/cancel", Map.of("reason", "bad")).status())
        .isEqualTo(200);
    refused(rollback(held), 404, why);
  }

  @Test
  void whatSupersedesItDoesNotTakeItAlong() throws Exception {
    Opened held = shop.held();
    Opened good = shop.promoted(1);
    assertThat(shop.server().get(held.path()).body().path("state").asText())
        .isEqualTo("SUPERSEDED");
    assertThat(shop.main()).doesNotContain(" 1000");
    refused(rollback(held), 404, "is no promoted release of " + PRODUCT);
    refused(shop.server().post(held.path() + "/promote", Map.of()), 409, "it is SUPERSEDED");
    refused(shop.server().post(held.path() + "/approve", Map.of()), 409, "it is SUPERSEDED");
    assertThat(good.id()).isGreaterThan(held.id());
    before = shop.main();
  }

  private static Answer rollback(Opened to) throws Exception {
    return shop.server()
        .post("/products/" + PRODUCT + "/rollback", Map.of("to", to.id(), "reason", "please"));
  }

  private static String cliRollback(Opened to) {
    return shop.server()
        .headgate("rollback", PRODUCT, "--to", "" + to.id(), "--reason", "please", "--as", "ana");
  }

  @Test
  void whatEndedIsNotSentOn() throws Exception {
    Opened held = shop.held();
    assertThat(shop.server().post(held.path() + "/reject", Map.of("reason", "bad")).status())
        .isEqualTo(200);
    refused(shop.server().post(held.path() + "/promote", Map.of()), 409, "it is REJECTED");
    refused(shop.server().post(held.path() + "/approve", Map.of()), 409, "it is REJECTED");
    refused(shop.server().post(held.path() + "/close", Map.of()), 409, "it is REJECTED");
    assertThat(shop.server().headgate("release", "retry", "" + held.id(), "--as", "ana"))
        .startsWith("2 ")
        .contains("only begun again");
  }

  /** It was judged by the check as it was; that it would pass now is for a new release to show. */
  @Test
  void aCheckThatIsLoosenedLetsNothingThatWasHeldPass() throws Exception {
    Opened held = shop.held();
    try {
      shop.apply("mustBeLessThan: 100000");
      shop.await(held, "SUPERSEDED");
      refused(shop.server().post(held.path() + "/promote", Map.of()), 409, "it is SUPERSEDED");
    } finally {
      shop.apply("mustBeLessThan: 100");
    }
  }

  @Test
  void aRestartForgetsNoVerdict() throws Exception {
    Opened held = shop.held();
    assertThat(shop.server().post(held.path() + "/promote", Map.of()).status()).isEqualTo(200);
    shop.server().restart();
    shop.awaitHeldByItsCheck(held);
    refused(shop.server().post(held.path() + "/approve", Map.of()), 409, "it is HELD");
  }

  @Test
  void askingForTheProductAgainIsNoWayRoundTheCheck() throws Exception {
    Opened held = shop.held();
    long releases = shop.releases();
    assertThat(shop.server().headgate("build", PRODUCT, "--as", "ana"))
        .startsWith("2 ")
        .contains("written from outside");
    assertThat(shop.server().headgate("release", "close", "" + held.id(), "--as", "ana"))
        .startsWith("4 ")
        .contains("it is HELD");
    assertThat(shop.releases()).isEqualTo(releases);
    shop.awaitHeldByItsCheck(held);
  }
}
