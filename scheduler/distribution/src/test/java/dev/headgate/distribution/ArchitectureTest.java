package dev.headgate.distribution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules that Maven's modules cannot hold. Plugins have their own class paths and see nothing.
 */
@AnalyzeClasses(packages = "dev.headgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Pattern VAGUE =
      Pattern.compile(".*\\.(utils?|common|helpers?|misc)(\\..*)?");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.headgate.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule QUARTZ_ONLY_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.headgate.server.quartz")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quartz..");

  @ArchTest
  static final ArchRule GUICE_ONLY_IN_THE_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.headgate.server..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.inject..");

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_KNOWS_NO_SERVER =
      noClasses()
          .that()
          .resideInAPackage("dev.headgate.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.headgate.server..", "dev.headgate.engine..");

  @ArchTest
  static final ArchRule THE_CATALOG_KNOWS_NOTHING_OF_OURS =
      noClasses()
          .that()
          .resideInAPackage("dev.headgate.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.headgate.model..",
              "dev.headgate.spi..",
              "dev.headgate.engine..",
              "dev.headgate.store..",
              "dev.headgate.server..");

  @ArchTest
  static void noPackageIsForWhatFitsNowhere(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackageName))
        .hasSizeGreaterThan(100)
        .noneMatch(name -> VAGUE.matcher(name).matches());
  }

  @ArchTest
  static void everyPackageSaysWhatItIsFor(JavaClasses classes) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("headgate.root")))) {
      Map<Path, Set<String>> packages =
          files
              .filter(file -> file.toString().contains("/src/main/java/"))
              .filter(file -> file.toString().endsWith(".java"))
              .collect(
                  Collectors.groupingBy(
                      Path::getParent,
                      Collectors.mapping(
                          file -> file.getFileName().toString(), Collectors.toSet())));
      assertThat(packages)
          .hasSizeGreaterThan(20)
          .allSatisfy(
              (folder, names) -> assertThat(names).as("%s", folder).contains("package-info.java"));
    }
  }
}
