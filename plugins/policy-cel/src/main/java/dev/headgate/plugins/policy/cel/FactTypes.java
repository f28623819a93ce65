package dev.headgate.plugins.policy.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.headgate.spi.PolicyFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The facts' types as CEL's: a struct is called as the fact is, with a capital. */
final class FactTypes implements CelTypeProvider {
  private final ImmutableMap<String, StructType> structs;

  FactTypes() {
    Map<String, StructType> found = new HashMap<>();
    PolicyFacts.VARIABLES.values().forEach(type -> collect(type, found));
    this.structs = ImmutableMap.copyOf(found);
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(structs.values());
  }

  ImmutableCollection<StructType> structs() {
    return structs.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(structs.get(name));
  }

  /** What a fact is in CEL. */
  static CelType of(PolicyFacts.Type type) {
    if (type instanceof PolicyFacts.Type.ListOf list) {
      return ListType.create(of(list.element()));
    }
    if (type instanceof PolicyFacts.Type.MapOf map) {
      return MapType.create(SimpleType.STRING, of(map.value()));
    }
    if (type instanceof PolicyFacts.Type.Struct struct) {
      return StructTypeReference.create(name(struct));
    }
    return switch ((PolicyFacts.Type.Plain) type) {
      case TEXT -> SimpleType.STRING;
      case WHOLE -> SimpleType.INT;
      case DECIMAL -> SimpleType.DOUBLE;
      case FLAG -> SimpleType.BOOL;
      case INSTANT -> SimpleType.TIMESTAMP;
      case DURATION -> SimpleType.DURATION;
    };
  }

  private static void collect(PolicyFacts.Type type, Map<String, StructType> found) {
    if (type instanceof PolicyFacts.Type.ListOf list) {
      collect(list.element(), found);
    } else if (type instanceof PolicyFacts.Type.MapOf map) {
      collect(map.value(), found);
    } else if (type instanceof PolicyFacts.Type.Struct struct && !found.containsKey(name(struct))) {
      ImmutableMap<String, CelType> fields =
          struct.fields().entrySet().stream()
              .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, e -> of(e.getValue())));
      found.put(
          name(struct),
          StructType.create(
              name(struct),
              ImmutableSet.copyOf(fields.keySet()),
              field -> Optional.ofNullable(fields.get(field))));
      struct.fields().values().forEach(field -> collect(field, found));
    }
  }

  private static String name(PolicyFacts.Type.Struct struct) {
    return Character.toUpperCase(struct.name().charAt(0)) + struct.name().substring(1);
  }
}
