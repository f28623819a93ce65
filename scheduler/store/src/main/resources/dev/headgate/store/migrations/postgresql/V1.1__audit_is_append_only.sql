CREATE FUNCTION hg_refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'hg_audit is append-only: % is refused', TG_OP;
END
$$;

CREATE TRIGGER hg_audit_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON hg_audit
  FOR EACH STATEMENT EXECUTE FUNCTION hg_refuse_audit_change();
