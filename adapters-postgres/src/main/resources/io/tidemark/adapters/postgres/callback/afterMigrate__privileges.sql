-- Runs whenever a storage is prepared, and changes only what is not so yet: roles may be created, and settings changed, at
-- any time. One after the other: of two that change one privilege at once, PostgreSQL lets one fail.
do $$
declare
  schema_name constant text := '${flyway:defaultSchema}';
  -- A name has at most 63 characters.
  prefix constant text := left(schema_name, 54) || '_';
  kept constant interval := interval '${rawDays} days';
  role text;
  missing record;
begin
  perform set_config('search_path', quote_ident(schema_name) || ', pg_temp', true);
  perform pg_advisory_xact_lock(hashtextextended(schema_name || ' roles', 0));

  if kept_timings_for() <> kept then
    execute format(
      'create or replace function kept_timings_for() returns interval language sql immutable as %L',
      format('select interval %L', kept));
  end if;

  -- Roles are of all databases of the server: another one may make them at this moment.
  foreach role in array array['writer', 'reader', 'operator'] loop
    continue when exists (select from pg_roles where rolname = prefix || role);
    begin
      execute format('create role %I', prefix || role);
    exception
      when duplicate_object or unique_violation then
        null;
      when insufficient_privilege then
        raise notice 'The role % was not created, as % may not create roles. Create it, and the next start grants its privileges.',
          prefix || role, current_user;
    end;
  end loop;

  for missing in
    select proname, oid::regprocedure as signature
    from pg_proc
    where pronamespace = schema_name::regnamespace
      and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))
  loop
    execute format('revoke execute on function %s from public', missing.signature);
  end loop;

  for missing in
    select rolname, format('usage on schema %I', schema_name) as privilege
    from pg_roles
    where not has_schema_privilege(oid, schema_name, 'usage')
      and rolname in (prefix || 'writer', prefix || 'reader', prefix || 'operator')
    union all
    -- Who records takes a number for a timing.
    select rolname, 'usage on sequence performance_metrics_metric_id_seq'
    from pg_roles
    where not has_sequence_privilege(oid, 'performance_metrics_metric_id_seq', 'usage')
      and rolname = prefix || 'writer'
    union all
    -- Who may read a table reads its partitions, those of the days to come as well.
    select rolname, format('select on %s', relations.oid::regclass)
    from pg_class as relations
    join pg_roles on rolname in (prefix || 'reader', prefix || 'operator')
    where relnamespace = schema_name::regnamespace
      and relkind in ('r', 'p', 'v', 'm')
      and not relispartition
      and relname ~ '^(performance_|merge_performance_|operation_traces$|v_)'
      and not has_table_privilege(pg_roles.oid, relations.oid, 'select')
    union all
    select rolname, format('%s (%s) on %s', action, columns, relation)
    from (
      values
        ('writer', 'insert', 'performance_inbox', '*'),
        ('writer', 'select', 'performance_branches', '*'),
        ('writer', 'insert', 'performance_branches', 'id, name'),
        ('writer', 'insert', 'operation_traces', '*'),
        ('writer', 'select', 'operation_traces', 'trace_id, span_id, status, start_time, duration_microseconds'),
        ('writer', 'update', 'operation_traces',
          'status, end_time, error_message, error_code, error_details, memory_peak_bytes, cpu_microseconds'),
        -- All columns but counted: who records does not count.
        ('writer', 'insert', 'merge_performance_metrics',
          'merge_id, source_branch_id, target_branch_id, lca_microseconds, conflict_detection_microseconds, auto_resolution_microseconds, total_microseconds, start_time, end_time, recorded_at, conflicts_found, auto_resolved, auto_failed, status, resolution, merge_base, user_name, session_id, outcome, trace_id, span_id'),
        ('writer', 'select', 'merge_performance_metrics', '*'),
        ('writer', 'insert', 'performance_deployments', '*'),
        ('writer', 'select', 'performance_deployments', 'id, version, deployed_at'),
        ('operator', 'update', 'performance_alerts',
          'state, acknowledged_by, acknowledged_at, acknowledgement_note, acknowledged_until, resolved_at, resolved_by, look_at'),
        ('operator', 'insert', 'performance_silences', '*'),
        ('operator', 'update', 'performance_silences', 'expired_at, expired_by'),
        ('operator', 'insert', 'performance_audit', '*'),
        ('operator', 'insert', 'performance_baselines', '*'),
        ('operator', 'update', 'performance_baselines', 'active, deactivated_at')
    ) as needed (role, action, relation, names)
    cross join lateral (
      select string_agg(quote_ident(attname), ', ' order by attnum) as columns, array_agg(attnum) as numbers
      from pg_attribute
      where attrelid = relation::regclass
        and attnum > 0
        and not attisdropped
        and (names = '*' or attname = any (string_to_array(names, ', ')))
    ) as columns
    join pg_roles on rolname = prefix || needed.role
    where not (
      select bool_and(has_column_privilege(pg_roles.oid, relation::regclass, number, action))
      from unnest(numbers) as number)
    union all
    select rolname, format('execute on function %s', pg_proc.oid::regprocedure)
    from pg_proc
    join (
      values
        ('writer', '^(record_|start_|end_|trace_of_parent$)'),
        ('reader', '^(get_|check_|performance_)'),
        ('operator', '^(get_|check_|performance_|calculate_|acknowledge_|resolve_|silence_|expire_)')
    ) as allowed (role, names) on true
    join pg_roles on rolname = prefix || allowed.role
    where pronamespace = schema_name::regnamespace
      and (proname ~ names or proname ~ '^(require_|refuse_argument$|kept_timings_for$|microseconds_between$)')
      and not has_function_privilege(pg_roles.oid, pg_proc.oid, 'execute')
  loop
    execute format('grant %s to %I', missing.privilege, missing.rolname);
  end loop;
end
$$;
