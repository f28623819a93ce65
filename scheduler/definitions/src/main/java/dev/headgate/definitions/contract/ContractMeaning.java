package dev.headgate.definitions.contract;

import dev.headgate.definitions.digest.Meaning;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.LogicalType;
import dev.headgate.model.contract.ServiceLevel;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.List;
import java.util.OptionalInt;

/** The digest of what a contract says, wherever its file is. */
final class ContractMeaning {
  private ContractMeaning() {}

  static Contract digested(Contract c) {
    String digest =
        new Meaning("contract")
            .word(c.id())
            .word(c.object())
            .word(c.version().toString())
            .word(c.status().name())
            .add(c.description())
            .add(c.columns().stream().map(ContractMeaning::column).toList())
            .add(c.rules().stream().map(Meaning::of).toList())
            .add(c.documentation())
            .add(c.serviceLevels().stream().map(ContractMeaning::level).toList())
            .word(c.compatibility().name())
            .add(c.owners())
            .add(c.promotionApprovers().stream().sorted().toList())
            .add(c.customProperties())
            .digest();
    return new Contract(
        c.id(),
        c.object(),
        c.file(),
        c.version(),
        c.status(),
        c.description(),
        c.columns(),
        c.rules(),
        c.documentation(),
        c.serviceLevels(),
        c.compatibility(),
        c.owners(),
        c.promotionApprovers(),
        c.customProperties(),
        digest);
  }

  private static List<Object> column(Column c) {
    return List.of(
        List.of(
            c.name(),
            c.logicalType().map(LogicalType::name),
            c.physicalType(),
            c.required(),
            c.unique(),
            position(c.primaryKey()),
            position(c.partitionKey()),
            c.classification()),
        c.deprecated(),
        c.description(),
        c.options(),
        c.allowed(),
        c.terms(),
        c.fields().stream().map(ContractMeaning::column).toList());
  }

  private static long position(OptionalInt position) {
    return position.orElse(0);
  }

  private static List<Object> level(ServiceLevel l) {
    return List.of(
        l.kind().name(),
        l.property(),
        l.value(),
        l.amount().map(ServiceLevel.Length::iso),
        l.date().map(LocalDate::toString),
        l.time().map(OffsetTime::toString),
        l.column(),
        l.driver(),
        l.description());
  }
}
