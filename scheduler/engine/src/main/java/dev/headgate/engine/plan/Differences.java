package dev.headgate.engine.plan;

import dev.headgate.engine.Plan.Change;
import dev.headgate.engine.Plan.Kind;
import dev.headgate.engine.contract.Expected;
import dev.headgate.engine.contract.InYaml;
import dev.headgate.engine.decide.Aspects;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The differences between two sets of definitions, in the words of people. */
final class Differences {
  private final List<Change> changes = new ArrayList<>();

  private Differences() {}

  static List<Change> between(Definitions before, Definitions after) {
    Differences differences = new Differences();
    differences.compare("domain ", before.domains(), after.domains(), Differences::domain);
    differences.compare("product ", before.products(), after.products(), Differences::product);
    differences.compare("dataset ", datasets(before), datasets(after), Differences::dataset);
    differences.compare(
        "descriptor ", before.descriptors(), after.descriptors(), DescribedDifferences::descriptor);
    differences.compare("term ", before.glossary(), after.glossary(), DescribedDifferences::term);
    differences.policies(before, after);
    return List.copyOf(differences.changes);
  }

  private <K extends Comparable<K>, V> void compare(
      String kind, Map<K, V> before, Map<K, V> after, BiFunction<V, V, List<String>> details) {
    Set<K> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (K name : names) {
      V was = before.get(name);
      V is = after.get(name);
      if (was == null) {
        changes.add(new Change(Kind.ADDED, kind + name, List.of()));
      } else if (is == null) {
        changes.add(new Change(Kind.REMOVED, kind + name, List.of()));
      } else {
        List<String> changed = details.apply(was, is);
        if (!changed.isEmpty()) {
          changes.add(new Change(Kind.CHANGED, kind + name, changed));
        }
      }
    }
  }

  /** Those of the site begin to hold with what is applied, and are no news to who applies first. */
  private void policies(Definitions before, Definitions after) {
    PolicyDifferences policies = new PolicyDifferences(before.policies(), after.policies());
    compare("policy ", policies.before(false), policies.after(false), PolicyDifferences::between);
    if (!before.equals(Definitions.EMPTY)) {
      compare(
          "site policy ", policies.before(true), policies.after(true), PolicyDifferences::between);
    }
  }

  private static Map<DatasetName, Owned> datasets(Definitions definitions) {
    Map<DatasetName, Owned> datasets = new TreeMap<>();
    for (Product product : definitions.products().values()) {
      product
          .datasets()
          .forEach(
              d ->
                  datasets.put(
                      d.name(), new Owned(product.name(), d, others(definitions, product, d))));
    }
    return datasets;
  }

  /** What other products expect of it. */
  private static List<Expected> others(Definitions definitions, Product product, Dataset dataset) {
    return Expected.of(definitions, dataset.name()).stream()
        .filter(expected -> !expected.consumer().equals(product.name()))
        .toList();
  }

  private static List<String> domain(Domain before, Domain after) {
    List<String> details = new ArrayList<>();
    value(details, "owners", before.owners(), after.owners());
    value(details, "groups", new TreeMap<>(before.groups()), new TreeMap<>(after.groups()));
    return details;
  }

  private static List<String> product(Product before, Product after) {
    List<String> details = new ArrayList<>();
    value(details, "trigger", trigger(before), trigger(after));
    value(details, "parameters", parameters(before), parameters(after));
    value(details, "approvals needed", before.promotion().need(), after.promotion().need());
    value(details, "approvals from", before.promotion().from(), after.promotion().from());
    value(
        details,
        "whileWaiting",
        before.promotion().whileWaiting(),
        after.promotion().whileWaiting());
    if (!before.notifications().equals(after.notifications())) {
      details.add("notifications changed");
    }
    if (details.isEmpty() && !before.digest().equals(after.digest())) {
      details.add("what it is built or judged by changed");
    }
    return details;
  }

  private static List<Object> trigger(Product product) {
    return product.trigger().any().stream().map(Differences::condition).toList();
  }

  private static Object condition(Trigger.Condition condition) {
    if (condition instanceof Trigger.Cron cron) {
      return Map.of("cron", cron.expression(), "zone", cron.zone().toString());
    }
    return Map.of("inputs", ((Trigger.Inputs) condition).all() ? "all" : "any");
  }

  private static Map<String, Object> parameters(Product product) {
    Map<String, Object> parameters = new TreeMap<>();
    product
        .parameters()
        .forEach(
            (name, parameter) -> {
              String type = parameter.type().name().toLowerCase(Locale.ROOT);
              parameters.put(
                  name, parameter.optional() ? Map.of("type", type, "optional", true) : type);
            });
    return parameters;
  }

  private static List<String> dataset(Owned before, Owned after) {
    List<String> details = new ArrayList<>();
    value(details, "product", before.product(), after.product());
    Dataset was = before.dataset();
    Dataset is = after.dataset();
    for (String aspect : Aspects.ofContent(was, is)) {
      details.add(aspect + " changed");
    }
    addedAndRemoved(details, "input", was.inputs(), is.inputs());
    value(details, "contract", contract(was), contract(is));
    checks(details, "check", checks(was), checks(is));
    checks(details, "expectation", expectations(was), expectations(is));
    details.addAll(ExpectationDifferences.between(before.expected(), after.expected()));
    value(details, "attempts", was.attempts(), is.attempts());
    value(details, "timeout", was.timeout(), is.timeout());
    return details;
  }

  private static void checks(
      List<String> details, String what, Map<String, CheckSpec> was, Map<String, CheckSpec> is) {
    addedAndRemoved(details, what, was.keySet(), is.keySet());
    was.forEach(
        (name, spec) -> {
          if (is.containsKey(name) && !asksTheSame(spec, is.get(name))) {
            details.add(what + " " + name + " changed");
          }
        });
  }

  /** Where its author is written, and in which version, is not what a check asks. */
  private static boolean asksTheSame(CheckSpec one, CheckSpec other) {
    return one.type().equals(other.type())
        && one.settings().equals(other.settings())
        && one.severity() == other.severity()
        && one.origin().kind() == other.origin().kind();
  }

  private static String contract(Dataset dataset) {
    return dataset.contract().map(c -> c.id() + " " + c.version()).orElse("none");
  }

  private static Map<String, CheckSpec> checks(Dataset dataset) {
    Map<String, CheckSpec> checks = new LinkedHashMap<>();
    dataset.checks().forEach(check -> checks.put(check.name(), check));
    return checks;
  }

  private static Map<String, CheckSpec> expectations(Dataset dataset) {
    Map<String, CheckSpec> expectations = new LinkedHashMap<>();
    dataset.expectations().forEach(e -> expectations.put(e.label(), e.rule()));
    return expectations;
  }

  private static <T> void addedAndRemoved(
      List<String> details, String what, Collection<T> before, Collection<T> after) {
    for (T one : after) {
      if (!before.contains(one)) {
        details.add(what + " " + one + " added");
      }
    }
    for (T one : before) {
      if (!after.contains(one)) {
        details.add(what + " " + one + " removed");
      }
    }
  }

  static void value(List<String> details, String what, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      details.add(what + ": " + InYaml.of(before) + " → " + InYaml.of(after));
    }
  }

  private record Owned(ProductName product, Dataset dataset, List<Expected> expected) {}
}
