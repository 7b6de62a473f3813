-- Who has branches already keeps their numbers: those that are given here begin far above.
alter table performance_branches alter column id restart with 1000000001;

-- What SQL records waits here for a process that writes it where it belongs. A row has its final number from the start.
-- Rows come and go all the time: they are cleaned up by their number, not by their share of a table that is mostly empty.
create table performance_inbox (
  metric_id bigint primary key,
  duration_microseconds bigint not null,
  start_time timestamptz not null,
  branch_id bigint,
  rows_affected bigint,
  memory_bytes bigint,
  cpu_microseconds bigint,
  operation_type text collate "C" not null,
  operation_name text,
  user_name text not null,
  session_id text,
  operation_metadata jsonb,
  error_details jsonb
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

comment on table performance_inbox is 'Timings that were recorded in SQL and are not in performance_metrics yet.';
comment on column performance_inbox.metric_id is 'The number of the timing: it keeps it.';
comment on column performance_inbox.duration_microseconds is 'How long it took.';
comment on column performance_inbox.start_time is 'When it started.';
comment on column performance_inbox.branch_id is 'The branch it ran on (performance_branches), or null.';
comment on column performance_inbox.rows_affected is 'How many rows it touched, or null.';
comment on column performance_inbox.memory_bytes is 'How much memory it took, or null.';
comment on column performance_inbox.cpu_microseconds is 'How long it kept a processor busy, or null.';
comment on column performance_inbox.operation_type is 'The operation.';
comment on column performance_inbox.operation_name is 'The particular run, such as merge feature/x, or null.';
comment on column performance_inbox.user_name is 'Who ran it.';
comment on column performance_inbox.session_id is 'The session it ran in, or null.';
comment on column performance_inbox.operation_metadata is 'What else is known about it, or null.';
comment on column performance_inbox.error_details is 'What went wrong in it, or null.';

create table performance_inbox_refused (
  metric_id bigint primary key,
  refused_at timestamptz not null default clock_timestamp(),
  reason text not null,
  timing jsonb not null
);

comment on table performance_inbox_refused is
  'Timings that were recorded in SQL and could not be stored: kept as long as timings are, for somebody to look at.';
comment on column performance_inbox_refused.metric_id is 'The number of the timing.';
comment on column performance_inbox_refused.refused_at is 'When it was refused.';
comment on column performance_inbox_refused.reason is 'Why.';
comment on column performance_inbox_refused.timing is 'The timing, as it stood in performance_inbox.';

create view performance_timings as
  select
    metric_id, operation_type, operation_name, duration_microseconds, start_time, end_time, branch_id, user_name,
    session_id, rows_affected, memory_bytes, cpu_microseconds, operation_metadata, error_details, trace_id, span_id,
    period_start
  from performance_metrics
  union all
  select
    metric_id, operation_type, operation_name, duration_microseconds, start_time,
    start_time + duration_microseconds * interval '1 microsecond', branch_id, user_name,
    session_id, rows_affected, memory_bytes, cpu_microseconds, operation_metadata, error_details, null, null,
    (start_time at time zone 'UTC')::date
  from performance_inbox;

comment on view performance_timings is
  'All timings: those of performance_metrics, and those that SQL recorded and that are not there yet. Ask for a range of both period_start and start_time: then only the days in it are read.';

-- What the settings say is written here when a storage is prepared.
create function kept_timings_for() returns interval
  language sql
  immutable
as $$
  select interval '30 days'
$$;

comment on function kept_timings_for is 'How long timings are kept.';

create function require_number(p_field text, p_value bigint, p_least bigint, p_most bigint) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if p_value is null or p_value < p_least or p_value > p_most then
    perform refuse_argument(p_field, p_value::text, format('from %s to %s', p_least, p_most));
  end if;
end
$$;

comment on function require_number is 'Fails unless the value lies between two others, or is one of them.';

create function record_performance_metric(
  p_operation_type text,
  p_duration_microseconds bigint,
  p_user_name text default current_user,
  p_operation_name text default null,
  p_branch_id bigint default null,
  p_session_id text default null,
  p_rows_affected bigint default null,
  p_memory_bytes bigint default null,
  p_cpu_microseconds bigint default null,
  p_operation_metadata jsonb default null,
  p_error_details jsonb default null,
  p_start_time timestamptz default null,
  p_end_time timestamptz default null
) returns bigint
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  duration constant interval := p_duration_microseconds * interval '1 microsecond';
  start_time constant timestamptz := coalesce(p_start_time, coalesce(p_end_time, clock_timestamp()) - duration);
  id bigint;
begin
  perform require_name('p_operation_type', p_operation_type);
  perform require_name('p_user_name', p_user_name);
  if p_operation_name is not null then
    perform require_name('p_operation_name', p_operation_name);
  end if;
  if p_session_id is not null then
    perform require_name('p_session_id', p_session_id);
  end if;
  if p_branch_id is not null then
    perform require_branch('p_branch_id', p_branch_id);
  end if;
  perform require_number('p_duration_microseconds', p_duration_microseconds, 1, 31622400000000);
  perform require_not_negative('p_rows_affected', p_rows_affected);
  perform require_not_negative('p_memory_bytes', p_memory_bytes);
  perform require_not_negative('p_cpu_microseconds', p_cpu_microseconds);
  perform require_object('p_operation_metadata', p_operation_metadata);
  perform require_object('p_error_details', p_error_details);
  if p_start_time + duration <> p_end_time then
    perform refuse_argument(
      'p_end_time', p_end_time::text, format('%s microseconds after p_start_time', p_duration_microseconds),
      'One of the times is enough.');
  end if;
  if start_time < clock_timestamp() - kept_timings_for() or start_time > clock_timestamp() + interval '1 day' then
    perform refuse_argument(
      case when p_start_time is null then 'p_end_time' else 'p_start_time' end,
      coalesce(p_start_time, p_end_time)::text,
      format('at most %s ago, as timings are kept no longer, and at most a day ahead', kept_timings_for()));
  end if;

  -- Not by "returning": who may only record may not read.
  id := nextval('performance_metrics_metric_id_seq');
  insert into performance_inbox (
    metric_id, operation_type, operation_name, duration_microseconds, start_time, branch_id, user_name, session_id,
    rows_affected, memory_bytes, cpu_microseconds, operation_metadata, error_details
  ) values (
    id, p_operation_type, p_operation_name, p_duration_microseconds, start_time, p_branch_id, p_user_name, p_session_id,
    p_rows_affected, p_memory_bytes, p_cpu_microseconds, p_operation_metadata, p_error_details
  );

  -- Commits that notify wait for each other: so it is done only while the drainer sleeps, which it does holding this
  -- lock. Who shares it keeps the drainer awake until this is committed, and the drainer looks once more after it got
  -- the lock; who does not get a share is heard, as the drainer listens before it asks for the lock.
  if not pg_try_advisory_xact_lock_shared(hashtextextended('${flyway:defaultSchema} inbox sleep', 0)) then
    perform pg_notify(left('${flyway:defaultSchema}', 56) || '_inbox', '');
  end if;
  return id;
end
$$;

comment on function record_performance_metric is
  'Records a timing and returns its number. It is held against its baseline within 50 ms while a daemon or an embedding application runs, else when one next starts. Of the start and the end one, both or none may be given: without them it ended just now. Fails with 22023 when a value breaks its rule, and stores nothing then.';

create function calculate_performance_baseline(
  p_operation_type text,
  p_branch_id bigint default null,
  p_lookback_days integer default 30,
  p_alert_threshold_multiplier double precision default 2.0
) returns bigint
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  least_samples constant bigint := 10;
  since timestamptz;
  scope text;
  normal record;
  id bigint;
begin
  perform require_name('p_operation_type', p_operation_type);
  if p_branch_id is not null then
    perform require_branch('p_branch_id', p_branch_id);
  end if;
  perform require_number('p_lookback_days', p_lookback_days, 1, 3650);
  -- Not a number counts as more than any number.
  if p_alert_threshold_multiplier is null
    or p_alert_threshold_multiplier < 1 or p_alert_threshold_multiplier >= 'infinity'
  then
    perform refuse_argument(
      'p_alert_threshold_multiplier', p_alert_threshold_multiplier::text,
      'a number from 1 on: below it, normal timings would be alerts');
  end if;

  since := clock_timestamp() - make_interval(days => p_lookback_days);
  select
    count(*) as samples,
    min(duration_microseconds) as shortest,
    max(duration_microseconds) as longest,
    avg(duration_microseconds)::double precision as mean,
    stddev_pop(duration_microseconds)::double precision as deviation,
    percentile_cont(array[0.5, 0.75, 0.9, 0.95, 0.99]) within group (order by duration_microseconds) as percentiles
  into normal
  from performance_timings
  where operation_type = p_operation_type
    and (p_branch_id is null or branch_id = p_branch_id)
    and period_start >= (since at time zone 'UTC')::date
    and start_time >= since;
  select p_operation_type || coalesce(' on ' || max(name), '')
  into scope
  from performance_branches
  where performance_branches.id = p_branch_id;
  if normal.samples < least_samples then
    raise exception '%: the last % days hold % timings, a baseline takes %',
      scope, p_lookback_days, normal.samples, least_samples
      using errcode = 'object_not_in_prerequisite_state', hint = 'Record more, or look further back.';
  end if;

  -- The lock that the library takes: whoever comes second sees what the first has activated, and replaces it.
  perform pg_advisory_xact_lock(hashtextextended(current_schema() || ' baseline ' || scope, 0));
  update performance_baselines
  set active = false, deactivated_at = clock_timestamp()
  where active
    and operation_type = p_operation_type
    and coalesce(branch_id, 0) = coalesce(p_branch_id, 0);
  insert into performance_baselines (
    operation_type, branch_id, lookback, samples, min_microseconds, max_microseconds,
    mean_microseconds, deviation_microseconds,
    p50_microseconds, p75_microseconds, p90_microseconds, p95_microseconds, p99_microseconds,
    alert_threshold_multiplier, reason, made_by, made_at
  ) values (
    p_operation_type, p_branch_id, make_interval(days => p_lookback_days),
    normal.samples, normal.shortest, normal.longest, normal.mean, normal.deviation,
    normal.percentiles[1], normal.percentiles[2], normal.percentiles[3], normal.percentiles[4], normal.percentiles[5],
    p_alert_threshold_multiplier, 'MANUAL', current_user, clock_timestamp()
  )
  returning performance_baselines.id into id;
  perform pg_notify(current_schema(), 'baselines');
  return id;
end
$$;

comment on function calculate_performance_baseline is
  'Calculates what is normal for an operation, or for one branch of it, from its timings, makes that its active baseline, and returns the number of the baseline. Fails with 55000 when there are fewer than 10 timings, and with 22023 when a value breaks its rule; the active baseline stays as it is then.';

create function check_performance_baseline(p_metric_id bigint)
  returns table (
    breaks boolean,
    threshold_microseconds bigint,
    actual_microseconds bigint,
    multiplier double precision,
    severity text,
    has_baseline boolean
  )
  language plpgsql stable
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  return query
  select
    timings.duration_microseconds > coalesce(limits.threshold, 'infinity'),
    limits.whole_microseconds,
    timings.duration_microseconds,
    timings.duration_microseconds / limits.p99,
    case
      when timings.duration_microseconds <= limits.threshold then null
      when timings.duration_microseconds >= 2 * limits.threshold then 'CRITICAL'
      when timings.duration_microseconds > limits.threshold then 'WARNING'
    end,
    limits.p99 is not null
  from performance_timings as timings
  left join lateral (
    select
      baselines.p99_microseconds as p99,
      baselines.p99_microseconds * baselines.alert_threshold_multiplier as threshold,
      floor(least(baselines.p99_microseconds * baselines.alert_threshold_multiplier, 9e18))::bigint as whole_microseconds
    from performance_baselines as baselines
    where baselines.active
      and baselines.operation_type = timings.operation_type
      and (baselines.branch_id = timings.branch_id or baselines.branch_id is null)
    order by baselines.branch_id nulls last
    limit 1
  ) as limits on true
  where timings.metric_id = p_metric_id;
  if not found then
    raise exception 'p_metric_id % is the number of no timing', coalesce(p_metric_id::text, 'null')
      using errcode = 'no_data_found',
        hint = 'Timings are kept for a time only; one that could not be stored is in performance_inbox_refused.';
  end if;
end
$$;

comment on function check_performance_baseline is
  'Says whether a timing breaks the active baseline of its branch, or else of its operation: the threshold, how long the timing took, how many times the p99 that is, and how bad it is (WARNING, CRITICAL, or null when it breaks nothing). Without a baseline has_baseline is false, and nothing is broken. Fails with P0002 when there is no such timing.';

create function get_performance_trend(p_operation_type text, p_days integer default 7)
  returns table (
    day date,
    samples bigint,
    average_ms double precision,
    p50_ms double precision,
    p99_ms double precision
  )
  language plpgsql stable
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  since date;
begin
  perform require_name('p_operation_type', p_operation_type);
  perform require_number('p_days', p_days, 1, 3650);
  since := (clock_timestamp() at time zone 'UTC')::date - (p_days - 1);
  return query
  select
    period_start,
    count(*),
    avg(duration_microseconds)::double precision / 1000,
    percentile_cont(0.5) within group (order by duration_microseconds) / 1000,
    percentile_cont(0.99) within group (order by duration_microseconds) / 1000
  from performance_timings
  where operation_type = p_operation_type
    and period_start >= since
    and start_time >= since::timestamp at time zone 'UTC'
  group by period_start
  order by period_start;
end
$$;

comment on function get_performance_trend is
  'The timings of an operation by UTC day, today and the days before it, p_days in all, earliest first: how many there were, their average, p50 and p99 in milliseconds. Days without timings are left out. Fails with 22023 when p_days is not from 1 to 3650.';

create function get_slowest_operations(
  p_limit integer default 10,
  p_hours integer default 24,
  p_operation_type text default null,
  p_branch_id bigint default null
)
  returns table (
    metric_id bigint,
    operation_type text,
    operation_name text,
    duration_ms double precision,
    start_time timestamptz,
    end_time timestamptz,
    branch_id bigint,
    branch text,
    user_name text,
    session_id text,
    rows_affected bigint,
    memory_bytes bigint,
    cpu_ms double precision,
    operation_metadata jsonb,
    error_details jsonb,
    trace_id text,
    span_id text
  )
  language plpgsql stable
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  since timestamptz;
begin
  perform require_number('p_limit', p_limit, 1, 10000);
  perform require_number('p_hours', p_hours, 1, 87600);
  since := clock_timestamp() - make_interval(hours => p_hours);
  return query
  select
    slowest.metric_id,
    slowest.operation_type,
    slowest.operation_name,
    slowest.duration_microseconds::double precision / 1000,
    slowest.start_time,
    slowest.end_time,
    slowest.branch_id,
    branches.name,
    slowest.user_name,
    slowest.session_id,
    slowest.rows_affected,
    slowest.memory_bytes,
    slowest.cpu_microseconds::double precision / 1000,
    slowest.operation_metadata,
    slowest.error_details,
    slowest.trace_id,
    slowest.span_id
  from (
    select *
    from performance_timings as timings
    where timings.period_start >= (since at time zone 'UTC')::date
      and timings.start_time >= since
      and (p_operation_type is null or timings.operation_type = p_operation_type)
      and (p_branch_id is null or timings.branch_id = p_branch_id)
    order by timings.duration_microseconds desc, timings.metric_id
    limit p_limit
  ) as slowest
  left join performance_branches as branches on branches.id = slowest.branch_id
  order by slowest.duration_microseconds desc, slowest.metric_id;
end
$$;

comment on function get_slowest_operations is
  'The timings that took longest of those that started in the last p_hours, slowest first, with their context. Fails with 22023 when p_limit is not from 1 to 10000, or p_hours not from 1 to 87600.';

create function get_operation_statistics(p_operation_type text default null, p_days integer default 7)
  returns table (
    operation_type text,
    samples bigint,
    min_ms double precision,
    max_ms double precision,
    average_ms double precision,
    deviation_ms double precision,
    p50_ms double precision,
    p75_ms double precision,
    p90_ms double precision,
    p95_ms double precision,
    p99_ms double precision
  )
  language plpgsql stable
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  since timestamptz;
begin
  perform require_number('p_days', p_days, 1, 3650);
  since := clock_timestamp() - make_interval(days => p_days);
  return query
  select
    figures.operation_type,
    figures.samples,
    figures.shortest / 1000,
    figures.longest / 1000,
    figures.mean / 1000,
    figures.deviation / 1000,
    figures.percentiles[1] / 1000,
    figures.percentiles[2] / 1000,
    figures.percentiles[3] / 1000,
    figures.percentiles[4] / 1000,
    figures.percentiles[5] / 1000
  from (
    select
      timings.operation_type,
      count(*) as samples,
      min(duration_microseconds)::double precision as shortest,
      max(duration_microseconds)::double precision as longest,
      avg(duration_microseconds)::double precision as mean,
      stddev_pop(duration_microseconds)::double precision as deviation,
      percentile_cont(array[0.5, 0.75, 0.9, 0.95, 0.99]) within group (order by duration_microseconds) as percentiles
    from performance_timings as timings
    where timings.period_start >= (since at time zone 'UTC')::date
      and timings.start_time >= since
      and (p_operation_type is null or timings.operation_type = p_operation_type)
    group by timings.operation_type
  ) as figures
  order by figures.operation_type;
end
$$;

comment on function get_operation_statistics is
  'What the timings that started in the last p_days look like, in milliseconds, one row for each operation: how many there were, the shortest, the longest, the average, the population standard deviation, the percentiles. Operations without timings are left out. Fails with 22023 when p_days is not from 1 to 3650.';

create function get_unacknowledged_alerts(p_days integer default 7)
  returns table (
    alert_id bigint,
    alert_type text,
    severity text,
    operation_type text,
    branch text,
    actual_ms double precision,
    baseline_p99_ms double precision,
    multiplier double precision,
    occurrences bigint,
    first_seen timestamptz,
    last_seen timestamptz,
    user_name text
  )
  language plpgsql stable
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  perform require_number('p_days', p_days, 1, 3650);
  return query
  select
    alerts.id,
    alerts.alert_type,
    alerts.severity,
    alerts.subject,
    alerts.branch,
    alerts.actual_microseconds::double precision / 1000,
    alerts.baseline_p99_microseconds / 1000,
    alerts.multiplier,
    alerts.occurrences,
    alerts.first_seen,
    alerts.last_seen,
    alerts.user_name
  from performance_alerts as alerts
  where alerts.state = 'open'
    and alerts.last_seen >= clock_timestamp() - make_interval(days => p_days)
  order by
    array_position(array['CRITICAL', 'WARNING', 'INFO'], alerts.severity), alerts.multiplier desc, alerts.last_seen desc;
end
$$;

comment on function get_unacknowledged_alerts is
  'The alerts seen in the last p_days that nobody has acknowledged and that are not over, worst first. Fails with 22023 when p_days is not from 1 to 3650.';

create function acknowledge_performance_alert(
  p_alert_id bigint,
  p_acknowledged_by text,
  p_resolution_notes text default null
) returns boolean
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  perform require_name('p_acknowledged_by', p_acknowledged_by);
  update performance_alerts
  set
    state = 'acknowledged',
    acknowledged_by = p_acknowledged_by,
    acknowledged_at = clock_timestamp(),
    acknowledgement_note = p_resolution_notes
  where id = p_alert_id and state = 'open';
  if found then
    return true;
  end if;
  if not exists (select from performance_alerts where id = p_alert_id) then
    raise exception 'p_alert_id % is the number of no alert', coalesce(p_alert_id::text, 'null')
      using errcode = 'no_data_found', hint = 'get_unacknowledged_alerts() lists the open ones.';
  end if;
  return false;
end
$$;

comment on function acknowledge_performance_alert is
  'Takes an alert on: true the first time; false, without any change, when somebody did so before or it is over. Fails with P0002 when there is no such alert, and with 22023 when nobody is named.';
