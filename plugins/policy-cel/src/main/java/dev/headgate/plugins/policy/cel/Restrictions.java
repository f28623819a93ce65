package dev.headgate.plugins.policy.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What CEL allows and a policy does not: values whose type is only known when they are there, facts
 * that are made up, and lists that grow. Together they bound what one evaluation can cost.
 */
final class Restrictions {
  private static final int MAX_DEPTH = 3;
  private static final List<String> GROWING = List.of("add_list", "add_bytes");

  private Restrictions() {}

  /** Throws a {@link dev.headgate.spi.PolicyLanguage.Mistake} at the first that is broken. */
  static void check(CelAbstractSyntaxTree ast) {
    CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .sorted(Comparator.comparingInt(e -> Mistakes.offset(ast, e.id())))
        .forEach(e -> broken(ast, e).ifPresent(text -> fail(ast, e, text)));
  }

  private static void fail(CelAbstractSyntaxTree ast, CelExpr expr, String text) {
    throw Mistakes.at(ast, expr.id(), text);
  }

  private static Optional<String> broken(CelAbstractSyntaxTree ast, CelExpr expr) {
    if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.STRUCT) {
      return Optional.of(
          "'" + expr.struct().messageName() + "{…}' makes up a fact: expected given facts only");
    }
    if (joins(ast, expr)) {
      return Optional.of("'+' joins no lists and no bytes here: expected texts, numbers or times");
    }
    Optional<String> literal = Literals.mistake(expr, CelLanguage.MAX_REGEX);
    if (literal.isPresent()) {
      return literal;
    }
    Optional<CelType> type = ast.getType(expr.id());
    if (type.filter(Restrictions::isUntyped).isPresent()) {
      return Optional.of("the type of this is not known: expected one type, such as list(string)");
    }
    if (type.filter(t -> depth(t) > MAX_DEPTH).isPresent()) {
      return Optional.of("lists and maps in each other: expected at most " + MAX_DEPTH + " levels");
    }
    return Optional.empty();
  }

  /** Joins of lists that somebody wrote; macros gather their results in an accumulator. */
  private static boolean joins(CelAbstractSyntaxTree ast, CelExpr expr) {
    boolean growing =
        ast.getReference(expr.id())
            .map(CelReference::overloadIds)
            .filter(ids -> ids.stream().anyMatch(GROWING::contains))
            .isPresent();
    if (!growing) {
      return false;
    }
    CelExpr first = expr.call().args().get(0);
    boolean accumulates =
        first.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
            && first.ident().name().startsWith("@");
    return !accumulates;
  }

  private static boolean isUntyped(CelType type) {
    return type.kind() == CelKind.DYN
        || type.kind() == CelKind.ANY
        || type.parameters().stream().anyMatch(Restrictions::isUntyped);
  }

  private static int depth(CelType type) {
    boolean container = type.kind() == CelKind.LIST || type.kind() == CelKind.MAP;
    int inside = type.parameters().stream().mapToInt(Restrictions::depth).max().orElse(0);
    return inside + (container ? 1 : 0);
  }
}
