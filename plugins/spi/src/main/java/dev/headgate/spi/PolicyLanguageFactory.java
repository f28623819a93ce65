package dev.headgate.spi;

/** Makes a language that policies can be written in. */
public interface PolicyLanguageFactory {
  /** Its word in policies, for example {@code cel}. */
  String name();

  PolicyLanguage create(PluginContext context);
}
