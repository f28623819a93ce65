package dev.headgate.engine.fake;

import dev.headgate.model.policy.Waiver;
import dev.headgate.model.store.WaiverStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Waivers of one transaction. */
record FakeWaivers(Memory memory) implements WaiverStore {
  @Override
  public Waiver add(Waiver waiver) {
    memory.changed = true;
    Waiver added = with(waiver, memory.waivers.size() + 1L, waiver.revoked());
    memory.waivers.put(added.id(), added);
    return added;
  }

  @Override
  public Optional<Waiver> find(long id) {
    return Optional.ofNullable(memory.waivers.get(id));
  }

  @Override
  public void revoke(long id, Instant at) {
    memory.changed = true;
    memory.waivers.computeIfPresent(
        id, (i, w) -> w.revoked().isPresent() ? w : with(w, i, Optional.of(at)));
  }

  @Override
  public List<Waiver> all() {
    return List.copyOf(memory.waivers.values());
  }

  private static Waiver with(Waiver waiver, long id, Optional<Instant> revoked) {
    return new Waiver(
        id,
        waiver.rule(),
        waiver.scope(),
        waiver.reason(),
        waiver.actor(),
        waiver.since(),
        waiver.until(),
        waiver.renews(),
        revoked);
  }
}
