-- What dashboards show besides timings: so many merges over 29 days, each with a trace, and alerts, notifications, baselines
-- and recalculations. The same each time.
select setseed(0.42);

insert into performance_branches (name)
select name
from unnest(array['main', 'release', 'feature/1', 'feature/2', 'feature/3', 'feature/4', 'feature/5']) as name
on conflict do nothing;

insert into merge_performance_metrics (
  source_branch_id, target_branch_id, lca_microseconds, conflict_detection_microseconds, auto_resolution_microseconds,
  total_microseconds, start_time, end_time, conflicts_found, auto_resolved, auto_failed, status, resolution, user_name
)
select
  source.id, target.id, lca, detection, resolution, total, ended - total * interval '1 microsecond', ended,
  conflicts, case when number % 4 = 1 then greatest(conflicts - 1, 0) else conflicts end,
  case when conflicts > 0 and number % 4 = 1 then 1 else 0 end,
  case number % 10 when 1 then 'PARTIAL_SUCCESS' when 2 then 'FAILED' when 3 then 'ABANDONED' else 'SUCCESS' end,
  case
    when number % 10 = 2 then 'REJECTED' when conflicts = 0 then 'NONE' when number % 4 = 1 then 'MANUAL' else 'AUTO'
  end,
  'ada'
from (
  select
    number,
    now() - number * interval '29 days' / :merges as ended,
    case when number % 97 = 0 then 0 else 5000 + (random() * 20000)::bigint end as lca,
    case when number % 97 = 0 then 0 when number % 89 = 0 then 30000 else 10000 + (random() * 20000)::bigint end as detection,
    case when number % 97 = 0 or number % 3 <> 0 then 0 when number % 89 = 0 then 30000
      else 10000 + (random() * 30000)::bigint end as resolution,
    100000 + (random() * 90000)::bigint as total,
    case when number % 3 = 0 then 1 + number % 6 else 0 end as conflicts
  from generate_series(1, :merges) as number
) as merges
join performance_branches as source on source.name = 'feature/' || 1 + number % 5
join performance_branches as target on target.name = case when number % 7 = 0 then 'release' else 'main' end;

insert into operation_traces (
  trace_id, span_id, parent_span_id, operation_type, span_name, user_name, status, start_time, end_time)
select
  lpad(to_hex(merge_id), 32, '0'), lpad(to_hex(4 * merge_id), 16, '0'), null, 'merge_branches', 'merge', user_name,
  case status when 'SUCCESS' then 'SUCCESS' else 'FAILED' end, start_time, end_time
from merge_performance_metrics;

insert into operation_traces (
  trace_id, span_id, parent_span_id, operation_type, span_name, user_name, status, start_time, end_time)
select
  trace_id, lpad(to_hex(('x' || span_id)::bit(64)::bigint + child), 16, '0'), span_id, 'part', 'part ' || child, user_name,
  'SUCCESS', start_time + child * interval '10 milliseconds', start_time + child * interval '10 milliseconds' + interval '9 milliseconds'
from operation_traces
cross join generate_series(1, 2) as child
where parent_span_id is null;

select calculate_performance_baseline(operation_type, null, 1, 1.0)
from performance_timings
where period_start >= (now() at time zone 'UTC')::date and start_time >= now() - interval '23 hours'
group by operation_type
having count(*) >= 10;

select calculate_performance_baseline(operation_type, branch_id, 1, 1.0)
from performance_timings
where operation_type = (select min(operation_type) from performance_baselines)
  and period_start >= (now() at time zone 'UTC')::date and start_time >= now() - interval '23 hours'
  and branch_id is not null
group by operation_type, branch_id
having count(*) >= 10;

update performance_baselines set made_at = now() - id * interval '11 hours';

insert into performance_baseline_executions (operation_type, branch, status, started_at, ended_at, outcome, reason)
select
  operation_type, branches.name,
  case when (baselines.id + day) % 13 = 0 then 'TIMEOUT' when (baselines.id + day) % 17 = 0 then 'ERROR' else 'SUCCESS' end,
  now() - day * interval '1 day', now() - day * interval '1 day' + baselines.id * interval '20 milliseconds',
  case when (baselines.id + day) % 5 = 0 then 'UPDATED' when (baselines.id + day) % 7 = 0 then 'SKIPPED' else 'UNCHANGED' end,
  'HARDLY_CHANGED'
from performance_baselines as baselines
left join performance_branches as branches on branches.id = baselines.branch_id
cross join generate_series(3, 90) as day;

insert into performance_alerts (
  alert_type, subject, branch, severity, state, actual_microseconds, baseline_p99_microseconds, multiplier, baseline_id,
  user_name, occurrences, first_seen, last_seen, acknowledged_by, acknowledged_at, acknowledgement_note, resolved_at
)
select
  'THRESHOLD_EXCEEDED',
  coalesce(operation_type, 'operation ' || number),
  case when number <= 20 then 'branch ' || number end,
  (array['INFO', 'WARNING', 'CRITICAL'])[1 + number % 3],
  case when number <= 10 then 'open' when number <= 20 then 'acknowledged' else 'resolved' end,
  number * 1000, 500.5, 1.998 * number, (select min(id) from performance_baselines), 'ada', number,
  now() - number * interval '3 hours', now() - number * interval '2 hours',
  case when number between 11 and 20 then 'grace' end,
  case when number between 11 and 20 then now() - number * interval '1 hour' end,
  case when number % 5 = 0 and number between 11 and 20 then 'Noise, as always' end,
  case when number > 20 then now() - number * interval '1 hour' end
from generate_series(1, 1000) as number
left join (
  select operation_type, row_number() over (order by id) as place from performance_baselines
) as baselines on place = number;

insert into notification_outbox (
  alert_id, conversation, destination, channel, severity, kind, about_type, about_subject, subject, body, facts, status,
  attempts, decided_at, created_at, delivered_at
)
select
  id, 'conversation ' || id, case id % 3 when 0 then 'mail' else 'chat' end, 'log', severity, 'FIRING', alert_type, subject,
  'slow', 'slow', '{}',
  (array['pending', 'delivered', 'delivered', 'delivered', 'failed', 'dropped'])[1 + id % 6], id % 4, last_seen, last_seen,
  case when id % 6 between 1 and 3 then last_seen + id * interval '1 millisecond' end
from performance_alerts;
