package dev.headgate.plugins.policy.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.PolicyLanguage.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not compile, and where that is said. */
class MistakesTest {
  private static final PolicyLanguage CEL = new CelLanguage();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          product.ownr.size() > 0 | 1 | 9 | there is no field 'ownr' here, did you mean 'owners'? It is a field of Contract, Product
          prodct.name == '' | 1 | 1 | there is no 'prodct', did you mean 'product'?
          foo() | 1 | 4 | there is no 'foo': expected a function, or one of changes, contract, dataset, now, product, release, verdict
          contract.approvals > 1 | 1 | 10 | there is no field 'approvals' here: it is a field of Product
          has(dataset.contact) | 1 | 13 | there is no field 'contact' here, did you mean 'contract'? It is a field of Dataset
          product.owners > 3 | 1 | 16 | '>' does not fit these types: (list(string), int)
          product.name | 1 | 8 | expected a condition, which is true or false; this is 'string'
          product.owners.size() | 1 | 20 | expected a condition, which is true or false; this is 'int'
          product.datasets | 1 | 8 | expected a condition, which is true or false; this is 'list(Dataset)'
          contract.major == '3' | 1 | 16 | '==' does not fit these types: (int, string)
          contract.sunset > '2026' | 1 | 17 | '>' does not fit these types: (timestamp, string)
          true &&\\n  product.ownr == 1 | 2 | 11 | there is no field 'ownr' here, did you mean 'owners'? It is a field of Contract, Product
          product.name == 'äöü' &&\\n\\n product.name > 3 | 3 | 15 | '>' does not fit these types: (string, int)
          product.datasets.all(d d.name == '') | 1 | 24 | unexpected 'd'
          product.name == | 1 | 16 | unexpected end
          (product.name == 'a' | 1 | 21 | missing ')' at end
          has(product) | 1 | 4 | invalid argument to has() macro
          product.name.matches('(') | 1 | 21 | not a regular expression of RE2: missing closing )
          product.name.matches('(a{1000}){1000}') | 1 | 21 | the regular expression is too large: expected a shorter one
          now > timestamp('tomorrow') | 1 | 16 | not a timestamp: expected one such as '2026-07-01T00:00:00Z'
          now - now > duration('1 day') | 1 | 21 | not a duration: expected one such as '26h' or '1h30m'
          Product{name: 'x'}.name == 'x' | 1 | 8 | 'Product{…}' makes up a fact: expected given facts only
          product.owners + ['x'] == ['x'] | 1 | 16 | '+' joins no lists and no bytes here: expected texts, numbers or times
          [1, 'a'].size() == 2 | 1 | 1 | the type of this is not known: expected one type, such as list(string)
          dyn(1) == 1 | 1 | 4 | the type of this is not known: expected one type, such as list(string)
          [[[[1]]]].size() == 1 | 1 | 1 | lists and maps in each other: expected at most 3 levels
          product.name.replace('a', 'b') == '' | 1 | 21 | there is no 'replace': expected a function, or one of changes, contract, dataset, now, product, release, verdict
          """)
  void oneMistakeAtItsPlace(String expression, int line, int column, String message) {
    Mistake mistake = mistake(expression.replace("\\n", "\n"));

    assertThat(mistake).as("a mistake").isNotNull();
    assertThat(mistake.line() + ":" + mistake.column() + " " + mistake.getMessage())
        .isEqualTo(line + ":" + column + " " + message);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PRODUCT | contract.status == 'active'      | 1 | there is no 'contract'
          PRODUCT | product.name == dataset.name     | 17 | there is no 'dataset'
          RELEASE | release.first && has(contract.id)  | 22 | there is no 'contract'
          """)
  void aVariableOfAnotherScopeIsAMistake(Scope scope, String expression, int column, String what) {
    Mistake mistake = catchThrowableOfType(Mistake.class, () -> CEL.compile(expression, scope));

    assertThat(mistake).as("a mistake").isNotNull();
    assertThat(mistake.line() + ":" + mistake.column() + " " + mistake.getMessage())
        .isEqualTo(
            "1:"
                + column
                + " "
                + what
                + " in this policy's scope: expected one of changes, now, product, release,"
                + " verdict, or the scope dataset");
  }

  @Test
  void aNearMissIsSoughtAmongTheScopesOwn() {
    assertThatThrownBy(() -> CEL.compile("contracts.id == 'a'", Scope.PRODUCT))
        .hasMessage(
            "there is no 'contracts': expected a function, or one of changes, now, product,"
                + " release, verdict");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DATASET | contract.status == 'active' && dataset.name != ''
          DATASET | has(release.id) ? changes.size() > 0 : verdict.checks.size() == 0
          PRODUCT | !has(release.id) ? true : verdict.passed
          PRODUCT | product.datasets.all(contract, has(contract.contract))
          RELEASE | release.first && now > timestamp('2026-01-01T00:00:00Z')
          """)
  void aScopesOwnVariablesAreThere(Scope scope, String expression) {
    assertThatCode(() -> CEL.compile(expression, scope)).doesNotThrowAnyException();
  }

  @Test
  void anEmptyExpressionIsNoCondition() {
    assertThat(mistake(" ").getMessage()).isEqualTo("nothing here: expected a condition");
  }

  @Test
  void expressionsAreNeitherLongNorDeep() {
    assertThat(mistake("true || ".repeat(500) + "true").getMessage())
        .isEqualTo("more than 4000 characters: expected a shorter one");
    assertThat(mistake("!(".repeat(65) + "true" + ")".repeat(65)).getMessage())
        .isEqualTo("deeper than 64 levels");
    assertThatCode(() -> CEL.compile("true || ".repeat(499) + "true")).doesNotThrowAnyException();
  }

  private static Mistake mistake(String expression) {
    return catchThrowableOfType(Mistake.class, () -> CEL.compile(expression));
  }
}
