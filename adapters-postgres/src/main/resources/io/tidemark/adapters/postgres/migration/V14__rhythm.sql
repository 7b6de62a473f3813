-- The hours stand in the row of their baseline: they are written once, with it, and read with it.
alter table performance_baselines
  add column p99_low_microseconds double precision,
  add column p99_high_microseconds double precision,
  add column time_zone text not null default 'UTC',
  add column hours double precision[],
  add constraint p99_interval_has_both_ends
    check ((p99_low_microseconds is null) = (p99_high_microseconds is null)),
  add constraint p99_interval_does_not_fall check (p99_low_microseconds <= p99_high_microseconds),
  add constraint hours_have_six_figures check (cardinality(hours) = 0 or array_length(hours, 2) = 6);

comment on column performance_baselines.p99_low_microseconds is
  'The p99 of all timings, of which the samples are some, lies above this with 97.5 % certainty; null where that was not calculated.';
comment on column performance_baselines.p99_high_microseconds is
  'The p99 of all timings, of which the samples are some, lies below this with 97.5 % certainty: infinity with fewer than 368 samples; null where that was not calculated.';
comment on column performance_baselines.time_zone is 'The time zone whose clocks tell the hours.';
comment on column performance_baselines.hours is
  'What is normal at hours of which enough was seen: for each the day of the week (1 for Monday, 0 for every day), the hour, samples, p50, p95 and p99 in microseconds; performance_baseline_hours shows them as rows. Null or empty when all hours are the same.';

create view performance_baseline_hours as
select
  baselines.id as baseline_id,
  baselines.operation_type,
  baselines.branch_id,
  baselines.active,
  baselines.time_zone,
  nullif(baselines.hours[number][1], 0)::smallint as day_of_week,
  baselines.hours[number][2]::smallint as hour,
  baselines.hours[number][3]::bigint as samples,
  baselines.hours[number][4] as p50_microseconds,
  baselines.hours[number][5] as p95_microseconds,
  baselines.hours[number][6] as p99_microseconds
from performance_baselines as baselines
cross join lateral generate_subscripts(baselines.hours, 1) as number;

comment on view performance_baseline_hours is
  'What is normal at which hour, one row for each hour of which a baseline has seen enough.';
comment on column performance_baseline_hours.baseline_id is 'The number of the baseline (performance_baselines).';
comment on column performance_baseline_hours.operation_type is 'The operation.';
comment on column performance_baseline_hours.branch_id is
  'The branch (performance_branches), or null for the operation as a whole.';
comment on column performance_baseline_hours.active is 'Whether timings are held against the baseline now.';
comment on column performance_baseline_hours.time_zone is 'The time zone whose clocks tell the hour.';
comment on column performance_baseline_hours.day_of_week is
  'The day of the week, from 1 for Monday to 7 for Sunday; null for every day, which counts where that day has no row of its own.';
comment on column performance_baseline_hours.hour is 'The hour, from 0 to 23.';
comment on column performance_baseline_hours.samples is 'How many timings the figures are of.';
comment on column performance_baseline_hours.p50_microseconds is 'Half of them are shorter.';
comment on column performance_baseline_hours.p95_microseconds is '95 % of them are shorter.';
comment on column performance_baseline_hours.p99_microseconds is '99 % of them are shorter.';

-- As the library judges: by the hour of the week in which the timing's UTC hour begins, else by the hour of the day, else
-- by all; never less than a fifth and 10 µs above the median.
create or replace function check_performance_baseline(p_metric_id bigint)
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
    select norm.p99, allowed.threshold, floor(least(allowed.threshold, 9e18))::bigint as whole_microseconds
    from (
      select
        baselines.alert_threshold_multiplier,
        coalesce(hours.p50_microseconds, baselines.p50_microseconds) as p50,
        coalesce(hours.p99_microseconds, baselines.p99_microseconds) as p99
      from performance_baselines as baselines
      cross join lateral (
        select date_trunc('hour', timings.start_time, 'UTC') at time zone baselines.time_zone as started
      ) as clocks
      left join lateral (
        select of_baseline.p50_microseconds, of_baseline.p99_microseconds
        from performance_baseline_hours as of_baseline
        where of_baseline.baseline_id = baselines.id
          and of_baseline.hour = extract(hour from clocks.started)
          and coalesce(of_baseline.day_of_week, extract(isodow from clocks.started))
            = extract(isodow from clocks.started)
        order by of_baseline.day_of_week nulls last
        limit 1
      ) as hours on true
      where baselines.active
        and baselines.operation_type = timings.operation_type
        and (baselines.branch_id = timings.branch_id or baselines.branch_id is null)
      order by baselines.branch_id nulls last
      limit 1
    ) as norm
    cross join lateral (
      select norm.p99 * greatest(
        norm.alert_threshold_multiplier,
        (norm.p50 + greatest(10, 0.2 * norm.p50)) / norm.p99) as threshold
    ) as allowed
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
  'Says whether a timing breaks the active baseline of its branch, or else of its operation, at the hour in which it started: the threshold, how long the timing took, how many times the p99 that is, and how bad it is (WARNING, CRITICAL, or null when it breaks nothing). Without a baseline has_baseline is false, and nothing is broken. Fails with P0002 when there is no such timing.';
