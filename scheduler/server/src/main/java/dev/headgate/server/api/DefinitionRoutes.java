package dev.headgate.server.api;

import dev.headgate.engine.Engine;
import dev.headgate.engine.Plan;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Definitions;
import dev.headgate.server.definitions.DefinitionReader;
import dev.headgate.server.http.Actors;
import dev.headgate.server.http.Routes;
import dev.headgate.server.quartz.Schedules;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code plan} and {@code apply}. */
final class DefinitionRoutes implements Routes {
  private final Engine engine;
  private final DefinitionReader reader;
  private final Schedules schedules;

  @Inject
  DefinitionRoutes(Engine engine, DefinitionReader reader, Schedules schedules) {
    this.engine = engine;
    this.reader = reader;
    this.schedules = schedules;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/plan", this::plan);
    routes.post("/api/v1/apply", this::apply);
  }

  private void plan(Context context) {
    Definitions next = read(context.bodyAsClass(Upload.class));
    context.json(PlanView.of(engine.plan(next)));
  }

  private void apply(Context context) {
    Upload upload = context.bodyAsClass(Upload.class);
    Definitions next = read(upload);
    Plan plan = engine.plan(next);
    long expected = upload.expectedRevision() == null ? plan.revision() : upload.expectedRevision();
    long revision = engine.apply(expected, next, Actors.of(context));
    schedules.synchronise();
    context.json(new AppliedView(revision, PlanView.of(plan)));
  }

  private Definitions read(Upload upload) {
    if (upload.files() == null || upload.files().isEmpty()) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST, "no files were sent: 'files' must have at least one");
    }
    Map<String, byte[]> files = new HashMap<>();
    upload.files().forEach((path, file) -> files.put(path, file.content(path)));
    Definitions definitions =
        reader.read(files, Path.of(Arguments.required("root", upload.root())));
    schedules.check(definitions);
    return definitions;
  }

  /**
   * A folder of definitions.
   *
   * @param root the folder on the client's machine; jars that are not among the files are looked
   *     for below it
   * @param files by path below the root, with {@code /}
   * @param expectedRevision the plan's; null: whatever holds now
   */
  record Upload(String root, Map<String, Content> files, Long expectedRevision) {}

  /** A file's content, as text or in Base64. */
  record Content(String text, String base64) {
    byte[] content(String path) {
      if ((text == null) == (base64 == null)) {
        throw new HeadgateException(
            ErrorCode.INVALID_REQUEST, "files['" + path + "'] must have either 'text' or 'base64'");
      }
      return text == null
          ? Base64.getDecoder().decode(base64)
          : text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** What would change. */
  record PlanView(
      long revision, List<Plan.Change> changes, List<RebuildView> rebuilds, List<String> notes) {
    static PlanView of(Plan plan) {
      return new PlanView(
          plan.revision(),
          plan.changes(),
          plan.rebuilds().stream()
              .map(r -> new RebuildView(r.product().toString(), r.because()))
              .toList(),
          plan.notes());
    }
  }

  /** A product that would be built. */
  record RebuildView(String product, List<String> because) {}

  /** What was applied. */
  record AppliedView(long revision, PlanView plan) {}
}
