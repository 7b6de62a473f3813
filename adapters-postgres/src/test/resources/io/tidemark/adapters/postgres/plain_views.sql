-- v_performance_dashboard_summary
select
  (select count(*) from performance_timings),
  (select count(*) from performance_timings
    where start_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '24 hours'),
  (select count(*) from performance_timings
    where start_time >= date_trunc('minute', now() at time zone 'UTC') at time zone 'UTC' - interval '60 minutes'),
  (select count(distinct operation_type) from performance_timings),
  (select count(*) from performance_baselines where deactivated_at is null and coalesce(decision, 'approved') = 'approved'),
  (select count(*) from performance_alerts where resolved_at is null),
  (select count(*) from performance_alerts where resolved_at is null and severity = 'CRITICAL'),
  (select count(*) from performance_alerts where resolved_at is null and severity = 'WARNING'),
  (select count(*) from performance_alerts where resolved_at is null and severity = 'INFO'),
  (select count(*) from performance_alerts where state = 'open'),
  (select count(*) from performance_alerts where state = 'open' and severity = 'CRITICAL'),
  (select count(*) from performance_alerts where state = 'open' and severity = 'WARNING'),
  (select count(*) from performance_alerts where state = 'open' and severity = 'INFO'),
  (select count(distinct trace_id) from operation_traces),
  (select count(*) from merge_performance_metrics),
  (select count(*) from notification_outbox where status not in ('delivered', 'failed', 'dropped')),
  (select count(*) from notification_outbox where status = 'failed'),
  now()

-- v_operation_performance_summary
select
  operation_type,
  count(*),
  avg(duration_microseconds) / 1000,
  percentile_cont(0.5) within group (order by duration_microseconds) / 1000,
  percentile_cont(0.95) within group (order by duration_microseconds) / 1000,
  percentile_cont(0.99) within group (order by duration_microseconds) / 1000,
  max(duration_microseconds) / 1000.0,
  max(p99_microseconds) / 1000,
  avg(case when duration_microseconds > p99_microseconds * alert_threshold_multiplier then 100.0
    when p99_microseconds is not null then 0 end),
  date_trunc('minute', max(start_time), 'UTC')
from performance_timings
left join (
  select operation_type, p99_microseconds, alert_threshold_multiplier
  from performance_baselines
  where active and branch_id is null
) as baselines using (operation_type)
where period_start >= (now() at time zone 'UTC')::date - 1
group by operation_type
order by count(*) desc, operation_type

-- v_branch_performance_summary
select
  timings.branch_id,
  branches.name,
  count(distinct timings.operation_type),
  count(*),
  avg(duration_microseconds) / 1000,
  percentile_cont(0.5) within group (order by duration_microseconds) / 1000,
  percentile_cont(0.95) within group (order by duration_microseconds) / 1000,
  percentile_cont(0.99) within group (order by duration_microseconds) / 1000,
  max(duration_microseconds) / 1000.0,
  max(coalesce(own.p99_microseconds, whole.p99_microseconds)) / 1000,
  avg(case
    when own.id is not null and duration_microseconds > own.p99_microseconds * own.alert_threshold_multiplier then 100.0
    when own.id is not null then 0
    when duration_microseconds > whole.p99_microseconds * whole.alert_threshold_multiplier then 100.0
    when whole.id is not null then 0
  end),
  date_trunc('minute', max(start_time), 'UTC')
from performance_timings as timings
join performance_branches as branches on branches.id = timings.branch_id
left join performance_baselines as own
  on own.active and own.operation_type = timings.operation_type and own.branch_id = timings.branch_id
left join performance_baselines as whole
  on whole.active and whole.operation_type = timings.operation_type and whole.branch_id is null
where period_start >= (now() at time zone 'UTC')::date - 1
group by timings.branch_id, branches.name
order by count(*) desc, branches.name

-- v_performance_alerts_recent
select
  id, alert_type, severity, state, state = 'open', subject, branch, members, actual_microseconds / 1000.0,
  baseline_p99_microseconds / 1000.0, multiplier, baseline_id, user_name, occurrences, first_seen, last_seen, last_told,
  acknowledged_by, acknowledged_at, acknowledged_until, acknowledgement_note, resolved_at, resolved_by,
  recovered_microseconds / 1000.0, escalation_steps, suppressed_reason, suppressed_by, suppressed_until, why_test,
  expected_low_microseconds / 1000.0, expected_high_microseconds / 1000.0, basis, basis_samples, score, score_limit,
  effect_percent, effect_microseconds / 1000.0, metadata
from (select *, row_number() over (order by last_seen desc, id desc) as place from performance_alerts) as placed
where place <= 100
order by place

-- v_performance_alerts_critical
select
  id, alert_type, subject, branch, actual_microseconds / 1000.0, baseline_p99_microseconds / 1000.0, multiplier,
  occurrences, user_name, first_seen, last_seen, extract(epoch from now() - first_seen) / 60
from performance_alerts
where state = 'open' and severity = 'CRITICAL'
order by first_seen, id

-- v_trace_hierarchy
with recursive tree as (
  select *, 0 as depth, array[span_id] as path, start_time as trace_start, duration_microseconds as whole,
    array[row (start_time, span_id)] as place
  from operation_traces
  where parent_span_id is null
  union all
  select spans.*, depth + 1, path || spans.span_id, trace_start, whole,
    place || row (spans.start_time, spans.span_id)
  from operation_traces as spans
  join tree on tree.trace_id = spans.trace_id and tree.span_id = spans.parent_span_id
)
select
  trace_id, span_id, parent_span_id, depth, path, operation_type, span_name, status, start_time,
  duration_microseconds / 1000.0,
  -- The children of these traces run one after the other.
  (duration_microseconds - coalesce((
    select sum(children.duration_microseconds)
    from operation_traces as children
    where children.trace_id = tree.trace_id and children.parent_span_id = tree.span_id
  ), 0)) / 1000.0,
  100.0 * duration_microseconds / whole
from tree
where trace_id in (
  select trace_id from operation_traces where parent_span_id is null order by start_time desc, trace_id limit 50)
order by trace_start desc, trace_id, place

-- v_merge_performance_summary
select
  merge_id,
  (select name from performance_branches where id = source_branch_id),
  (select name from performance_branches where id = target_branch_id),
  start_time, end_time, total_microseconds / 1000.0, lca_microseconds / 1000.0, conflict_detection_microseconds / 1000.0,
  auto_resolution_microseconds / 1000.0, 100.0 * lca_microseconds / total_microseconds,
  100.0 * conflict_detection_microseconds / total_microseconds,
  100.0 * auto_resolution_microseconds / total_microseconds,
  (
    select case when max(took) = 0 then 'UNKNOWN' when count(*) > 1 then 'BALANCED' else max(phase) end
    from (
      select phase, took, rank() over (order by took desc) as place
      from (
        values
          ('LCA_FINDING', lca_microseconds),
          ('CONFLICT_DETECTION', conflict_detection_microseconds),
          ('CONFLICT_RESOLUTION', auto_resolution_microseconds)
      ) as phases (phase, took)
    ) as ranked
    where place = 1
  ),
  conflicts_found, auto_resolved, auto_failed, status, resolution, merge_base, user_name
from (select *, row_number() over (order by end_time desc, merge_id desc) as newest from merge_performance_metrics) as merges
where newest <= 1000
order by newest

-- v_merge_statistics
select
  source.name, target.name, count(*), sum(total_microseconds) / count(*) / 1000.0,
  percentile_cont(0.99) within group (order by total_microseconds) / 1000, max(total_microseconds) / 1000.0,
  sum(conflicts_found), sum(conflicts_found)::numeric / count(*), sum((status = 'SUCCESS')::integer),
  sum((status = 'PARTIAL_SUCCESS')::integer), sum((status = 'FAILED')::integer), sum((status = 'ABANDONED')::integer),
  max(end_time)
from merge_performance_metrics as merges, performance_branches as source, performance_branches as target
where source.id = source_branch_id and target.id = target_branch_id
  and end_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '168 hours'
group by source.name, target.name
order by count(*) desc, source.name, target.name

-- v_merge_bottleneck_analysis
select
  merge_id, source.name, target.name, end_time, total_microseconds / 1000.0, lca_microseconds / 1000.0,
  conflict_detection_microseconds / 1000.0, auto_resolution_microseconds / 1000.0,
  100.0 * lca_microseconds / total_microseconds, 100.0 * conflict_detection_microseconds / total_microseconds,
  100.0 * auto_resolution_microseconds / total_microseconds,
  (
    select case when max(took) = 0 then 'UNKNOWN' when count(*) > 1 then 'BALANCED' else max(phase) end
    from (
      select phase, took, rank() over (order by took desc) as place
      from (
        values
          ('LCA_FINDING', lca_microseconds),
          ('CONFLICT_DETECTION', conflict_detection_microseconds),
          ('CONFLICT_RESOLUTION', auto_resolution_microseconds)
      ) as phases (phase, took)
    ) as ranked
    where place = 1
  ),
  normal.p99 / 1000,
  case
    when total_microseconds > coalesce(normal.p99 * 1.5, 150000) then 'CRITICAL'
    when total_microseconds > coalesce(normal.p99, 99000) then 'DEGRADED'
    else 'OK'
  end
from merge_performance_metrics as merges
join performance_branches as source on source.id = source_branch_id
join performance_branches as target on target.id = target_branch_id
cross join lateral (
  select coalesce(
    (select p99_microseconds from performance_baselines
      where active and operation_type = 'merge_branches' and branch_id = target.id),
    (select p99_microseconds from performance_baselines
      where active and operation_type = 'merge_branches' and branch_id is null)
  )::numeric as p99
) as normal
where end_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '24 hours'
order by total_microseconds desc, merge_id

-- v_merge_bottleneck_by_pair
select
  source.name, target.name, count(*), avg(total_microseconds) / 1000, avg(lca_microseconds) / 1000,
  avg(conflict_detection_microseconds) / 1000, avg(auto_resolution_microseconds) / 1000,
  sum((lca_microseconds > conflict_detection_microseconds and lca_microseconds > auto_resolution_microseconds)::integer),
  sum((conflict_detection_microseconds > lca_microseconds
    and conflict_detection_microseconds > auto_resolution_microseconds)::integer),
  sum((auto_resolution_microseconds > lca_microseconds
    and auto_resolution_microseconds > conflict_detection_microseconds)::integer),
  sum((
    (lca_microseconds = conflict_detection_microseconds and lca_microseconds >= auto_resolution_microseconds
      or lca_microseconds = auto_resolution_microseconds and lca_microseconds >= conflict_detection_microseconds
      or conflict_detection_microseconds = auto_resolution_microseconds
        and conflict_detection_microseconds >= lca_microseconds)
    and lca_microseconds + conflict_detection_microseconds + auto_resolution_microseconds > 0)::integer),
  sum((lca_microseconds + conflict_detection_microseconds + auto_resolution_microseconds = 0)::integer),
  avg(case when lca_microseconds > conflict_detection_microseconds
    and lca_microseconds > auto_resolution_microseconds then 100 else 0 end),
  avg(case when conflict_detection_microseconds > lca_microseconds
    and conflict_detection_microseconds > auto_resolution_microseconds then 100 else 0 end),
  avg(case when auto_resolution_microseconds > lca_microseconds
    and auto_resolution_microseconds > conflict_detection_microseconds then 100 else 0 end)
from merge_performance_metrics
join performance_branches as source on source.id = source_branch_id
join performance_branches as target on target.id = target_branch_id
where end_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '168 hours'
group by source.name, target.name
order by avg(total_microseconds) desc, source.name, target.name

-- v_merge_success_tracking
select
  source.name, target.name, count(*), sum((status = 'SUCCESS')::integer), sum((status = 'PARTIAL_SUCCESS')::integer),
  sum((status = 'FAILED')::integer), sum((status = 'ABANDONED')::integer),
  avg(case status when 'SUCCESS' then 100 else 0 end),
  case when sum(conflicts_found) > 0 then 100.0 * sum(auto_resolved) / sum(conflicts_found) end, max(end_time)
from merge_performance_metrics
join performance_branches as source on source.id = source_branch_id
join performance_branches as target on target.id = target_branch_id
where end_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '168 hours'
group by source.name, target.name
order by avg(case status when 'SUCCESS' then 100 else 0 end), count(*) desc, source.name, target.name

-- v_merge_success_rate_analysis
select
  date_trunc('hour', end_time at time zone 'UTC') at time zone 'UTC', count(*), sum((resolution = 'AUTO')::integer),
  sum((resolution = 'MANUAL')::integer), sum((resolution = 'REJECTED')::integer), sum((resolution = 'NONE')::integer),
  avg(case resolution when 'AUTO' then 100 else 0 end), avg(case resolution when 'MANUAL' then 100 else 0 end),
  avg(case resolution when 'REJECTED' then 100 else 0 end), avg(total_microseconds) / 1000,
  percentile_cont(0.99) within group (order by total_microseconds) / 1000
from merge_performance_metrics
where end_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '168 hours'
group by 1
order by 1 desc

-- v_merge_conflict_analysis
select
  source.name, target.name, count(*), avg(conflicts_found), max(conflicts_found), min(conflicts_found),
  case when sum(conflicts_found) > 0 then 100.0 * sum(auto_resolved) / sum(conflicts_found) end,
  avg(conflict_detection_microseconds) filter (where conflict_detection_microseconds > 0) / 1000,
  avg(auto_resolution_microseconds) filter (where auto_resolution_microseconds > 0) / 1000
from merge_performance_metrics
join performance_branches as source on source.id = source_branch_id
join performance_branches as target on target.id = target_branch_id
where end_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '168 hours'
group by source.name, target.name
order by avg(conflicts_found) desc, count(*) desc, source.name, target.name

-- v_merge_conflict_hotspots
select
  source, target, attempts, count(*), 100.0 * count(*) / attempts, avg(auto_resolution_microseconds) / 1000,
  max(auto_resolution_microseconds) / 1000.0,
  percentile_cont(0.99) within group (order by auto_resolution_microseconds) / 1000
from (
  select *, count(*) over (partition by source_branch_id, target_branch_id) as attempts,
    (select name from performance_branches where id = source_branch_id) as source,
    (select name from performance_branches where id = target_branch_id) as target
  from merge_performance_metrics
  where end_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '720 hours'
) as merges
where conflicts_found > 0
group by source, target, attempts
order by 100.0 * count(*) / attempts desc, attempts desc, source, target

-- v_merge_phase_timeline
select
  date_trunc('minute', end_time at time zone 'UTC') at time zone 'UTC', phase, count(*), avg(took) / 1000,
  percentile_cont(0.99) within group (order by took) / 1000
from (
  select end_time, 'LCA_FINDING' as phase, lca_microseconds as took from merge_performance_metrics
  union all
  select end_time, 'CONFLICT_DETECTION', conflict_detection_microseconds from merge_performance_metrics
  union all
  select end_time, 'CONFLICT_RESOLUTION', auto_resolution_microseconds from merge_performance_metrics
) as phases
where took <> 0 and end_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '24 hours'
group by 1, 2
order by 1 desc, 2

-- v_merge_phase_timeline_hourly
select
  date_trunc('hour', end_time at time zone 'UTC') at time zone 'UTC', count(*),
  avg(lca_microseconds) filter (where lca_microseconds > 0) / 1000,
  percentile_cont(0.99) within group (order by lca_microseconds) filter (where lca_microseconds > 0) / 1000,
  avg(conflict_detection_microseconds) filter (where conflict_detection_microseconds > 0) / 1000,
  percentile_cont(0.99) within group (order by conflict_detection_microseconds)
    filter (where conflict_detection_microseconds > 0) / 1000,
  avg(auto_resolution_microseconds) filter (where auto_resolution_microseconds > 0) / 1000,
  percentile_cont(0.99) within group (order by auto_resolution_microseconds)
    filter (where auto_resolution_microseconds > 0) / 1000,
  avg(total_microseconds) / 1000,
  percentile_cont(0.99) within group (order by total_microseconds) / 1000
from merge_performance_metrics
where end_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '168 hours'
group by 1
order by 1 desc

-- v_performance_trend_hourly
select
  date_trunc('hour', start_time at time zone 'UTC') at time zone 'UTC',
  operation_type,
  count(*),
  avg(duration_microseconds) / 1000,
  percentile_cont(0.5) within group (order by duration_microseconds) / 1000,
  percentile_cont(0.95) within group (order by duration_microseconds) / 1000,
  percentile_cont(0.99) within group (order by duration_microseconds) / 1000,
  max(duration_microseconds) / 1000.0
from performance_timings
where start_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '168 hours'
group by 1, 2
order by 1 desc, 2

-- v_slowest_operations_last_24h
select
  metric_id, timings.operation_type, operation_name, branches.name, duration_microseconds / 1000.0,
  coalesce(own.p99_microseconds, whole.p99_microseconds) / 1000,
  duration_microseconds / coalesce(own.p99_microseconds, whole.p99_microseconds), start_time, end_time, user_name,
  session_id, rows_affected, memory_bytes, cpu_microseconds / 1000.0, trace_id, span_id, operation_metadata,
  error_details
from performance_timings as timings
left join performance_branches as branches on branches.id = timings.branch_id
left join performance_baselines as own
  on own.active and own.operation_type = timings.operation_type and own.branch_id = timings.branch_id
left join performance_baselines as whole
  on whole.active and whole.operation_type = timings.operation_type and whole.branch_id is null
where start_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '24 hours'
order by duration_microseconds desc, metric_id
limit 50

-- v_baseline_health
select
  scope.operation_type, scope.branch,
  exists (select from performance_operation_types where name = scope.operation_type and tracked),
  held.id is not null,
  (select count(*) from performance_timings as timings where timings.operation_type = scope.operation_type) > 0,
  held.id, held.samples, held.p99_microseconds / 1000, held.alert_threshold_multiplier,
  case when held.p99_microseconds * held.alert_threshold_multiplier
      > held.p50_microseconds + case when held.p50_microseconds > 50 then held.p50_microseconds / 5 else 10 end
    then held.p99_microseconds * held.alert_threshold_multiplier
    else held.p50_microseconds + case when held.p50_microseconds > 50 then held.p50_microseconds / 5 else 10 end
  end / 1000,
  (
    select case when hours < 24 then 'CURRENT' when hours < 168 then 'STALE' else 'VERY_STALE' end
    from (
      select extract(epoch from now() - max(at)) / 3600 as hours
      from (
        select held.made_at as at where held.id is not null
        union all
        select ended_at
        from performance_baseline_executions as executions
        where held.id is not null and executions.operation_type = scope.operation_type
          and coalesce(executions.branch, '') = coalesce(scope.branch, '')
          and status = 'SUCCESS' and outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'NEEDS_APPROVAL')
      ) as looks
    ) as looked
    where hours is not null
  ),
  coalesce(broken.alerts, 0), coalesce(broken.useful, 0), coalesce(broken.noise, 0),
  case when broken.useful + broken.noise > 0 then 100.0 * broken.useful / (broken.useful + broken.noise) end
from (
  select operation_type, (select name from performance_branches where id = branch_id) as branch
  from performance_baselines
  where active
  union
  select name, null
  from performance_operation_types
  where tracked
) as scope
left join (
  select baselines.*, branches.name as branch
  from performance_baselines as baselines
  left join performance_branches as branches on branches.id = branch_id
  where active
) as held on held.operation_type = scope.operation_type and coalesce(held.branch, '') = coalesce(scope.branch, '')
cross join lateral (
  select
    count(*) as alerts,
    count(*) filter (where alerts.state = 'acknowledged' and not alerts.is_noise) as useful,
    count(*) filter (where alerts.is_noise) as noise
  from (
    select
      state,
      baseline_id,
      (state = 'acknowledged' and acknowledgement_note ~* '^noise') is true
        or id in (
          select alert_id from performance_baseline_exclusions where excluded_to is not null and lifted_at is null
        ) as is_noise
    from performance_alerts
    where alert_type = 'THRESHOLD_EXCEEDED'
      and (resolved_at is null or extract(epoch from now() - last_seen) <= 2592000)
  ) as alerts
  join performance_baselines as own on own.id = alerts.baseline_id
  left join performance_branches as own_branch on own_branch.id = own.branch_id
  where own.operation_type = scope.operation_type and coalesce(own_branch.name, '') = coalesce(scope.branch, '')
) as broken
order by scope.operation_type, scope.branch nulls first

-- v_baseline_recalc_health
select
  baselines.operation_type, branches.name,
  case
    when extract(epoch from now() - checked.at) < 86400 then 'CURRENT'
    when extract(epoch from now() - checked.at) < 604800 then 'STALE'
    else 'VERY_STALE'
  end,
  extract(epoch from now() - checked.at) / 3600, samples, p99_microseconds / 1000, made_at, checked.at,
  (select count(*) from performance_baselines as other
    where other.decision = 'pending' and other.operation_type = baselines.operation_type
      and coalesce(other.branch_id, 0) = coalesce(baselines.branch_id, 0)) > 0
from performance_baselines as baselines
left join performance_branches as branches on branches.id = branch_id
cross join lateral (
  select max(at) as at
  from (
    select made_at as at
    union all
    select ended_at
    from performance_baseline_executions as executions
    where executions.operation_type = baselines.operation_type
      and coalesce(executions.branch, '') = coalesce(branches.name, '')
      and status = 'SUCCESS' and outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'NEEDS_APPROVAL')
  ) as looks
) as checked
where active
order by checked.at, baselines.operation_type, branches.name nulls first

-- v_baseline_recalc_execution_summary
select
  date_trunc('day', started_at at time zone 'UTC')::date, count(distinct operation_type), count(*),
  sum((status = 'SUCCESS')::integer), sum((status = 'TIMEOUT')::integer), sum((status = 'ERROR')::integer),
  avg(case status when 'SUCCESS' then 100 else 0 end),
  avg(extract(epoch from ended_at - started_at)),
  max(extract(epoch from ended_at - started_at))
from performance_baseline_executions
group by 1
order by 1 desc

-- v_user_performance_activity
select
  user_name, count(distinct operation_type), count(*), avg(duration_microseconds) / 1000,
  max(duration_microseconds) / 1000.0, max(start_time)
from performance_timings
where start_time >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '24 hours'
group by user_name
order by count(*) desc, user_name

-- v_notification_delivery_status
select
  date_trunc('hour', created_at at time zone 'UTC') at time zone 'UTC', destination, status, count(*),
  (avg(extract(epoch from delivered_at - created_at)) filter (where status = 'delivered')) * 1000,
  sum(case when attempts > 1 then attempts - 1 else 0 end)
from notification_outbox
where created_at >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '168 hours'
group by 1, 2, 3
order by 1 desc, 2, 3
