package dev.headgate.server.home;

import com.google.inject.AbstractModule;

/** The server's folders. */
public final class HomeModule extends AbstractModule {
  private final Home home;
  private final Installation installation;

  public HomeModule(Home home, Installation installation) {
    this.home = home;
    this.installation = installation;
  }

  @Override
  protected void configure() {
    bind(Home.class).toInstance(home);
    bind(Installation.class).toInstance(installation);
  }
}
