-- Functions, so that they are planned for the instant that is asked for, and the plan is kept: in a view, the planner
-- looks at all partitions each time.
create function performance_uncounted_since(p_from timestamptz) returns setof performance_uncounted
  language plpgsql
  stable
  rows 300
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  return query select * from performance_uncounted where seen >= p_from;
end
$$;

comment on function performance_uncounted_since is 'What performance_uncounted has from the start of a UTC hour on.';

create function performance_timings_since(p_from timestamptz) returns bigint
  language plpgsql
  stable
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  return
    (select coalesce(sum(timings), 0) from performance_rollup_minutes where minute >= p_from)
    + (select count(*) from performance_inbox where start_time >= p_from);
end
$$;

comment on function performance_timings_since is 'How many timings started from the start of a UTC minute on, as far as minutes are kept.';

-- From the latest minute backwards: hardly ever more than a few are looked at.
create function performance_latest_minutes(p_from timestamptz, p_operations text[], p_branch_ids bigint[])
  returns table (
    operation_type text,
    branch_id bigint,
    minute timestamptz
  )
  language plpgsql
  stable
  rows 100
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  operations text[] := p_operations;
  branches bigint[] := p_branch_ids;
  latest timestamptz := 'infinity';
  found_operations text[];
  found_branches bigint[];
begin
  while operations <> '{}' or branches <> '{}' loop
    select max(minutes.minute)
    into latest
    from performance_rollup_minutes as minutes
    where minutes.minute >= p_from and minutes.minute < latest;
    exit when latest is null;
    select array_agg(distinct minutes.operation_type), array_agg(distinct minutes.branch_id)
    into found_operations, found_branches
    from performance_rollup_minutes as minutes
    where minutes.minute = latest;
    return query
    select found.operation_type, null::bigint, latest
    from unnest(operations) as found (operation_type)
    where found.operation_type = any (found_operations)
    union all
    select null, found.branch_id, latest
    from unnest(branches) as found (branch_id)
    where found.branch_id = any (found_branches);
    operations := array(select unnest(operations) except select unnest(found_operations));
    branches := array(select unnest(branches) except select unnest(found_branches));
  end loop;
end
$$;

comment on function performance_latest_minutes is
  'In which UTC minute, from one on, the last timing of some operations and of some branches started, as far as roll-ups say: a row for each of which there is one.';

-- Real time
create view v_performance_dashboard_summary as
with uncounted as (
  select seen, operation_type, timings from performance_uncounted_since('-infinity')
),
days as (
  select count(distinct operation_type) as operations, coalesce(sum(timings), 0)::bigint as timings
  from (
    select operation_type, timings from performance_operation_days
    union all
    select operation_type, timings from uncounted
  ) as counted
),
hours as (
  select coalesce(sum(timings), 0)::bigint as timings
  from (
    select timings from performance_operation_hours where hour >= performance_since(24)
    union all
    select timings from uncounted where seen >= performance_since(24)
  ) as counted
),
alerts as (
  select
    count(*) as open,
    count(*) filter (where severity = 'CRITICAL') as open_critical,
    count(*) filter (where severity = 'WARNING') as open_warning,
    count(*) filter (where severity = 'INFO') as open_info,
    count(*) filter (where waiting) as unacknowledged,
    count(*) filter (where waiting and severity = 'CRITICAL') as unacknowledged_critical,
    count(*) filter (where waiting and severity = 'WARNING') as unacknowledged_warning,
    count(*) filter (where waiting and severity = 'INFO') as unacknowledged_info
  from (
    select severity, performance_alert_is_open(state, acknowledged_until) as waiting
    from performance_alerts
    where state <> 'resolved'
  ) as unresolved
)
select
  days.timings as timings,
  hours.timings as timings_last_24h,
  performance_timings_since(date_trunc('minute', now(), 'UTC') - interval '1 hour') as timings_last_hour,
  days.operations as operations_seen,
  (select count(*) from performance_baselines where active) as active_baselines,
  alerts.open as open_alerts,
  alerts.open_critical as open_critical_alerts,
  alerts.open_warning as open_warning_alerts,
  alerts.open_info as open_info_alerts,
  alerts.unacknowledged as unacknowledged_alerts,
  alerts.unacknowledged_critical as unacknowledged_critical_alerts,
  alerts.unacknowledged_warning as unacknowledged_warning_alerts,
  alerts.unacknowledged_info as unacknowledged_info_alerts,
  (select count(*) from operation_traces where parent_span_id is null) as traces,
  (
    select coalesce(sum(merges), 0)::bigint
    from (
      select merges from performance_merge_rollups where level = 'day'
      union all
      select 1 from merge_performance_metrics where not counted
    ) as counted
  ) as merges,
  (select count(*) from notification_outbox where status in ('pending', 'sending', 'merged')) as queue_depth,
  (select count(*) from notification_outbox where status = 'failed') as dead_letters,
  now() as as_of
from days, hours, alerts;

comment on view v_performance_dashboard_summary is 'How much there is, and how things are: always one row.';
comment on column v_performance_dashboard_summary.timings is
  'How many timings were ever recorded, those whose rows were dropped since then too.';
comment on column v_performance_dashboard_summary.timings_last_24h is
  'How many of them started in the last 24 hours, from the start of the UTC hour on that was under way then.';
comment on column v_performance_dashboard_summary.timings_last_hour is
  'How many of them started in the last hour, from the start of the UTC minute on that was under way then.';
comment on column v_performance_dashboard_summary.operations_seen is 'Of how many operations there are timings.';
comment on column v_performance_dashboard_summary.active_baselines is 'How many baselines timings are held against.';
comment on column v_performance_dashboard_summary.open_alerts is 'How many alerts are not resolved.';
comment on column v_performance_dashboard_summary.open_critical_alerts is 'How many of these are CRITICAL.';
comment on column v_performance_dashboard_summary.open_warning_alerts is 'How many of these are WARNING.';
comment on column v_performance_dashboard_summary.open_info_alerts is 'How many of these are INFO.';
comment on column v_performance_dashboard_summary.unacknowledged_alerts is 'How many unresolved alerts nobody has in hand.';
comment on column v_performance_dashboard_summary.unacknowledged_critical_alerts is 'How many of these are CRITICAL.';
comment on column v_performance_dashboard_summary.unacknowledged_warning_alerts is 'How many of these are WARNING.';
comment on column v_performance_dashboard_summary.unacknowledged_info_alerts is 'How many of these are INFO.';
comment on column v_performance_dashboard_summary.traces is 'How many traces there are, counted by their root spans.';
comment on column v_performance_dashboard_summary.merges is
  'How many merges were ever recorded, those whose rows were dropped since then too.';
comment on column v_performance_dashboard_summary.queue_depth is 'How many notifications are on their way.';
comment on column v_performance_dashboard_summary.dead_letters is 'How many could not be delivered, and wait for a person.';
comment on column v_performance_dashboard_summary.as_of is 'When this was read.';

create view v_operation_performance_summary as
with yesterday as (
  select *
  from performance_operation_days
  where day = (now() at time zone 'UTC')::date - 1
),
today as (
  select *
  from performance_operation_days
  where day = (now() at time zone 'UTC')::date
),
-- The hour under way, what came late, and what was recorded for days to come.
others as (
  select operation_type, seen as last_seen, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts
  from performance_uncounted_since(date_trunc('day', now(), 'UTC') - interval '24 hours')
  union all
  select operation_type, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts
  from performance_operation_days
  where day > (now() at time zone 'UTC')::date
),
figures as (
  select
    operation_type,
    max(last_seen) as last_seen,
    sum(timings)::bigint as timings,
    sum(sum_microseconds)::double precision as sum_microseconds,
    min(min_microseconds) as min_microseconds,
    max(max_microseconds) as max_microseconds
  from (
    select operation_type, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds from yesterday
    union all
    select operation_type, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds from today
    union all
    select operation_type, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds from others
  ) as parts
  group by operation_type
),
-- An hour that no day counts yet, the one under way, does not say in which of its minutes anything ran.
latest as (
  select operation_type, minute
  from performance_latest_minutes(
    date_trunc('hour', now() - interval '3 minutes', 'UTC'), array(select distinct operation_type from others), '{}')
),
limits as (
  select
    operation_type,
    p99_microseconds,
    performance_bucket_up_to(
      performance_baseline_threshold(p50_microseconds, p99_microseconds, alert_threshold_multiplier)) as bucket
  from performance_baselines
  where active and branch_id is null
),
sketches as (
  select
    operation_type,
    array_agg(bucket order by bucket) as buckets,
    performance_running(array_agg(times order by bucket)) as seen
  from (select operation_type, unnest(buckets) as bucket, unnest(counts) as times from others) as used
  group by operation_type
)
select
  operation_type,
  figures.timings,
  figures.sum_microseconds / figures.timings / 1000 as average_ms,
  quantiles[1] / 1000 as p50_ms,
  quantiles[2] / 1000 as p95_ms,
  quantiles[3] / 1000 as p99_ms,
  figures.max_microseconds::double precision / 1000 as max_ms,
  p99_microseconds / 1000 as baseline_p99_ms,
  case when limits.bucket is not null then 100 * (
    figures.timings
    - coalesce(yesterday.seen[width_bucket(limits.bucket, yesterday.buckets)], 0)
    - coalesce(today.seen[width_bucket(limits.bucket, today.buckets)], 0)
    - coalesce(sketches.seen[width_bucket(limits.bucket, sketches.buckets)], 0)
  )::double precision / figures.timings end as over_threshold_percent,
  greatest(figures.last_seen, minute) as last_seen
from figures
left join yesterday using (operation_type)
left join today using (operation_type)
left join sketches using (operation_type)
left join limits using (operation_type)
left join latest using (operation_type)
cross join lateral performance_quantiles_of_sketches(
  '{0.5, 0.95, 0.99}', yesterday.buckets, yesterday.seen, today.buckets, today.seen, sketches.buckets, sketches.seen,
  figures.timings, figures.min_microseconds, figures.max_microseconds) as quantiles
order by figures.timings desc, operation_type;

comment on view v_operation_performance_summary is
  'How each operation does, over all branches: its timings since the start of yesterday (UTC), today''s included. Operations without any are left out.';
comment on column v_operation_performance_summary.operation_type is 'The operation.';
comment on column v_operation_performance_summary.timings is 'How many timings there were.';
comment on column v_operation_performance_summary.average_ms is 'How long they took on average.';
comment on column v_operation_performance_summary.p50_ms is 'Half of them were shorter (within 0.4 %).';
comment on column v_operation_performance_summary.p95_ms is '95 % of them were shorter (within 0.4 %).';
comment on column v_operation_performance_summary.p99_ms is '99 % of them were shorter (within 0.4 %).';
comment on column v_operation_performance_summary.max_ms is 'The longest of them.';
comment on column v_operation_performance_summary.baseline_p99_ms is
  'The p99 of the active baseline of the operation as a whole, or null when there is none.';
comment on column v_operation_performance_summary.over_threshold_percent is
  'How many percent of them were longer than the threshold of that baseline at any hour (to within 0.4 % of it), or null.';
comment on column v_operation_performance_summary.last_seen is
  'The UTC minute in which the last of them started; only the hour when roll-ups were not folded since it was over.';

create view v_branch_performance_summary as
with uncounted as (
  select *
  from performance_uncounted_since(date_trunc('day', now(), 'UTC') - interval '24 hours')
  where branch_id is not null
),
yesterday as (
  select *
  from performance_branch_days
  where day = (now() at time zone 'UTC')::date - 1
),
today as (
  select *
  from performance_branch_days
  where day = (now() at time zone 'UTC')::date
),
others as (
  select branch_id, seen as last_seen, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts
  from uncounted
  union all
  select branch_id, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts
  from performance_branch_days
  where day > (now() at time zone 'UTC')::date
),
figures as (
  select
    branch_id,
    max(last_seen) as last_seen,
    sum(timings)::bigint as timings,
    sum(sum_microseconds)::double precision as sum_microseconds,
    min(min_microseconds) as min_microseconds,
    max(max_microseconds) as max_microseconds
  from (
    select branch_id, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds from yesterday
    union all
    select branch_id, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds from today
    union all
    select branch_id, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds from others
  ) as parts
  group by branch_id
),
latest as (
  select branch_id, minute
  from performance_latest_minutes(
    date_trunc('hour', now() - interval '3 minutes', 'UTC'), '{}', array(select distinct branch_id from others))
),
sketches as (
  select
    branch_id,
    array_agg(bucket order by bucket) as buckets,
    performance_running(array_agg(times order by bucket)) as seen
  from (select branch_id, unnest(buckets) as bucket, unnest(counts) as times from others) as used
  group by branch_id
),
limits as (
  select
    operation_type,
    branch_id,
    p99_microseconds,
    performance_bucket_up_to(
      performance_baseline_threshold(p50_microseconds, p99_microseconds, alert_threshold_multiplier)) as bucket
  from performance_baselines
  where active
),
-- Held against the branch's own baseline, or else against the operation's.
held as (
  select
    parts.branch_id,
    count(distinct parts.operation_type) as operations,
    max(coalesce(own.p99_microseconds, whole.p99_microseconds)) as p99_microseconds,
    sum(parts.timings) filter (where coalesce(own.bucket, whole.bucket) is not null) as timings,
    sum((
      select sum(times)
      from unnest(counts[width_bucket(coalesce(own.bucket, whole.bucket), buckets) + 1 : ]) as times
    )) filter (where performance_bucket(max_microseconds) > coalesce(own.bucket, whole.bucket)) as over
  from (
    select operation_type, branch_id, timings, max_microseconds, buckets, counts
    from performance_rollup_days
    where day >= (now() at time zone 'UTC')::date - 1 and branch_id is not null
    union all
    select operation_type, branch_id, timings, max_microseconds, buckets, counts
    from uncounted
  ) as parts
  left join limits as own on own.operation_type = parts.operation_type and own.branch_id = parts.branch_id
  left join limits as whole on whole.operation_type = parts.operation_type and whole.branch_id is null
  group by parts.branch_id
)
select
  branch_id,
  branches.name as branch,
  operations,
  figures.timings,
  figures.sum_microseconds / figures.timings / 1000 as average_ms,
  quantiles[1] / 1000 as p50_ms,
  quantiles[2] / 1000 as p95_ms,
  quantiles[3] / 1000 as p99_ms,
  figures.max_microseconds::double precision / 1000 as max_ms,
  held.p99_microseconds / 1000 as baseline_p99_ms,
  100 * coalesce(held.over, 0)::double precision / held.timings as over_threshold_percent,
  greatest(figures.last_seen, latest.minute) as last_seen
from figures
join held using (branch_id)
left join yesterday using (branch_id)
left join today using (branch_id)
left join sketches using (branch_id)
left join latest using (branch_id)
join performance_branches as branches on branches.id = branch_id
cross join lateral performance_quantiles_of_sketches(
  '{0.5, 0.95, 0.99}', yesterday.buckets, yesterday.seen, today.buckets, today.seen, sketches.buckets, sketches.seen,
  figures.timings, figures.min_microseconds, figures.max_microseconds) as quantiles
order by figures.timings desc, branches.name;

comment on view v_branch_performance_summary is
  'How each branch does, over all operations: its timings since the start of yesterday (UTC), today''s included. Branches without any are left out. As operations differ, over_threshold_percent compares branches best.';
comment on column v_branch_performance_summary.branch_id is 'The number of the branch (performance_branches).';
comment on column v_branch_performance_summary.branch is 'The branch.';
comment on column v_branch_performance_summary.operations is 'Of how many operations there were timings.';
comment on column v_branch_performance_summary.timings is 'How many timings there were.';
comment on column v_branch_performance_summary.average_ms is 'How long they took on average.';
comment on column v_branch_performance_summary.p50_ms is 'Half of them were shorter (within 0.4 %).';
comment on column v_branch_performance_summary.p95_ms is '95 % of them were shorter (within 0.4 %).';
comment on column v_branch_performance_summary.p99_ms is '99 % of them were shorter (within 0.4 %).';
comment on column v_branch_performance_summary.max_ms is 'The longest of them.';
comment on column v_branch_performance_summary.baseline_p99_ms is
  'The highest p99 of the active baselines that they are held against (the branch''s own, or else the operation''s), or null.';
comment on column v_branch_performance_summary.over_threshold_percent is
  'How many percent of those with such a baseline were longer than its threshold at any hour (to within 0.4 % of it), or null.';
comment on column v_branch_performance_summary.last_seen is
  'The UTC minute in which the last of them started; only the hour when roll-ups were not folded since it was over.';

-- Alerts

create view v_performance_alerts_recent as
select
  id as alert_id,
  alert_type,
  severity,
  state,
  performance_alert_is_open(state, acknowledged_until) as unacknowledged,
  subject as operation_type,
  branch,
  members,
  actual_microseconds::double precision / 1000 as actual_ms,
  baseline_p99_microseconds / 1000 as baseline_p99_ms,
  multiplier,
  baseline_id,
  user_name,
  occurrences,
  first_seen,
  last_seen,
  last_told,
  acknowledged_by,
  acknowledged_at,
  acknowledged_until,
  acknowledgement_note,
  resolved_at,
  resolved_by,
  recovered_microseconds::double precision / 1000 as recovered_ms,
  escalation_steps,
  suppressed_reason,
  suppressed_by,
  suppressed_until,
  why_test,
  expected_low_microseconds / 1000 as expected_low_ms,
  expected_high_microseconds / 1000 as expected_high_ms,
  basis,
  basis_samples,
  score,
  score_limit,
  effect_percent,
  effect_microseconds / 1000 as effect_ms,
  metadata
from performance_alerts
order by last_seen desc, id desc
limit 100;

comment on view v_performance_alerts_recent is 'The 100 alerts that were seen last, whatever became of them, the latest first.';
comment on column v_performance_alerts_recent.alert_id is 'The number of the alert.';
comment on column v_performance_alerts_recent.alert_type is 'The kind of condition, such as THRESHOLD_EXCEEDED.';
comment on column v_performance_alerts_recent.severity is 'The worst that was seen: INFO, WARNING or CRITICAL.';
comment on column v_performance_alerts_recent.state is 'open, acknowledged or resolved.';
comment on column v_performance_alerts_recent.unacknowledged is
  'Whether it is not resolved and nobody has it in hand, as it was not acknowledged, or only until an instant that is over.';
comment on column v_performance_alerts_recent.operation_type is 'The operation, or what else it is about.';
comment on column v_performance_alerts_recent.branch is 'The branch, or null.';
comment on column v_performance_alerts_recent.members is 'The operations that it is about, when it is about several.';
comment on column v_performance_alerts_recent.actual_ms is 'How long the worst timing took, or the p99 or mean of many.';
comment on column v_performance_alerts_recent.baseline_p99_ms is
  'What that was held against: the p99 of a baseline, or what was normal before.';
comment on column v_performance_alerts_recent.multiplier is 'How many times the one the other is.';
comment on column v_performance_alerts_recent.baseline_id is 'The baseline that was broken (performance_baselines), or null.';
comment on column v_performance_alerts_recent.user_name is 'Whose timing it was; empty when it is about many.';
comment on column v_performance_alerts_recent.occurrences is 'How often the condition was seen.';
comment on column v_performance_alerts_recent.first_seen is 'When it was seen first.';
comment on column v_performance_alerts_recent.last_seen is 'When it was seen last.';
comment on column v_performance_alerts_recent.last_told is 'When somebody was last told; null when nobody was.';
comment on column v_performance_alerts_recent.acknowledged_by is 'Who took it on, or null.';
comment on column v_performance_alerts_recent.acknowledged_at is 'When they did, or null.';
comment on column v_performance_alerts_recent.acknowledged_until is 'When it is open again, or null.';
comment on column v_performance_alerts_recent.acknowledgement_note is 'What they said, or null.';
comment on column v_performance_alerts_recent.resolved_at is 'When the condition was gone, or null.';
comment on column v_performance_alerts_recent.resolved_by is 'Who ended it, or null when it was found to be over.';
comment on column v_performance_alerts_recent.recovered_ms is 'How long the operation took then, or null.';
comment on column v_performance_alerts_recent.escalation_steps is 'How many steps it went up while nobody answered.';
comment on column v_performance_alerts_recent.suppressed_reason is
  'Why the last that was to be told was not, such as SILENCED; null when it was.';
comment on column v_performance_alerts_recent.suppressed_by is 'What in particular, such as "silence 3", or null.';
comment on column v_performance_alerts_recent.suppressed_until is 'When that ends, or null.';
comment on column v_performance_alerts_recent.why_test is 'The test that found it, such as ROBUST_Z, or null.';
comment on column v_performance_alerts_recent.expected_low_ms is 'From where on it would have been normal, or null.';
comment on column v_performance_alerts_recent.expected_high_ms is 'Up to where it would have been normal, or null.';
comment on column v_performance_alerts_recent.basis is 'Which past that rests on, in words, or null.';
comment on column v_performance_alerts_recent.basis_samples is 'How many timings or steps that past holds, or null.';
comment on column v_performance_alerts_recent.score is 'What the test reached, or null.';
comment on column v_performance_alerts_recent.score_limit is 'From where on the test fires, or null.';
comment on column v_performance_alerts_recent.effect_percent is 'By how much it is above what is normal, or null.';
comment on column v_performance_alerts_recent.effect_ms is 'The same as time, or null.';
comment on column v_performance_alerts_recent.metadata is 'What else is known of the worst timing.';

create view v_performance_alerts_critical as
select
  id as alert_id,
  alert_type,
  subject as operation_type,
  branch,
  actual_microseconds::double precision / 1000 as actual_ms,
  baseline_p99_microseconds / 1000 as baseline_p99_ms,
  multiplier,
  occurrences,
  user_name,
  first_seen,
  last_seen,
  extract(epoch from now() - first_seen)::double precision / 60 as age_minutes
from performance_alerts
where state <> 'resolved'
  and severity = 'CRITICAL'
  and performance_alert_is_open(state, acknowledged_until)
order by first_seen, id;

comment on view v_performance_alerts_critical is
  'The CRITICAL alerts that are not resolved and that nobody has in hand, the oldest first.';
comment on column v_performance_alerts_critical.alert_id is 'The number of the alert.';
comment on column v_performance_alerts_critical.alert_type is 'The kind of condition, such as THRESHOLD_EXCEEDED.';
comment on column v_performance_alerts_critical.operation_type is 'The operation, or what else it is about.';
comment on column v_performance_alerts_critical.branch is 'The branch, or null.';
comment on column v_performance_alerts_critical.actual_ms is 'How long the worst timing took, or the p99 or mean of many.';
comment on column v_performance_alerts_critical.baseline_p99_ms is
  'What that was held against: the p99 of a baseline, or what was normal before.';
comment on column v_performance_alerts_critical.multiplier is 'How many times the one the other is.';
comment on column v_performance_alerts_critical.occurrences is 'How often the condition was seen.';
comment on column v_performance_alerts_critical.user_name is 'Whose timing it was; empty when it is about many.';
comment on column v_performance_alerts_critical.first_seen is 'When it was seen first.';
comment on column v_performance_alerts_critical.last_seen is 'When it was seen last.';
comment on column v_performance_alerts_critical.age_minutes is 'How many minutes ago it was seen first.';

-- Traces

create view v_trace_hierarchy as
select
  latest.trace_id,
  spans.span_id,
  spans.parent_span_id,
  spans.depth,
  spans.path,
  spans.operation_type,
  spans.span_name,
  spans.status,
  spans.start_time,
  spans.duration_microseconds::double precision / 1000 as duration_ms,
  spans.own_microseconds::double precision / 1000 as own_ms,
  100 * spans.share_of_root as share_of_root_percent
from (
  select trace_id, max(start_time) as start_time
  from (
    select trace_id, start_time
    from operation_traces
    where parent_span_id is null
    order by start_time desc, trace_id
    limit 50
  ) as roots
  group by trace_id
) as latest
cross join lateral performance_trace_tree(latest.trace_id) with ordinality as spans
order by latest.start_time desc, latest.trace_id, spans.ordinality;

comment on view v_trace_hierarchy is
  'The spans of the 50 traces that started last, the latest first, each span after its parent. Of any other trace: performance_trace_tree(trace_id).';
comment on column v_trace_hierarchy.trace_id is 'The trace.';
comment on column v_trace_hierarchy.span_id is 'The span.';
comment on column v_trace_hierarchy.parent_span_id is 'The span that it is a part of, or null for a root.';
comment on column v_trace_hierarchy.depth is 'How many spans are above it: 0 for a root.';
comment on column v_trace_hierarchy.path is 'The spans from the root to this one.';
comment on column v_trace_hierarchy.operation_type is 'The operation.';
comment on column v_trace_hierarchy.span_name is 'The particular run.';
comment on column v_trace_hierarchy.status is 'PENDING, RUNNING, SUCCESS or FAILED.';
comment on column v_trace_hierarchy.start_time is 'When it started.';
comment on column v_trace_hierarchy.duration_ms is 'How long it took, or null while it has not ended.';
comment on column v_trace_hierarchy.own_ms is 'How long it took without the time in which children ran, or null.';
comment on column v_trace_hierarchy.share_of_root_percent is 'How many percent of the duration of its root that is as a whole, or null.';

-- Merges

create view performance_merges as
select
  merge_id,
  source_branch_id,
  target_branch_id,
  start_time as started_at,
  end_time as completed_at,
  total_microseconds,
  total_microseconds::double precision / 1000 as total_ms,
  lca_microseconds::double precision / 1000 as lca_ms,
  conflict_detection_microseconds::double precision / 1000 as conflict_detection_ms,
  auto_resolution_microseconds::double precision / 1000 as auto_resolution_ms,
  100 * lca_microseconds::double precision / total_microseconds as lca_percent,
  100 * conflict_detection_microseconds::double precision / total_microseconds
    as conflict_detection_percent,
  100 * auto_resolution_microseconds::double precision / total_microseconds as auto_resolution_percent,
  performance_merge_bottleneck(
    lca_microseconds, conflict_detection_microseconds, auto_resolution_microseconds
  ) as primary_bottleneck,
  conflicts_found,
  auto_resolved,
  auto_failed,
  status,
  resolution,
  merge_base,
  user_name
from merge_performance_metrics;

comment on view performance_merges is 'Merges as the dashboards show them, with their times in ms.';
comment on column performance_merges.merge_id is 'The number of the merge.';
comment on column performance_merges.source_branch_id is 'The branch that was merged (performance_branches).';
comment on column performance_merges.target_branch_id is 'The branch that it was merged into (performance_branches).';
comment on column performance_merges.started_at is 'When it started.';
comment on column performance_merges.completed_at is 'When it was completed.';
comment on column performance_merges.total_microseconds is 'How many microseconds it took.';
comment on column performance_merges.total_ms is 'How long it took.';
comment on column performance_merges.lca_ms is 'How long it took to find the merge base; 0 when it did not come to that.';
comment on column performance_merges.conflict_detection_ms is
  'How long it took to detect conflicts; 0 when it did not come to that.';
comment on column performance_merges.auto_resolution_ms is
  'How long it took to resolve conflicts automatically; 0 when it did not come to that.';
comment on column performance_merges.lca_percent is 'How many percent of the whole finding the merge base took.';
comment on column performance_merges.conflict_detection_percent is 'How many percent of the whole detecting conflicts took.';
comment on column performance_merges.auto_resolution_percent is
  'How many percent of the whole resolving conflicts automatically took.';
comment on column performance_merges.primary_bottleneck is
  'The phase in which most of the time was lost (performance_merge_bottleneck).';
comment on column performance_merges.conflicts_found is 'How many conflicts there were.';
comment on column performance_merges.auto_resolved is 'How many of them were resolved automatically.';
comment on column performance_merges.auto_failed is 'How many of them were tried automatically, and not resolved.';
comment on column performance_merges.status is 'SUCCESS, PARTIAL_SUCCESS, FAILED or ABANDONED.';
comment on column performance_merges.resolution is 'AUTO, MANUAL, REJECTED, or NONE (there was nothing to resolve).';
comment on column performance_merges.merge_base is 'The commit from which both branches went apart, or null.';
comment on column performance_merges.user_name is 'Who merged.';

create view v_merge_performance_summary as
select
  merge_id,
  sources.name as source_branch,
  targets.name as target_branch,
  started_at,
  completed_at,
  total_ms,
  lca_ms,
  conflict_detection_ms,
  auto_resolution_ms,
  lca_percent,
  conflict_detection_percent,
  auto_resolution_percent,
  primary_bottleneck,
  conflicts_found,
  auto_resolved,
  auto_failed,
  status,
  resolution,
  merge_base,
  user_name
from (
  select *
  from performance_merges
  order by completed_at desc, merge_id desc
  limit 1000
) as merges
join performance_branches as sources on sources.id = source_branch_id
join performance_branches as targets on targets.id = target_branch_id
order by completed_at desc, merge_id desc;

comment on view v_merge_performance_summary is
  'Each merge, with its phases: the 1,000 that were completed last, the latest first.';
comment on column v_merge_performance_summary.merge_id is 'The number of the merge.';
comment on column v_merge_performance_summary.source_branch is 'The branch that was merged.';
comment on column v_merge_performance_summary.target_branch is 'The branch that it was merged into.';
comment on column v_merge_performance_summary.started_at is 'When it started.';
comment on column v_merge_performance_summary.completed_at is 'When it was completed.';
comment on column v_merge_performance_summary.total_ms is 'How long it took.';
comment on column v_merge_performance_summary.lca_ms is
  'How long it took to find the merge base; 0 when it did not come to that.';
comment on column v_merge_performance_summary.conflict_detection_ms is
  'How long it took to detect conflicts; 0 when it did not come to that.';
comment on column v_merge_performance_summary.auto_resolution_ms is
  'How long it took to resolve conflicts automatically; 0 when it did not come to that.';
comment on column v_merge_performance_summary.lca_percent is 'How many percent of the whole finding the merge base took.';
comment on column v_merge_performance_summary.conflict_detection_percent is
  'How many percent of the whole detecting conflicts took.';
comment on column v_merge_performance_summary.auto_resolution_percent is
  'How many percent of the whole resolving conflicts automatically took.';
comment on column v_merge_performance_summary.primary_bottleneck is
  'LCA_FINDING, CONFLICT_DETECTION or CONFLICT_RESOLUTION, whichever took longest; BALANCED when none is longer than both others, UNKNOWN when none took any time.';
comment on column v_merge_performance_summary.conflicts_found is 'How many conflicts there were.';
comment on column v_merge_performance_summary.auto_resolved is 'How many of them were resolved automatically.';
comment on column v_merge_performance_summary.auto_failed is
  'How many of them were tried automatically, and not resolved.';
comment on column v_merge_performance_summary.status is 'SUCCESS, PARTIAL_SUCCESS, FAILED or ABANDONED.';
comment on column v_merge_performance_summary.resolution is
  'AUTO, MANUAL, REJECTED, or NONE (there was nothing to resolve).';
comment on column v_merge_performance_summary.merge_base is 'The commit from which both branches went apart, or null.';
comment on column v_merge_performance_summary.user_name is 'Who merged.';

create view v_merge_statistics as
select
  sources.name as source_branch,
  targets.name as target_branch,
  merges,
  average_ms,
  p99_ms,
  max_ms,
  conflicts,
  average_conflicts,
  successful,
  partially_successful,
  failed,
  abandoned,
  last_merge
from (
  select
    source_branch_id,
    target_branch_id,
    sum(merges)::bigint as merges,
    sum(total_microseconds)::double precision / sum(merges)::double precision / 1000 as average_ms,
    sum(conflicts_found)::bigint as conflicts,
    sum(conflicts_found)::double precision / sum(merges)::double precision as average_conflicts,
    sum(successful)::bigint as successful,
    sum(partially_successful)::bigint as partially_successful,
    sum(failed)::bigint as failed,
    sum(abandoned)::bigint as abandoned,
    max(last_merge) as last_merge
  from performance_merge_parts(performance_since(7 * 24), 'infinity', true)
  group by source_branch_id, target_branch_id
) as pairs
join performance_merge_p99s('TOTAL', performance_since(7 * 24)) as p99s using (source_branch_id, target_branch_id)
join performance_branches as sources on sources.id = source_branch_id
join performance_branches as targets on targets.id = target_branch_id
order by merges desc, sources.name, targets.name;

comment on view v_merge_statistics is
  'The merges of each pair of branches that were completed in the last 7 days, from the start of the UTC hour on that was under way then.';
comment on column v_merge_statistics.source_branch is 'The branch that was merged.';
comment on column v_merge_statistics.target_branch is 'The branch that it was merged into.';
comment on column v_merge_statistics.merges is 'How many merges there were.';
comment on column v_merge_statistics.average_ms is 'How long they took on average.';
comment on column v_merge_statistics.p99_ms is '99 % of them were shorter (within 0.4 %).';
comment on column v_merge_statistics.max_ms is 'The longest of them.';
comment on column v_merge_statistics.conflicts is 'How many conflicts they had.';
comment on column v_merge_statistics.average_conflicts is 'How many conflicts they had on average.';
comment on column v_merge_statistics.successful is 'How many ended with SUCCESS.';
comment on column v_merge_statistics.partially_successful is 'How many ended with PARTIAL_SUCCESS.';
comment on column v_merge_statistics.failed is 'How many ended with FAILED.';
comment on column v_merge_statistics.abandoned is 'How many ended with ABANDONED.';
comment on column v_merge_statistics.last_merge is 'When the last of them was completed.';

create view v_merge_bottleneck_analysis as
select
  merges.merge_id,
  sources.name as source_branch,
  targets.name as target_branch,
  merges.completed_at,
  merges.total_ms,
  merges.lca_ms,
  merges.conflict_detection_ms,
  merges.auto_resolution_ms,
  merges.lca_percent,
  merges.conflict_detection_percent,
  merges.auto_resolution_percent,
  merges.primary_bottleneck,
  coalesce(own.p99_microseconds, whole.p99_microseconds) / 1000 as baseline_p99_ms,
  performance_merge_sla(
    merges.total_microseconds, coalesce(own.p99_microseconds, whole.p99_microseconds)) as sla_status
from performance_merges as merges
join performance_branches as sources on sources.id = merges.source_branch_id
join performance_branches as targets on targets.id = merges.target_branch_id
left join performance_baselines as own
  on own.active and own.operation_type = 'merge_branches' and own.branch_id = merges.target_branch_id
left join performance_baselines as whole
  on whole.active and whole.operation_type = 'merge_branches' and whole.branch_id is null
where merges.completed_at >= performance_since(24)
order by merges.total_ms desc, merges.merge_id;

comment on view v_merge_bottleneck_analysis is
  'Where each merge lost its time that was completed in the last 24 hours, from the start of the UTC hour on that was under way then, the longest first.';
comment on column v_merge_bottleneck_analysis.merge_id is 'The number of the merge.';
comment on column v_merge_bottleneck_analysis.source_branch is 'The branch that was merged.';
comment on column v_merge_bottleneck_analysis.target_branch is 'The branch that it was merged into.';
comment on column v_merge_bottleneck_analysis.completed_at is 'When it was completed.';
comment on column v_merge_bottleneck_analysis.total_ms is 'How long it took.';
comment on column v_merge_bottleneck_analysis.lca_ms is 'How long it took to find the merge base.';
comment on column v_merge_bottleneck_analysis.conflict_detection_ms is 'How long it took to detect conflicts.';
comment on column v_merge_bottleneck_analysis.auto_resolution_ms is 'How long it took to resolve conflicts automatically.';
comment on column v_merge_bottleneck_analysis.lca_percent is 'How many percent of the whole finding the merge base took.';
comment on column v_merge_bottleneck_analysis.conflict_detection_percent is
  'How many percent of the whole detecting conflicts took.';
comment on column v_merge_bottleneck_analysis.auto_resolution_percent is
  'How many percent of the whole resolving conflicts automatically took.';
comment on column v_merge_bottleneck_analysis.primary_bottleneck is
  'LCA_FINDING, CONFLICT_DETECTION or CONFLICT_RESOLUTION, whichever took longest; BALANCED when none is longer than both others, UNKNOWN when none took any time.';
comment on column v_merge_bottleneck_analysis.baseline_p99_ms is
  'The p99 of the active baseline of merge_branches, of the target branch if it has one of its own; null without any.';
comment on column v_merge_bottleneck_analysis.sla_status is
  'OK up to that p99, DEGRADED up to one and a half times as long, else CRITICAL; without a baseline the limits are 99 and 150 ms.';

create view v_merge_bottleneck_by_pair as
select
  sources.name as source_branch,
  targets.name as target_branch,
  merges,
  average_total_ms,
  average_lca_ms,
  average_conflict_detection_ms,
  average_auto_resolution_ms,
  lca_finding,
  conflict_detection,
  conflict_resolution,
  balanced,
  unknown,
  lca_finding_percent,
  conflict_detection_percent,
  conflict_resolution_percent
from (
  select
    source_branch_id,
    target_branch_id,
    sum(merges)::bigint as merges,
    sum(total_microseconds)::double precision / sum(merges)::double precision / 1000 as average_total_ms,
    sum(lca_microseconds)::double precision / sum(merges)::double precision / 1000 as average_lca_ms,
    sum(conflict_detection_microseconds)::double precision / sum(merges)::double precision / 1000
      as average_conflict_detection_ms,
    sum(auto_resolution_microseconds)::double precision / sum(merges)::double precision / 1000
      as average_auto_resolution_ms,
    sum(lca_longest)::bigint as lca_finding,
    sum(conflict_detection_longest)::bigint as conflict_detection,
    sum(auto_resolution_longest)::bigint as conflict_resolution,
    sum(none_longest)::bigint as balanced,
    sum(none_timed)::bigint as unknown,
    100 * sum(lca_longest)::double precision / sum(merges)::double precision as lca_finding_percent,
    100 * sum(conflict_detection_longest)::double precision / sum(merges)::double precision
      as conflict_detection_percent,
    100 * sum(auto_resolution_longest)::double precision / sum(merges)::double precision
      as conflict_resolution_percent
  from performance_merge_parts(performance_since(7 * 24), 'infinity', true)
  group by source_branch_id, target_branch_id
) as pairs
join performance_branches as sources on sources.id = source_branch_id
join performance_branches as targets on targets.id = target_branch_id
order by average_total_ms desc, sources.name, targets.name;

comment on view v_merge_bottleneck_by_pair is
  'Where the merges of each pair of branches lost their time that were completed in the last 7 days, from the start of the UTC hour on that was under way then, the slowest pair first.';
comment on column v_merge_bottleneck_by_pair.source_branch is 'The branch that was merged.';
comment on column v_merge_bottleneck_by_pair.target_branch is 'The branch that it was merged into.';
comment on column v_merge_bottleneck_by_pair.merges is 'How many merges there were.';
comment on column v_merge_bottleneck_by_pair.average_total_ms is 'How long they took on average.';
comment on column v_merge_bottleneck_by_pair.average_lca_ms is
  'How long finding the merge base took on average over all of them.';
comment on column v_merge_bottleneck_by_pair.average_conflict_detection_ms is
  'How long detecting conflicts took on average over all of them.';
comment on column v_merge_bottleneck_by_pair.average_auto_resolution_ms is
  'How long resolving conflicts automatically took on average over all of them.';
comment on column v_merge_bottleneck_by_pair.lca_finding is 'In how many finding the merge base took longest.';
comment on column v_merge_bottleneck_by_pair.conflict_detection is 'In how many detecting conflicts took longest.';
comment on column v_merge_bottleneck_by_pair.conflict_resolution is
  'In how many resolving conflicts automatically took longest.';
comment on column v_merge_bottleneck_by_pair.balanced is 'In how many no phase took longer than both others.';
comment on column v_merge_bottleneck_by_pair.unknown is 'In how many no phase took any time.';
comment on column v_merge_bottleneck_by_pair.lca_finding_percent is
  'In how many percent of them finding the merge base took longest.';
comment on column v_merge_bottleneck_by_pair.conflict_detection_percent is
  'In how many percent of them detecting conflicts took longest.';
comment on column v_merge_bottleneck_by_pair.conflict_resolution_percent is
  'In how many percent of them resolving conflicts automatically took longest.';

create view v_merge_success_tracking as
select
  sources.name as source_branch,
  targets.name as target_branch,
  merges,
  successful,
  partially_successful,
  failed,
  abandoned,
  success_percent,
  auto_resolution_percent,
  last_merge
from (
  select
    source_branch_id,
    target_branch_id,
    sum(merges)::bigint as merges,
    sum(successful)::bigint as successful,
    sum(partially_successful)::bigint as partially_successful,
    sum(failed)::bigint as failed,
    sum(abandoned)::bigint as abandoned,
    100 * sum(successful)::double precision / sum(merges)::double precision as success_percent,
    100 * sum(auto_resolved)::double precision / nullif(sum(conflicts_found), 0)::double precision
      as auto_resolution_percent,
    max(last_merge) as last_merge
  from performance_merge_parts(performance_since(7 * 24), 'infinity', true)
  group by source_branch_id, target_branch_id
) as pairs
join performance_branches as sources on sources.id = source_branch_id
join performance_branches as targets on targets.id = target_branch_id
order by success_percent, merges desc, sources.name, targets.name;

comment on view v_merge_success_tracking is
  'How the merges of each pair of branches went that were completed in the last 7 days, from the start of the UTC hour on that was under way then, the least successful pair first.';
comment on column v_merge_success_tracking.source_branch is 'The branch that was merged.';
comment on column v_merge_success_tracking.target_branch is 'The branch that it was merged into.';
comment on column v_merge_success_tracking.merges is 'How many merges there were.';
comment on column v_merge_success_tracking.successful is 'How many ended with SUCCESS.';
comment on column v_merge_success_tracking.partially_successful is 'How many ended with PARTIAL_SUCCESS.';
comment on column v_merge_success_tracking.failed is 'How many ended with FAILED.';
comment on column v_merge_success_tracking.abandoned is 'How many ended with ABANDONED.';
comment on column v_merge_success_tracking.success_percent is 'How many percent ended with SUCCESS.';
comment on column v_merge_success_tracking.auto_resolution_percent is
  'How many percent of their conflicts were resolved automatically, or null when there were none.';
comment on column v_merge_success_tracking.last_merge is 'When the last of them was completed.';

create view v_merge_success_rate_analysis as
select
  hour,
  merges as attempts,
  automatic,
  manual,
  rejected,
  without_conflicts,
  100 * automatic::double precision / merges as automatic_percent,
  100 * manual::double precision / merges as manual_percent,
  100 * rejected::double precision / merges as rejected_percent,
  average_ms,
  p99_ms
from performance_merges_by_hour
order by hour desc;

comment on view v_merge_success_rate_analysis is
  'What became of merges by the UTC hour in which they were completed, in the last 7 days, from the start of the hour on that was under way then, the latest first. Hours without merges are left out.';
comment on column v_merge_success_rate_analysis.hour is 'When the hour began.';
comment on column v_merge_success_rate_analysis.attempts is 'How many merges were completed in it.';
comment on column v_merge_success_rate_analysis.automatic is 'In how many conflicts were resolved by rules.';
comment on column v_merge_success_rate_analysis.manual is 'In how many conflicts were resolved by a person.';
comment on column v_merge_success_rate_analysis.rejected is 'How many were refused.';
comment on column v_merge_success_rate_analysis.without_conflicts is 'In how many there was nothing to resolve.';
comment on column v_merge_success_rate_analysis.automatic_percent is
  'In how many percent of all of them conflicts were resolved by rules.';
comment on column v_merge_success_rate_analysis.manual_percent is
  'In how many percent of all of them conflicts were resolved by a person.';
comment on column v_merge_success_rate_analysis.rejected_percent is 'How many percent of all of them were refused.';
comment on column v_merge_success_rate_analysis.average_ms is 'How long they took on average.';
comment on column v_merge_success_rate_analysis.p99_ms is '99 % of them were shorter (within 0.4 %).';

create view v_merge_conflict_analysis as
select
  sources.name as source_branch,
  targets.name as target_branch,
  attempts,
  average_conflicts,
  max_conflicts,
  min_conflicts,
  auto_resolved_percent,
  average_detection_ms,
  average_resolution_ms
from (
  select
    source_branch_id,
    target_branch_id,
    sum(merges)::bigint as attempts,
    sum(conflicts_found)::double precision / sum(merges)::double precision as average_conflicts,
    max(max_conflicts) as max_conflicts,
    min(min_conflicts) as min_conflicts,
    100 * sum(auto_resolved)::double precision / nullif(sum(conflicts_found), 0)::double precision
      as auto_resolved_percent,
    sum(conflict_detection_microseconds)::double precision
      / nullif(sum(conflict_detection_merges), 0)::double precision / 1000 as average_detection_ms,
    sum(auto_resolution_microseconds)::double precision
      / nullif(sum(auto_resolution_merges), 0)::double precision / 1000 as average_resolution_ms
  from performance_merge_parts(performance_since(7 * 24), 'infinity', true)
  group by source_branch_id, target_branch_id
) as pairs
join performance_branches as sources on sources.id = source_branch_id
join performance_branches as targets on targets.id = target_branch_id
order by average_conflicts desc, attempts desc, sources.name, targets.name;

comment on view v_merge_conflict_analysis is
  'The conflicts of each pair of branches, of merges that were completed in the last 7 days, from the start of the UTC hour on that was under way then, those with most conflicts first.';
comment on column v_merge_conflict_analysis.source_branch is 'The branch that was merged.';
comment on column v_merge_conflict_analysis.target_branch is 'The branch that it was merged into.';
comment on column v_merge_conflict_analysis.attempts is 'How many merges there were.';
comment on column v_merge_conflict_analysis.average_conflicts is 'How many conflicts a merge had on average.';
comment on column v_merge_conflict_analysis.max_conflicts is 'How many a merge had at most.';
comment on column v_merge_conflict_analysis.min_conflicts is 'How many a merge had at least.';
comment on column v_merge_conflict_analysis.auto_resolved_percent is
  'How many percent of the conflicts were resolved automatically, or null when there were none.';
comment on column v_merge_conflict_analysis.average_detection_ms is
  'How long detecting conflicts took on average where it came to that, or null.';
comment on column v_merge_conflict_analysis.average_resolution_ms is
  'How long resolving conflicts automatically took on average where it came to that, or null.';

create view v_merge_conflict_hotspots as
select
  sources.name as source_branch,
  targets.name as target_branch,
  attempts,
  with_conflicts,
  100 * with_conflicts::double precision / attempts as conflict_percent,
  average_resolution_ms,
  max_ms as max_resolution_ms,
  p99_ms as p99_resolution_ms
from (
  select
    source_branch_id,
    target_branch_id,
    sum(merges)::bigint as attempts,
    sum(with_conflicts)::bigint as with_conflicts,
    sum(conflicts_microseconds)::double precision / nullif(sum(with_conflicts), 0)::double precision / 1000
      as average_resolution_ms
  from performance_merge_parts(performance_since(30 * 24), 'infinity', true)
  group by source_branch_id, target_branch_id
) as pairs
join performance_merge_p99s('CONFLICTS', performance_since(30 * 24)) as p99s using (source_branch_id, target_branch_id)
join performance_branches as sources on sources.id = source_branch_id
join performance_branches as targets on targets.id = target_branch_id
order by conflict_percent desc, attempts desc, sources.name, targets.name;

comment on view v_merge_conflict_hotspots is
  'The pairs of branches whose merges had conflicts, of those completed in the last 30 days, from the start of the UTC hour on that was under way then, the worst first.';
comment on column v_merge_conflict_hotspots.source_branch is 'The branch that was merged.';
comment on column v_merge_conflict_hotspots.target_branch is 'The branch that it was merged into.';
comment on column v_merge_conflict_hotspots.attempts is 'How many merges there were.';
comment on column v_merge_conflict_hotspots.with_conflicts is 'How many of them had conflicts.';
comment on column v_merge_conflict_hotspots.conflict_percent is 'How many percent of them that is.';
comment on column v_merge_conflict_hotspots.average_resolution_ms is
  'How long resolving conflicts automatically took on average in these.';
comment on column v_merge_conflict_hotspots.max_resolution_ms is 'How long it took at most.';
comment on column v_merge_conflict_hotspots.p99_resolution_ms is 'In 99 % of these it took less (within 0.4 %).';

create view v_merge_phase_timeline as
select minute, phase, merges, average_ms, p99_ms
from (
  select
    date_trunc('minute', completed_at, 'UTC') as minute,
    count(*) filter (where lca_ms > 0) as lca_merges,
    avg(lca_ms) filter (where lca_ms > 0) as lca_average_ms,
    percentile_cont(0.99) within group (order by lca_ms) filter (where lca_ms > 0) as lca_p99_ms,
    count(*) filter (where conflict_detection_ms > 0) as conflict_detection_merges,
    avg(conflict_detection_ms) filter (where conflict_detection_ms > 0) as conflict_detection_average_ms,
    percentile_cont(0.99) within group (order by conflict_detection_ms) filter (where conflict_detection_ms > 0)
      as conflict_detection_p99_ms,
    count(*) filter (where auto_resolution_ms > 0) as auto_resolution_merges,
    avg(auto_resolution_ms) filter (where auto_resolution_ms > 0) as auto_resolution_average_ms,
    percentile_cont(0.99) within group (order by auto_resolution_ms) filter (where auto_resolution_ms > 0)
      as auto_resolution_p99_ms
  from performance_merges
  where completed_at >= performance_since(24)
  group by 1
) as minutes
cross join lateral (
  values
    ('LCA_FINDING', lca_merges, lca_average_ms, lca_p99_ms),
    ('CONFLICT_DETECTION', conflict_detection_merges, conflict_detection_average_ms, conflict_detection_p99_ms),
    ('CONFLICT_RESOLUTION', auto_resolution_merges, auto_resolution_average_ms, auto_resolution_p99_ms)
) as phases (phase, merges, average_ms, p99_ms)
where merges > 0
order by minute desc, phase;

comment on view v_merge_phase_timeline is
  'The phases of merges by the UTC minute in which they were completed, in the last 24 hours, from the start of the hour on that was under way then, the latest first. Minutes without merges, and phases that no merge came to, are left out.';
comment on column v_merge_phase_timeline.minute is 'When the minute began.';
comment on column v_merge_phase_timeline.phase is 'LCA_FINDING, CONFLICT_DETECTION or CONFLICT_RESOLUTION.';
comment on column v_merge_phase_timeline.merges is 'How many merges came to it.';
comment on column v_merge_phase_timeline.average_ms is 'How long it took in them on average.';
comment on column v_merge_phase_timeline.p99_ms is 'In 99 % of them it took less.';

create view v_merge_phase_timeline_hourly as
select
  hour,
  merges,
  lca_average_ms,
  lca_p99_ms,
  conflict_detection_average_ms,
  conflict_detection_p99_ms,
  auto_resolution_average_ms,
  auto_resolution_p99_ms,
  average_ms as total_average_ms,
  p99_ms as total_p99_ms
from performance_merges_by_hour
order by hour desc;

comment on view v_merge_phase_timeline_hourly is
  'The phases of merges by the UTC hour in which they were completed, in the last 7 days, from the start of the hour on that was under way then, the latest first. Hours without merges are left out; a phase counts in the merges that came to it, and is null where none did.';
comment on column v_merge_phase_timeline_hourly.hour is 'When the hour began.';
comment on column v_merge_phase_timeline_hourly.merges is 'How many merges were completed in it.';
comment on column v_merge_phase_timeline_hourly.lca_average_ms is 'How long finding the merge base took on average.';
comment on column v_merge_phase_timeline_hourly.lca_p99_ms is 'In 99 % of merges it took less (within 0.4 %).';
comment on column v_merge_phase_timeline_hourly.conflict_detection_average_ms is 'How long detecting conflicts took on average.';
comment on column v_merge_phase_timeline_hourly.conflict_detection_p99_ms is 'In 99 % of merges it took less (within 0.4 %).';
comment on column v_merge_phase_timeline_hourly.auto_resolution_average_ms is
  'How long resolving conflicts automatically took on average.';
comment on column v_merge_phase_timeline_hourly.auto_resolution_p99_ms is 'In 99 % of merges it took less (within 0.4 %).';
comment on column v_merge_phase_timeline_hourly.total_average_ms is 'How long the merges took on average.';
comment on column v_merge_phase_timeline_hourly.total_p99_ms is '99 % of the merges took less (within 0.4 %).';

-- Trends
create view v_performance_trend_hourly as
with uncounted as (
  select *
  from performance_uncounted_since(performance_since(7 * 24))
),
unfinished as (
  select distinct hour, operation_type
  from uncounted
),
parts as (
  select hour, operation_type, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts
  from unfinished
  join performance_rollup_hours using (hour, operation_type)
  where counted
  union all
  select hour, operation_type, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts
  from uncounted
),
figures as (
  select
    hour,
    operation_type,
    sum(timings)::bigint as timings,
    sum(sum_microseconds)::double precision as sum_microseconds,
    min(min_microseconds) as min_microseconds,
    max(max_microseconds) as max_microseconds
  from parts
  group by hour, operation_type
),
sketches as (
  select
    hour,
    operation_type,
    array_agg(bucket order by bucket) as buckets,
    performance_running(array_agg(times order by bucket)) as seen
  from (select hour, operation_type, unnest(buckets) as bucket, unnest(counts) as times from parts) as used
  group by hour, operation_type
),
hours as (
  select
    hour, operation_type, timings, sum_microseconds, max_microseconds,
    p50_microseconds, p95_microseconds, p99_microseconds
  from performance_operation_hours
  where hour >= performance_since(7 * 24)
    and (hour, operation_type) not in (select hour, operation_type from unfinished)
  union all
  select
    hour, operation_type, timings, sum_microseconds, max_microseconds, quantiles[1], quantiles[2], quantiles[3]
  from figures
  join sketches using (hour, operation_type)
  cross join lateral performance_quantiles_of_sketches(
    '{0.5, 0.95, 0.99}', buckets, seen, null, null, null, null, timings, min_microseconds, max_microseconds) as quantiles
)
select
  hour,
  operation_type,
  timings,
  sum_microseconds::double precision / timings / 1000 as average_ms,
  p50_microseconds / 1000 as p50_ms,
  p95_microseconds / 1000 as p95_ms,
  p99_microseconds / 1000 as p99_ms,
  max_microseconds::double precision / 1000 as max_ms
from hours
order by hour desc, operation_type;

comment on view v_performance_trend_hourly is
  'The timings of each operation, over all branches, by the UTC hour in which they started, in the last 7 days, from the start of the hour on that was under way then, the latest first. Hours without timings are left out.';
comment on column v_performance_trend_hourly.hour is 'When the hour began.';
comment on column v_performance_trend_hourly.operation_type is 'The operation.';
comment on column v_performance_trend_hourly.timings is 'How many timings there were.';
comment on column v_performance_trend_hourly.average_ms is 'How long they took on average.';
comment on column v_performance_trend_hourly.p50_ms is 'Half of them were shorter (within 0.4 %).';
comment on column v_performance_trend_hourly.p95_ms is '95 % of them were shorter (within 0.4 %).';
comment on column v_performance_trend_hourly.p99_ms is '99 % of them were shorter (within 0.4 %).';
comment on column v_performance_trend_hourly.max_ms is 'The longest of them.';

create view v_slowest_operations_last_24h as
with unfinished as (
  select distinct hour
  from performance_uncounted_since(performance_since(24))
),
candidates as (
  select
    metric_id, operation_type, operation_name, duration_microseconds, start_time, end_time, branch_id, user_name,
    session_id, rows_affected, memory_bytes, cpu_microseconds, operation_metadata, error_details, trace_id, span_id
  from performance_slowest_timings
  where hour >= performance_since(24) and hour not in (select hour from unfinished)
  union all
  select
    metric_id, operation_type, operation_name, duration_microseconds, start_time, end_time, branch_id, user_name,
    session_id, rows_affected, memory_bytes, cpu_microseconds, operation_metadata, error_details, trace_id, span_id
  from unfinished
  cross join lateral performance_slowest_of_hour(hour)
)
select
  slowest.metric_id,
  slowest.operation_type,
  slowest.operation_name,
  branches.name as branch,
  slowest.duration_microseconds::double precision / 1000 as duration_ms,
  held.p99_microseconds / 1000 as baseline_p99_ms,
  slowest.duration_microseconds / held.p99_microseconds as times_baseline_p99,
  slowest.start_time,
  slowest.end_time,
  slowest.user_name,
  slowest.session_id,
  slowest.rows_affected,
  slowest.memory_bytes,
  slowest.cpu_microseconds::double precision / 1000 as cpu_ms,
  slowest.trace_id,
  slowest.span_id,
  slowest.operation_metadata,
  slowest.error_details
from (
  select *
  from candidates
  order by duration_microseconds desc, metric_id
  limit 50
) as slowest
left join performance_branches as branches on branches.id = slowest.branch_id
left join lateral (
  select baselines.p99_microseconds
  from performance_baselines as baselines
  where baselines.active
    and baselines.operation_type = slowest.operation_type
    and (baselines.branch_id = slowest.branch_id or baselines.branch_id is null)
  order by baselines.branch_id nulls last
  limit 1
) as held on true
order by slowest.duration_microseconds desc, slowest.metric_id;

comment on view v_slowest_operations_last_24h is
  'The 50 longest timings that started in the last 24 hours, from the start of the UTC hour on that was under way then, the longest first.';
comment on column v_slowest_operations_last_24h.metric_id is 'The number of the timing.';
comment on column v_slowest_operations_last_24h.operation_type is 'The operation.';
comment on column v_slowest_operations_last_24h.operation_name is 'The particular run, such as merge feature/x, or null.';
comment on column v_slowest_operations_last_24h.branch is 'The branch it ran on, or null.';
comment on column v_slowest_operations_last_24h.duration_ms is 'How long it took.';
comment on column v_slowest_operations_last_24h.baseline_p99_ms is
  'The p99 of the active baseline of its branch, or else of its operation; null without any.';
comment on column v_slowest_operations_last_24h.times_baseline_p99 is 'How many times that p99 it took, or null.';
comment on column v_slowest_operations_last_24h.start_time is 'When it started.';
comment on column v_slowest_operations_last_24h.end_time is 'When it ended.';
comment on column v_slowest_operations_last_24h.user_name is 'Who ran it.';
comment on column v_slowest_operations_last_24h.session_id is 'The session it ran in, or null.';
comment on column v_slowest_operations_last_24h.rows_affected is 'How many rows it touched, or null.';
comment on column v_slowest_operations_last_24h.memory_bytes is 'How much memory it took, or null.';
comment on column v_slowest_operations_last_24h.cpu_ms is 'How long it kept a processor busy, or null.';
comment on column v_slowest_operations_last_24h.trace_id is 'The trace it belongs to, or null.';
comment on column v_slowest_operations_last_24h.span_id is 'Its span in that trace, or null.';
comment on column v_slowest_operations_last_24h.operation_metadata is 'What else is known about it, or null.';
comment on column v_slowest_operations_last_24h.error_details is 'What went wrong in it, or null.';

-- Baselines and jobs

create view performance_baseline_checks as
select
  baselines.id as baseline_id,
  baselines.operation_type,
  branches.name as branch,
  baselines.branch_id,
  greatest(baselines.made_at, checks.ended_at) as checked_at
from performance_baselines as baselines
left join performance_branches as branches on branches.id = baselines.branch_id
left join lateral (
  select executions.ended_at
  from performance_baseline_executions as executions
  where executions.operation_type = baselines.operation_type
    and executions.branch is not distinct from branches.name
    and executions.status = 'SUCCESS'
    and executions.outcome <> 'SKIPPED'
  order by executions.started_at desc
  limit 1
) as checks on true
where baselines.active;

comment on view performance_baseline_checks is 'When each active baseline was last found to hold, or made.';
comment on column performance_baseline_checks.baseline_id is 'The baseline (performance_baselines).';
comment on column performance_baseline_checks.operation_type is 'The operation.';
comment on column performance_baseline_checks.branch is 'The branch, or null for the operation as a whole.';
comment on column performance_baseline_checks.branch_id is 'Its number (performance_branches), or null.';
comment on column performance_baseline_checks.checked_at is
  'When a recalculation last looked at its timings, whether that changed it or not, or when it was made.';

create view v_baseline_health as
with alerts as (
  select
    broken.operation_type,
    broken.branch_id,
    count(*) as raised,
    count(*) filter (where alerts.state = 'acknowledged' and not alerts.noise) as useful,
    count(*) filter (where alerts.noise) as noise
  from (
    select
      baseline_id,
      state,
      (state = 'acknowledged' and starts_with(lower(coalesce(acknowledgement_note, '')), 'noise'))
        or exists (
          select
          from performance_baseline_exclusions as accepted
          where accepted.alert_id = performance_alerts.id
            and accepted.lifted_at is null
            and accepted.excluded_to is not null
        ) as noise
    from performance_alerts
    where alert_type = 'THRESHOLD_EXCEEDED'
      and (state <> 'resolved' or last_seen >= now() - interval '720 hours')
  ) as alerts
  join performance_baselines as broken on broken.id = alerts.baseline_id
  group by broken.operation_type, broken.branch_id
),
uncounted as (
  select distinct operation_type
  from performance_uncounted_since('-infinity')
),
scopes as (
  select operation_type, branch_id, branch, baseline_id, checked_at
  from performance_baseline_checks
  union all
  select name, null, null, null, null
  from performance_operation_types
  where tracked
    and not exists (
      select from performance_baselines where active and operation_type = name and branch_id is null
    )
)
select
  scopes.operation_type,
  scopes.branch,
  coalesce(operations.tracked, false) as tracked,
  scopes.baseline_id is not null as covered,
  exists (
    select from performance_operation_days as days where days.operation_type = scopes.operation_type
  ) or scopes.operation_type in (select operation_type from uncounted) as timed,
  scopes.baseline_id,
  baselines.samples,
  baselines.p99_microseconds / 1000 as p99_ms,
  baselines.alert_threshold_multiplier,
  performance_baseline_threshold(
    baselines.p50_microseconds, baselines.p99_microseconds, baselines.alert_threshold_multiplier) / 1000 as threshold_ms,
  case when scopes.checked_at is not null then performance_freshness(scopes.checked_at) end as freshness,
  coalesce(alerts.raised, 0) as alerts,
  coalesce(alerts.useful, 0) as useful_alerts,
  coalesce(alerts.noise, 0) as noise_alerts,
  100.0::double precision * alerts.useful / nullif(alerts.useful + alerts.noise, 0) as useful_percent
from scopes
left join performance_operation_types as operations on operations.name = scopes.operation_type
left join performance_baselines as baselines on baselines.id = scopes.baseline_id
left join alerts
  on alerts.operation_type = scopes.operation_type and alerts.branch_id is not distinct from scopes.branch_id
order by scopes.operation_type, scopes.branch nulls first;

comment on view v_baseline_health is
  'Coverage and effectiveness: each active baseline, and each tracked operation that has none as a whole. Alerts are those that are not resolved, and those seen in the last 30 days (UTC, from this instant 30 days ago on).';
comment on column v_baseline_health.operation_type is 'The operation.';
comment on column v_baseline_health.branch is 'The branch, or null for the operation as a whole.';
comment on column v_baseline_health.tracked is 'Whether timings of the operation are held against baselines.';
comment on column v_baseline_health.covered is 'Whether there is an active baseline.';
comment on column v_baseline_health.timed is 'Whether there are timings of the operation.';
comment on column v_baseline_health.baseline_id is 'The baseline (performance_baselines), or null.';
comment on column v_baseline_health.samples is 'How many timings it was made of, or null.';
comment on column v_baseline_health.p99_ms is 'Its p99, or null.';
comment on column v_baseline_health.alert_threshold_multiplier is 'How many times its p99 a timing may last, or null.';
comment on column v_baseline_health.threshold_ms is 'How long a timing may last at any hour without breaking it, or null.';
comment on column v_baseline_health.freshness is
  'How long ago it was last found to hold: CURRENT (less than 24 hours), STALE (less than 7 days) or VERY_STALE; null without a baseline.';
comment on column v_baseline_health.alerts is 'How many alerts timings raised that broke it, or a baseline that it replaced.';
comment on column v_baseline_health.useful_alerts is 'How many of these somebody acknowledged, but for noise.';
comment on column v_baseline_health.noise_alerts is 'How many of these somebody called noise, or accepted as normal.';
comment on column v_baseline_health.useful_percent is
  'How many percent of the alerts that somebody judged were useful, or null when nobody judged any.';

create view v_baseline_recalc_health as
select
  checks.operation_type,
  checks.branch,
  performance_freshness(checks.checked_at) as freshness,
  greatest(0, extract(epoch from now() - checks.checked_at)::double precision / 3600) as hours_since_update,
  baselines.samples,
  baselines.p99_microseconds / 1000 as p99_ms,
  baselines.made_at,
  checks.checked_at,
  exists (
    select
    from performance_baselines as proposed
    where proposed.decision = 'pending'
      and proposed.operation_type = checks.operation_type
      and proposed.branch_id is not distinct from checks.branch_id
  ) as waits_for_approval
from performance_baseline_checks as checks
join performance_baselines as baselines on baselines.id = checks.baseline_id
order by checks.checked_at, checks.operation_type, checks.branch nulls first;

comment on view v_baseline_recalc_health is 'How up to date each active baseline is, the one that was not looked at for longest first.';
comment on column v_baseline_recalc_health.operation_type is 'The operation.';
comment on column v_baseline_recalc_health.branch is 'The branch, or null for the operation as a whole.';
comment on column v_baseline_recalc_health.freshness is
  'CURRENT (looked at less than 24 hours ago), STALE (less than 7 days) or VERY_STALE.';
comment on column v_baseline_recalc_health.hours_since_update is
  'How many hours ago a recalculation last looked at its timings, whether that changed it or not.';
comment on column v_baseline_recalc_health.samples is 'How many timings it was made of.';
comment on column v_baseline_recalc_health.p99_ms is 'Its p99.';
comment on column v_baseline_recalc_health.made_at is 'When it was calculated, or approved.';
comment on column v_baseline_recalc_health.checked_at is 'When a recalculation last looked at its timings.';
comment on column v_baseline_recalc_health.waits_for_approval is
  'Whether one that differs very much from it waits for a person to approve it.';

create view v_baseline_recalc_execution_summary as
select
  (started_at at time zone 'UTC')::date as day,
  count(distinct operation_type) as operations,
  count(*) as recalculations,
  count(*) filter (where status = 'SUCCESS') as successes,
  count(*) filter (where status = 'TIMEOUT') as timeouts,
  count(*) filter (where status = 'ERROR') as errors,
  100.0::double precision * count(*) filter (where status = 'SUCCESS') / count(*) as success_percent,
  avg(extract(epoch from ended_at - started_at))::double precision as average_seconds,
  max(extract(epoch from ended_at - started_at))::double precision as longest_seconds
from performance_baseline_executions
group by 1
order by 1 desc;

comment on view v_baseline_recalc_execution_summary is
  'How recalculations went by the UTC day on which they began, as long as they are kept (90 days), the latest first.';
comment on column v_baseline_recalc_execution_summary.day is 'The day.';
comment on column v_baseline_recalc_execution_summary.operations is 'How many operations were looked at.';
comment on column v_baseline_recalc_execution_summary.recalculations is
  'How often that was in all: an operation may be looked at several times, and for each of its branches.';
comment on column v_baseline_recalc_execution_summary.successes is 'How many of these ended as they should.';
comment on column v_baseline_recalc_execution_summary.timeouts is 'How many took longer than they may.';
comment on column v_baseline_recalc_execution_summary.errors is 'How many failed.';
comment on column v_baseline_recalc_execution_summary.success_percent is 'How many percent ended as they should.';
comment on column v_baseline_recalc_execution_summary.average_seconds is 'How many seconds one took on average.';
comment on column v_baseline_recalc_execution_summary.longest_seconds is 'How many seconds the longest took.';

-- People and delivery
create view v_user_performance_activity as
with unfinished as (
  select distinct hour
  from performance_uncounted_since(performance_since(24))
),
hours as (
  select user_name, operation_type, last_seen, timings, sum_microseconds, max_microseconds
  from performance_user_hours
  where hour >= performance_since(24) and hour not in (select hour from unfinished)
  union all
  select user_name, operation_type, last_seen, timings, sum_microseconds, max_microseconds
  from unfinished
  cross join lateral performance_users_of_hour(hour)
)
select
  user_name,
  count(distinct operation_type) as operations,
  sum(timings)::bigint as timings,
  sum(sum_microseconds)::double precision / sum(timings)::double precision / 1000 as average_ms,
  max(max_microseconds)::double precision / 1000 as slowest_ms,
  max(last_seen) as last_seen
from hours
group by user_name
order by timings desc, user_name;

comment on view v_user_performance_activity is
  'What each user did in the last 24 hours, from the start of the UTC hour on that was under way then, the busiest first.';
comment on column v_user_performance_activity.user_name is 'Who it is.';
comment on column v_user_performance_activity.operations is 'Of how many operations there were timings.';
comment on column v_user_performance_activity.timings is 'How many timings there were.';
comment on column v_user_performance_activity.average_ms is 'How long they took on average.';
comment on column v_user_performance_activity.slowest_ms is 'The longest of them.';
comment on column v_user_performance_activity.last_seen is 'When the last of them started.';

create view v_notification_delivery_status as
select
  date_trunc('hour', created_at, 'UTC') as hour,
  destination,
  status,
  count(*) as notifications,
  avg(extract(epoch from delivered_at - created_at) * 1000)::double precision as average_delivery_ms,
  sum(greatest(attempts - 1, 0)) as retries
from notification_outbox
where created_at >= performance_since(7 * 24)
group by 1, 2, 3
order by 1 desc, 2, 3;

comment on view v_notification_delivery_status is
  'What became of notifications, by the UTC hour in which it was decided to send them, destination and status, in the last 7 days, from the start of the hour on that was under way then, the latest first.';
comment on column v_notification_delivery_status.hour is 'When the hour began.';
comment on column v_notification_delivery_status.destination is 'Whom they go to, by the name in the settings.';
comment on column v_notification_delivery_status.status is
  'pending, sending, merged (part of a digest that is on its way), delivered, failed (a dead letter) or dropped.';
comment on column v_notification_delivery_status.notifications is 'How many there are.';
comment on column v_notification_delivery_status.average_delivery_ms is
  'How long it took on average from the decision to the receiver, or null where none was delivered.';
comment on column v_notification_delivery_status.retries is 'How often they were tried again in all.';
