package dev.headgate.plugins.policy.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.spi.PolicyFacts;
import dev.headgate.spi.PolicyLanguage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * CEL over {@link PolicyFacts}: the standard functions and macros, the string functions that cannot
 * make a text longer, and the sets functions. Every evaluation is bounded: in what it loops over,
 * and, by {@link Restrictions} and {@link Joining}, in how large a value can become.
 */
final class CelLanguage implements PolicyLanguage {
  static final int MAX_LENGTH = 4_000;
  static final int MAX_NESTING = 64;
  static final int MAX_ITERATIONS = 100_000;
  static final int MAX_REGEX = 2_000;

  private final Map<Set<String>, Cel> byVariables = new HashMap<>();

  CelLanguage() {
    declare(PolicyFacts.VARIABLES);
    for (Scope scope : Scope.values()) {
      declare(PolicyFacts.of(scope));
    }
  }

  private void declare(Map<String, PolicyFacts.Type> variables) {
    byVariables.computeIfAbsent(variables.keySet(), names -> cel(variables));
  }

  private static Cel cel(Map<String, PolicyFacts.Type> variables) {
    CelOptions options =
        CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(MAX_NESTING)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxRegexProgramSize(MAX_REGEX)
            .build();
    CelStringExtensions strings =
        CelExtensions.strings(
            CelStringExtensions.Function.CHAR_AT,
            CelStringExtensions.Function.INDEX_OF,
            CelStringExtensions.Function.LAST_INDEX_OF,
            CelStringExtensions.Function.LOWER_ASCII,
            CelStringExtensions.Function.SPLIT,
            CelStringExtensions.Function.SUBSTRING,
            CelStringExtensions.Function.TRIM,
            CelStringExtensions.Function.UPPER_ASCII);
    CelBuilder builder =
        CelFactory.plannerCelBuilder()
            .setOptions(options)
            .setTypeProvider(new FactTypes())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(strings, CelExtensions.sets(options))
            .addRuntimeLibraries(strings, CelExtensions.sets(options))
            .setStandardFunctions(
                CelStandardFunctions.newBuilder()
                    .filterFunctions((function, overload) -> overload != AddOverload.ADD_STRING)
                    .build())
            .addFunctionBindings(Joining.OF_TEXTS);
    variables.forEach((name, type) -> builder.addVar(name, FactTypes.of(type)));
    return builder.build();
  }

  @Override
  public Condition compile(String expression) {
    return compile(expression, PolicyFacts.VARIABLES.keySet());
  }

  @Override
  public Condition compile(String expression, Scope scope) {
    return compile(expression, PolicyFacts.of(scope).keySet());
  }

  private Condition compile(String expression, Set<String> variables) {
    Cel cel = byVariables.get(variables);
    CelAbstractSyntaxTree ast = check(cel, expression, variables);
    try {
      return new CelCondition(cel.createProgram(ast));
    } catch (CelEvaluationException e) {
      throw new Mistake("cannot be evaluated: " + e.getMessage(), 1, 1);
    }
  }

  private static CelAbstractSyntaxTree check(Cel cel, String expression, Set<String> variables) {
    if (expression.isBlank()) {
      throw new Mistake("nothing here: expected a condition", 1, 1);
    }
    if (expression.codePointCount(0, expression.length()) > MAX_LENGTH) {
      throw new Mistake("more than " + MAX_LENGTH + " characters: expected a shorter one", 1, 1);
    }
    CelValidationResult parsed = cel.parse(expression);
    if (parsed.hasError()) {
      throw Mistakes.first(parsed.getErrors(), expression, variables);
    }
    try {
      CelValidationResult checked = cel.check(parsed.getAst());
      if (checked.hasError()) {
        throw Mistakes.first(checked.getErrors(), expression, variables);
      }
      CelAbstractSyntaxTree ast = checked.getAst();
      Restrictions.check(ast);
      if (!ast.getResultType().equals(SimpleType.BOOL)) {
        throw Mistakes.at(
            ast,
            ast.getExpr().id(),
            "expected a condition, which is true or false; this is "
                + Mistakes.type(ast.getResultType()));
      }
      return ast;
    } catch (CelValidationException e) {
      throw Mistakes.first(e.getErrors(), expression, variables);
    }
  }
}
