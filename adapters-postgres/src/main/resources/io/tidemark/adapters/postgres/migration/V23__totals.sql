-- Dashboards. What the views need of millions of timings is added up beforehand, whenever an hour is over: one row
-- for an operation or a branch and a day, an operation and an hour, a user, an operation and an hour, and the slowest
-- timings of an hour. What is not added up yet, the hour under way first of all, is read from where it is.

create function performance_since(p_hours integer) returns timestamptz
  language sql
  stable
  parallel safe
as $$
  select date_trunc('hour', now(), 'UTC') - make_interval(hours => p_hours)
$$;

comment on function performance_since is
  'Where the window of the last so many hours begins: at the start of the UTC hour that was under way then.';

create function performance_bucket(p_microseconds bigint) returns smallint
  language sql
  immutable
  parallel safe
as $$
  -- From 128 on it is what a float begins with: the exponent, and the seven bits behind the leading one.
  select case
    when p_microseconds < 128 then p_microseconds
    else (get_byte(float8send(p_microseconds), 0) << 11)
      + (get_byte(float8send(p_microseconds), 1) << 3)
      + (get_byte(float8send(p_microseconds), 2) >> 5)
      - (1029 << 7)
  end::smallint
$$;

comment on function performance_bucket is 'The bucket of roll-ups into which a duration falls (performance_quantiles).';

create function performance_bucket_middle(p_bucket integer) returns double precision
  language sql
  immutable
  parallel safe
as $$
  select case
    when p_bucket < 128 then p_bucket
    else (128 + (p_bucket & 127) + 0.5::float8) * 2::float8 ^ ((p_bucket >> 7) - 1) - 0.5::float8
  end
$$;

comment on function performance_bucket_middle is 'The duration in microseconds that stands for all of a bucket.';

create function performance_bucket_up_to(p_microseconds double precision) returns smallint
  language sql
  immutable
  parallel safe
as $$
  -- With their schema, and no search_path of its own: so it is inlined, whoever calls.
  select (bucket - ("${flyway:defaultSchema}".performance_bucket_middle(bucket) > p_microseconds)::integer)::smallint
  from (select "${flyway:defaultSchema}".performance_bucket(floor(least(p_microseconds, 9e15))::bigint)) as its (bucket)
$$;

comment on function performance_bucket_up_to is
  'The last bucket whose timings count as no longer than a limit: its middle is not above the limit.';

-- What percentiles are read from: how many timings there are in all buckets up to each. Sums in floating point are exact
-- below 2^53, and far cheaper than the numeric that whole numbers add up to.
create function performance_running(p_counts bigint[]) returns bigint[]
  language sql
  immutable
  parallel safe
as $$
  select array_agg(seen order by place)
  from (
    select place, (sum(times::double precision) over (order by place rows unbounded preceding))::bigint as seen
    from unnest(p_counts) with ordinality as used (times, place)
  ) as running
$$;

comment on function performance_running is 'Of the counts of buckets, how many there are up to each.';

-- A loop of plain expressions: any query in it, and windows over all sketches at once, took several times as long.
create function performance_quantiles_of_sketches(
  quantiles double precision[],
  buckets_1 smallint[], seen_1 bigint[],
  buckets_2 smallint[], seen_2 bigint[],
  buckets_3 smallint[], seen_3 bigint[],
  timings bigint, shortest bigint, longest bigint
) returns double precision[]
  language plpgsql
  immutable
  parallel safe
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  found double precision[] := '{}';
  quantile double precision;
  below bigint;
  bucket smallint;
  most smallint;
  middle smallint;
  lower_value double precision;
  upper_value double precision;
begin
  foreach quantile in array quantiles loop
    below := floor(quantile * (timings - 1));
    bucket := performance_bucket(shortest);
    most := performance_bucket(longest);
    while bucket < most loop
      middle := (bucket + most) / 2;
      if coalesce(seen_1[width_bucket(middle, buckets_1)], 0)
        + coalesce(seen_2[width_bucket(middle, buckets_2)], 0)
        + coalesce(seen_3[width_bucket(middle, buckets_3)], 0) > below
      then
        most := middle;
      else
        bucket := middle + 1;
      end if;
    end loop;
    lower_value := least(longest, greatest(shortest, performance_bucket_middle(bucket)));
    upper_value := lower_value;
    if coalesce(seen_1[width_bucket(bucket, buckets_1)], 0)
      + coalesce(seen_2[width_bucket(bucket, buckets_2)], 0)
      + coalesce(seen_3[width_bucket(bucket, buckets_3)], 0) = below + 1
    then
      upper_value := least(longest, greatest(shortest, performance_bucket_middle(least(
        buckets_1[width_bucket(bucket, buckets_1) + 1],
        buckets_2[width_bucket(bucket, buckets_2) + 1],
        buckets_3[width_bucket(bucket, buckets_3) + 1]))));
    end if;
    if below = 0 then
      lower_value := shortest;
    end if;
    if below = timings - 1 then
      lower_value := longest;
    end if;
    if below + 1 >= timings - 1 then
      upper_value := longest;
    end if;
    found := found || (lower_value + (quantile * (timings - 1) - below) * (upper_value - lower_value));
  end loop;
  return found;
end
$$;

comment on function performance_quantiles_of_sketches is
  'Durations in microseconds at quantiles from 0 to 1, from up to three sketches, without merging them: the buckets of each, which ascend and may come more than once, and how many timings it has up to each (performance_running), or nulls; then how many there are in all, and the shortest and longest of them. The first rank is the shortest, the last one the longest, every other the middle of its bucket.';

create function performance_quantiles_of_sketch(
  quantiles double precision[], buckets smallint[], counts bigint[], timings bigint, shortest bigint, longest bigint
) returns double precision[]
  language plpgsql
  immutable
  parallel safe
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  return performance_quantiles_of_sketches(
    quantiles, buckets, performance_running(counts), null, null, null, null, timings, shortest, longest);
end
$$;

comment on function performance_quantiles_of_sketch is
  'Durations in microseconds at quantiles from 0 to 1, from the buckets of one sketch, which ascend, how many timings it holds, and the shortest and longest of them. The first rank is the shortest, the last one the longest, every other the middle of its bucket.';

create or replace function performance_quantiles(
  quantiles double precision[], buckets smallint[], counts bigint[], shortest bigint, longest bigint
) returns double precision[]
  language sql
  immutable
  parallel safe
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
  select performance_quantiles_of_sketch(
    quantiles, array_agg(bucket order by bucket), array_agg(times order by bucket), sum(times)::bigint, shortest, longest)
  from (
    select bucket, sum(times)::bigint as times
    from unnest(buckets, counts) as used (bucket, times)
    group by bucket
  ) as merged
$$;

create function performance_baseline_threshold(
  p_p50_microseconds double precision, p_p99_microseconds double precision, p_multiplier double precision
) returns double precision
  language sql
  immutable
  parallel safe
as $$
  select greatest(
    p_multiplier * p_p99_microseconds,
    p_p50_microseconds + greatest(10, 0.2::float8 * p_p50_microseconds))
$$;

comment on function performance_baseline_threshold is
  'How many microseconds a timing may last at any hour without breaking a baseline: never less than a fifth and 10 µs above the median.';

create function performance_freshness(p_checked_at timestamptz) returns text
  language sql
  stable
  parallel safe
as $$
  select case
    when now() - p_checked_at < interval '24 hours' then 'CURRENT'
    when now() - p_checked_at < interval '168 hours' then 'STALE'
    else 'VERY_STALE'
  end
$$;

comment on function performance_freshness is
  'How long ago a baseline was last found to hold: CURRENT (less than 24 hours), STALE (less than 7 days) or VERY_STALE.';

create function performance_alert_is_open(p_state text, p_acknowledged_until timestamptz) returns boolean
  language sql
  stable
  parallel safe
as $$
  select p_state = 'open' or (p_state = 'acknowledged' and coalesce(p_acknowledged_until <= now(), false))
$$;

comment on function performance_alert_is_open is
  'Whether nobody has an alert in hand: it is not acknowledged, or only until an instant that is over.';

create function performance_merge_bottleneck(
  p_lca_microseconds bigint, p_conflict_detection_microseconds bigint, p_auto_resolution_microseconds bigint
) returns text
  language sql
  immutable
  parallel safe
as $$
  select case
    when coalesce(
      greatest(p_lca_microseconds, p_conflict_detection_microseconds, p_auto_resolution_microseconds), 0) = 0
      then 'UNKNOWN'
    when p_lca_microseconds > greatest(p_conflict_detection_microseconds, p_auto_resolution_microseconds)
      then 'LCA_FINDING'
    when p_conflict_detection_microseconds > greatest(p_lca_microseconds, p_auto_resolution_microseconds)
      then 'CONFLICT_DETECTION'
    when p_auto_resolution_microseconds > greatest(p_lca_microseconds, p_conflict_detection_microseconds)
      then 'CONFLICT_RESOLUTION'
    else 'BALANCED'
  end
$$;

comment on function performance_merge_bottleneck is
  'The phase in which a merge lost most of its time: LCA_FINDING, CONFLICT_DETECTION or CONFLICT_RESOLUTION; BALANCED when no phase is longer than both others, UNKNOWN when none took any time.';

create function performance_merge_sla(p_total_microseconds bigint, p_p99_microseconds double precision) returns text
  language sql
  immutable
  parallel safe
as $$
  select case
    when p_total_microseconds <= coalesce(p_p99_microseconds, 99000) then 'OK'
    when p_total_microseconds <= coalesce(1.5::float8 * p_p99_microseconds, 150000) then 'DEGRADED'
    else 'CRITICAL'
  end
$$;

comment on function performance_merge_sla is
  'How long a merge took against the p99 of its baseline: OK up to it, DEGRADED up to one and a half times as long, else CRITICAL; without a baseline the limits are 99 and 150 ms.';
comment on column performance_by_hour.hour is 'The UTC hour in which the timings started.';
comment on column performance_by_hour.operation_type is 'The operation.';
comment on column performance_by_hour.branch_id is 'The branch (performance_branches), or null.';
comment on column performance_by_hour.timings is 'How many there were.';
comment on column performance_by_hour.sum_microseconds is 'The sum of their durations.';
comment on column performance_by_hour.sum_of_squares is 'The sum of the squares of their durations.';
comment on column performance_by_hour.min_microseconds is 'The shortest of them.';
comment on column performance_by_hour.max_microseconds is 'The longest of them.';
comment on column performance_by_hour.buckets is 'Which buckets of durations they fell into, ascending.';
comment on column performance_by_hour.counts is 'How many of them fell into each of these buckets.';
comment on column performance_by_day.day is 'The UTC day on which the timings started.';
comment on column performance_by_day.operation_type is 'The operation.';
comment on column performance_by_day.branch_id is 'The branch (performance_branches), or null.';
comment on column performance_by_day.timings is 'How many there were.';
comment on column performance_by_day.sum_microseconds is 'The sum of their durations.';
comment on column performance_by_day.sum_of_squares is 'The sum of the squares of their durations.';
comment on column performance_by_day.min_microseconds is 'The shortest of them.';
comment on column performance_by_day.max_microseconds is 'The longest of them.';
comment on column performance_by_day.buckets is 'Which buckets of durations they fell into, ascending.';
comment on column performance_by_day.counts is 'How many of them fell into each of these buckets.';
comment on column performance_timings.metric_id is 'The number of the timing.';
comment on column performance_timings.operation_type is 'The operation.';
comment on column performance_timings.operation_name is 'The particular run, such as merge feature/x, or null.';
comment on column performance_timings.duration_microseconds is 'How long it took.';
comment on column performance_timings.start_time is 'When it started.';
comment on column performance_timings.end_time is 'When it ended.';
comment on column performance_timings.branch_id is 'The branch it ran on (performance_branches), or null.';
comment on column performance_timings.user_name is 'Who ran it.';
comment on column performance_timings.session_id is 'The session it ran in, or null.';
comment on column performance_timings.rows_affected is 'How many rows it touched, or null.';
comment on column performance_timings.memory_bytes is 'How much memory it took, or null.';
comment on column performance_timings.cpu_microseconds is 'How long it kept a processor busy, or null.';
comment on column performance_timings.operation_metadata is 'What else is known about it, or null.';
comment on column performance_timings.error_details is 'What went wrong in it, or null.';
comment on column performance_timings.trace_id is 'The trace it belongs to, or null.';
comment on column performance_timings.span_id is 'Its span in that trace, or null.';
comment on column performance_timings.period_start is 'The UTC day of its start.';

create table performance_operation_days (
  day date,
  operation_type text collate "C",
  last_seen timestamptz not null,
  timings bigint not null,
  sum_microseconds bigint not null,
  min_microseconds bigint not null,
  max_microseconds bigint not null,
  buckets smallint[] not null,
  counts bigint[] not null,
  seen bigint[] generated always as (performance_running(counts)) stored,
  primary key (day, operation_type)
);

comment on table performance_operation_days is
  'What performance_rollup_days adds up to over all branches. Kept for ever.';
comment on column performance_operation_days.day is 'The UTC day in which the timings started.';
comment on column performance_operation_days.operation_type is 'The operation.';
comment on column performance_operation_days.last_seen is
  'The UTC minute in which the last of them started; the hour where minutes were not looked at.';
comment on column performance_operation_days.timings is 'How many there were.';
comment on column performance_operation_days.sum_microseconds is 'The sum of their durations.';
comment on column performance_operation_days.min_microseconds is 'The shortest of them.';
comment on column performance_operation_days.max_microseconds is 'The longest of them.';
comment on column performance_operation_days.buckets is
  'Which buckets of durations they fell into, ascending (performance_quantiles).';
comment on column performance_operation_days.counts is 'How many of them fell into each of these buckets.';
comment on column performance_operation_days.seen is 'How many of them fell into each of these buckets or one before.';

create index performance_operation_days_operation on performance_operation_days (operation_type);

create table performance_branch_days (
  like performance_operation_days including comments including constraints including generated
);

alter table performance_branch_days drop column operation_type;
alter table performance_branch_days add column branch_id bigint;
alter table performance_branch_days add primary key (day, branch_id);

comment on table performance_branch_days is
  'What performance_rollup_days adds up to for a branch, over all operations. Kept for ever.';
comment on column performance_branch_days.branch_id is 'The branch (performance_branches).';

create table performance_operation_hours (
  hour timestamptz,
  operation_type text collate "C",
  timings bigint not null,
  sum_microseconds bigint not null,
  max_microseconds bigint not null,
  p50_microseconds double precision not null,
  p95_microseconds double precision not null,
  p99_microseconds double precision not null,
  primary key (hour, operation_type)
);

comment on table performance_operation_hours is
  'What performance_rollup_hours adds up to over all branches, once the hour is over. Kept for 8 days.';
comment on column performance_operation_hours.hour is 'The UTC hour in which the timings started.';
comment on column performance_operation_hours.operation_type is 'The operation.';
comment on column performance_operation_hours.timings is 'How many there were.';
comment on column performance_operation_hours.sum_microseconds is 'The sum of their durations.';
comment on column performance_operation_hours.max_microseconds is 'The longest of them.';
comment on column performance_operation_hours.p50_microseconds is 'Half of them are shorter.';
comment on column performance_operation_hours.p95_microseconds is '95 % of them are shorter.';
comment on column performance_operation_hours.p99_microseconds is '99 % of them are shorter.';

create table performance_user_hours (
  hour timestamptz,
  user_name text,
  operation_type text collate "C",
  last_seen timestamptz not null,
  timings bigint not null,
  sum_microseconds bigint not null,
  max_microseconds bigint not null,
  primary key (hour, user_name, operation_type)
);

comment on table performance_user_hours is 'What users did in an hour, once it is over. Kept for 25 hours.';
comment on column performance_user_hours.hour is 'The UTC hour in which the timings started.';
comment on column performance_user_hours.user_name is 'Who ran them.';
comment on column performance_user_hours.operation_type is 'The operation.';
comment on column performance_user_hours.last_seen is 'When the last of them started.';
comment on column performance_user_hours.timings is 'How many there were.';
comment on column performance_user_hours.sum_microseconds is 'The sum of their durations.';
comment on column performance_user_hours.max_microseconds is 'The longest of them.';

create table performance_slowest_timings (
  hour timestamptz,
  like performance_timings including comments,
  primary key (hour, metric_id)
);

comment on table performance_slowest_timings is
  'Copies of the 50 slowest timings of an hour, once it is over. Kept for 25 hours.';
comment on column performance_slowest_timings.hour is 'The UTC hour in which they started.';

create view performance_uncounted as
select
  hour, hour as seen, operation_type, branch_id, timings, sum_microseconds, min_microseconds, max_microseconds,
  buckets, counts
from performance_rollup_hours
where not counted
union all
select
  date_trunc('hour', minute, 'UTC'), minute, operation_type, branch_id, timings, sum_microseconds, min_microseconds,
  max_microseconds, buckets, counts
from performance_rollup_minutes
where not counted
union all
select
  date_trunc('hour', start_time, 'UTC'), date_trunc('minute', start_time, 'UTC'), operation_type, branch_id, 1,
  duration_microseconds, duration_microseconds, duration_microseconds,
  array[performance_bucket(duration_microseconds)], array[1::bigint]
from performance_inbox;

comment on view performance_uncounted is
  'Roll-ups that no day counts yet, and timings that SQL recorded and that are in no roll-up yet: with the days, each timing exactly once.';
comment on column performance_uncounted.hour is 'The UTC hour in which the timings started.';
comment on column performance_uncounted.seen is 'The UTC minute in which they started; the hour where minutes were added up.';
comment on column performance_uncounted.operation_type is 'The operation.';
comment on column performance_uncounted.branch_id is 'The branch (performance_branches), or null.';
comment on column performance_uncounted.timings is 'How many there were.';
comment on column performance_uncounted.sum_microseconds is 'The sum of their durations.';
comment on column performance_uncounted.min_microseconds is 'The shortest of them.';
comment on column performance_uncounted.max_microseconds is 'The longest of them.';
comment on column performance_uncounted.buckets is 'Which buckets of durations they fell into, ascending.';
comment on column performance_uncounted.counts is 'How many of them fell into each of these buckets.';

-- Functions, so that they are planned for the hour that is asked for: for an hour yet unknown, the planner takes them for a
-- scan of all days, and prepares for that.
create function performance_slowest_of_hour(p_hour timestamptz) returns setof performance_timings
  language plpgsql
  stable
  rows 50
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  return query
  select *
  from performance_timings
  where period_start = (p_hour at time zone 'UTC')::date
    and start_time >= p_hour
    and start_time < p_hour + interval '1 hour'
  order by duration_microseconds desc, metric_id
  limit 50;
end
$$;

comment on function performance_slowest_of_hour is 'The 50 slowest timings that started in a UTC hour, the slowest first.';

create function performance_users_of_hour(p_hour timestamptz)
  returns table (
    user_name text,
    operation_type text,
    last_seen timestamptz,
    timings bigint,
    sum_microseconds bigint,
    max_microseconds bigint
  )
  language plpgsql
  stable
  rows 100
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  return query
  select
    ran.user_name,
    ran.operation_type,
    max(ran.start_time),
    count(*),
    sum(ran.duration_microseconds)::bigint,
    max(ran.duration_microseconds)
  from performance_timings as ran
  where ran.period_start = (p_hour at time zone 'UTC')::date
    and ran.start_time >= p_hour
    and ran.start_time < p_hour + interval '1 hour'
  group by ran.user_name, ran.operation_type;
end
$$;

comment on function performance_users_of_hour is 'What each user did in a UTC hour, by operation.';

-- Called with what has just been counted in days, in the same transaction. Whatever was added up before is added up anew.
create function refresh_performance_totals(p_operations text[], p_branch_ids bigint[], p_hours timestamptz[]) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  yesterday constant timestamptz := date_trunc('day', now(), 'UTC') - interval '1 day';
  recent timestamptz;
begin
  with touched as (
    select operation_type, (hour at time zone 'UTC')::date as day, max(hour) as hour
    from unnest(p_operations, p_hours) as counted (operation_type, hour)
    group by 1, 2
  ),
  parts as (
    select days.*
    from performance_rollup_days as days
    join touched using (day, operation_type)
  ),
  figures as (
    select
      day, operation_type, sum(timings) as timings, sum(sum_microseconds) as sum_microseconds,
      min(min_microseconds) as min_microseconds, max(max_microseconds) as max_microseconds
    from parts
    group by day, operation_type
  ),
  sketches as (
    select day, operation_type, array_agg(bucket order by bucket) as buckets, array_agg(times order by bucket) as counts
    from (
      select day, operation_type, bucket, sum(times)::bigint as times
      from (select day, operation_type, unnest(buckets) as bucket, unnest(counts) as times from parts) as used
      group by day, operation_type, bucket
    ) as merged
    group by day, operation_type
  )
  insert into performance_operation_days as present (
    day, operation_type, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts)
  select
    day, operation_type, touched.hour, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts
  from figures
  join sketches using (day, operation_type)
  join touched using (day, operation_type)
  on conflict (day, operation_type) do update set
    last_seen = greatest(present.last_seen, excluded.last_seen),
    timings = excluded.timings,
    sum_microseconds = excluded.sum_microseconds,
    min_microseconds = excluded.min_microseconds,
    max_microseconds = excluded.max_microseconds,
    buckets = excluded.buckets,
    counts = excluded.counts;

  with touched as (
    select branch_id, (hour at time zone 'UTC')::date as day, max(hour) as hour
    from unnest(p_branch_ids, p_hours) as counted (branch_id, hour)
    where branch_id is not null
    group by 1, 2
  ),
  parts as (
    select days.*
    from performance_rollup_days as days
    join touched using (day, branch_id)
  ),
  figures as (
    select
      day, branch_id, sum(timings) as timings, sum(sum_microseconds) as sum_microseconds,
      min(min_microseconds) as min_microseconds, max(max_microseconds) as max_microseconds
    from parts
    group by day, branch_id
  ),
  sketches as (
    select day, branch_id, array_agg(bucket order by bucket) as buckets, array_agg(times order by bucket) as counts
    from (
      select day, branch_id, bucket, sum(times)::bigint as times
      from (select day, branch_id, unnest(buckets) as bucket, unnest(counts) as times from parts) as used
      group by day, branch_id, bucket
    ) as merged
    group by day, branch_id
  )
  insert into performance_branch_days as present (
    day, branch_id, last_seen, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts)
  select
    day, branch_id, touched.hour, timings, sum_microseconds, min_microseconds, max_microseconds, buckets, counts
  from figures
  join sketches using (day, branch_id)
  join touched using (day, branch_id)
  on conflict (day, branch_id) do update set
    last_seen = greatest(present.last_seen, excluded.last_seen),
    timings = excluded.timings,
    sum_microseconds = excluded.sum_microseconds,
    min_microseconds = excluded.min_microseconds,
    max_microseconds = excluded.max_microseconds,
    buckets = excluded.buckets,
    counts = excluded.counts;

  with parts as (
    select hours.*
    from performance_rollup_hours as hours
    join (select distinct * from unnest(p_operations, p_hours)) as touched (operation_type, hour)
      using (hour, operation_type)
    where counted and hour >= performance_since(8 * 24)
  ),
  figures as (
    select
      hour, operation_type, sum(timings)::bigint as timings, sum(sum_microseconds) as sum_microseconds,
      min(min_microseconds) as min_microseconds, max(max_microseconds) as max_microseconds
    from parts
    group by hour, operation_type
  ),
  sketches as (
    select hour, operation_type, array_agg(bucket order by bucket) as buckets, array_agg(times order by bucket) as counts
    from (
      select hour, operation_type, bucket, sum(times)::bigint as times
      from (select hour, operation_type, unnest(buckets) as bucket, unnest(counts) as times from parts) as used
      group by hour, operation_type, bucket
    ) as merged
    group by hour, operation_type
  )
  insert into performance_operation_hours (
    hour, operation_type, timings, sum_microseconds, max_microseconds,
    p50_microseconds, p95_microseconds, p99_microseconds)
  select
    hour, operation_type, timings, sum_microseconds, max_microseconds, quantiles[1], quantiles[2], quantiles[3]
  from figures
  join sketches using (hour, operation_type)
  cross join lateral performance_quantiles_of_sketch(
    '{0.5, 0.95, 0.99}', buckets, counts, timings, min_microseconds, max_microseconds) as quantiles
  on conflict (hour, operation_type) do update set
    timings = excluded.timings,
    sum_microseconds = excluded.sum_microseconds,
    max_microseconds = excluded.max_microseconds,
    p50_microseconds = excluded.p50_microseconds,
    p95_microseconds = excluded.p95_microseconds,
    p99_microseconds = excluded.p99_microseconds;

  -- Hour by hour: of a join with a list of hours, the planner may make a scan of all days.
  for recent in select distinct hour from unnest(p_hours) as hour where hour >= yesterday loop
    update performance_operation_days as present
    set last_seen = greatest(last_seen, latest.minute)
    from (
      select operation_type, max(minute) as minute
      from performance_rollup_minutes
      where minute >= recent and minute < recent + interval '1 hour'
      group by operation_type
    ) as latest
    where present.day = (recent at time zone 'UTC')::date and present.operation_type = latest.operation_type;
    update performance_branch_days as present
    set last_seen = greatest(last_seen, latest.minute)
    from (
      select branch_id, max(minute) as minute
      from performance_rollup_minutes
      where minute >= recent and minute < recent + interval '1 hour'
      group by branch_id
    ) as latest
    where present.day = (recent at time zone 'UTC')::date and present.branch_id = latest.branch_id;

    continue when recent < performance_since(25);
    delete from performance_user_hours where hour = recent;
    insert into performance_user_hours (
      hour, user_name, operation_type, last_seen, timings, sum_microseconds, max_microseconds)
    select recent, user_name, operation_type, last_seen, timings, sum_microseconds, max_microseconds
    from performance_users_of_hour(recent);

    delete from performance_slowest_timings where hour = recent;
    insert into performance_slowest_timings
    select recent, slowest.*
    from performance_slowest_of_hour(recent) as slowest;
  end loop;

  delete from performance_operation_hours where hour < performance_since(8 * 24);
  delete from performance_user_hours where hour < performance_since(25);
  delete from performance_slowest_timings where hour < performance_since(25);
end
$$;

comment on function refresh_performance_totals is
  'Adds up for the dashboards what has just been counted in days: operations, branches (or nulls) and UTC hours, each at its place.';

do $$
begin
  perform refresh_performance_totals(
    array_agg(operation_type), array_agg(branch_id), array_agg(day::timestamp at time zone 'UTC'))
  from performance_rollup_days
  having count(*) > 0;
  perform refresh_performance_totals(array_agg(operation_type), array_agg(branch_id), array_agg(hour))
  from performance_rollup_hours
  where counted and hour >= performance_since(8 * 24)
  having count(*) > 0;
end
$$;

-- Merges. What dashboards need of them is added up by the hour and by the day for each pair of branches, whenever an hour is over.
-- A merge says whether it is counted there; one that is not is read from where it is.
alter table merge_performance_metrics add column counted boolean not null default false;

create index merge_performance_metrics_uncounted on merge_performance_metrics (end_time) where not counted;

comment on column merge_performance_metrics.counted is
  'Whether performance_merge_rollups and performance_merge_sketches contain it already.';

create table performance_merge_rollups (
  level text check (level in ('hour', 'day')),
  start_time timestamptz,
  source_branch_id bigint,
  target_branch_id bigint,
  last_merge timestamptz not null,
  merges bigint not null,
  successful bigint not null,
  partially_successful bigint not null,
  failed bigint not null,
  abandoned bigint not null,
  automatic bigint not null,
  manual bigint not null,
  rejected bigint not null,
  without_conflicts bigint not null,
  with_conflicts bigint not null,
  min_conflicts integer not null,
  max_conflicts integer not null,
  conflicts_found bigint not null,
  auto_resolved bigint not null,
  auto_failed bigint not null,
  lca_merges bigint not null,
  conflict_detection_merges bigint not null,
  auto_resolution_merges bigint not null,
  total_microseconds bigint not null,
  lca_microseconds bigint not null,
  conflict_detection_microseconds bigint not null,
  auto_resolution_microseconds bigint not null,
  rest_microseconds bigint not null,
  conflicts_microseconds bigint not null,
  lca_longest bigint not null,
  conflict_detection_longest bigint not null,
  auto_resolution_longest bigint not null,
  none_longest bigint not null,
  none_timed bigint not null,
  primary key (level, start_time, source_branch_id, target_branch_id)
);

comment on table performance_merge_rollups is
  'What the merges of a pair of branches add up to, as far as they say that they are counted: by the UTC hour in which they were completed, and once more by the day. Days are kept for ever.';
comment on column performance_merge_rollups.level is 'hour or day.';
comment on column performance_merge_rollups.start_time is 'When that hour or day began.';
comment on column performance_merge_rollups.source_branch_id is 'The branch that was merged (performance_branches).';
comment on column performance_merge_rollups.target_branch_id is 'The branch that it was merged into (performance_branches).';
comment on column performance_merge_rollups.last_merge is 'When the last of them was completed.';
comment on column performance_merge_rollups.merges is 'How many there were.';
comment on column performance_merge_rollups.successful is 'How many ended with SUCCESS.';
comment on column performance_merge_rollups.partially_successful is 'How many ended with PARTIAL_SUCCESS.';
comment on column performance_merge_rollups.failed is 'How many ended with FAILED.';
comment on column performance_merge_rollups.abandoned is 'How many ended with ABANDONED.';
comment on column performance_merge_rollups.automatic is 'In how many the resolution was AUTO.';
comment on column performance_merge_rollups.manual is 'In how many it was MANUAL.';
comment on column performance_merge_rollups.rejected is 'In how many it was REJECTED.';
comment on column performance_merge_rollups.without_conflicts is 'In how many it was NONE.';
comment on column performance_merge_rollups.with_conflicts is 'In how many there were conflicts.';
comment on column performance_merge_rollups.min_conflicts is 'How many conflicts one of them had at least.';
comment on column performance_merge_rollups.max_conflicts is 'How many conflicts one of them had at most.';
comment on column performance_merge_rollups.conflicts_found is 'How many conflicts they had in all.';
comment on column performance_merge_rollups.auto_resolved is 'How many of these were resolved automatically.';
comment on column performance_merge_rollups.auto_failed is 'How many of these were tried automatically, and not resolved.';
comment on column performance_merge_rollups.lca_merges is 'In how many finding the merge base took any time.';
comment on column performance_merge_rollups.conflict_detection_merges is 'In how many detecting conflicts took any time.';
comment on column performance_merge_rollups.auto_resolution_merges is
  'In how many resolving conflicts automatically took any time.';
comment on column performance_merge_rollups.total_microseconds is 'How long they took in all.';
comment on column performance_merge_rollups.lca_microseconds is 'How long finding the merge base took in all.';
comment on column performance_merge_rollups.conflict_detection_microseconds is 'How long detecting conflicts took in all.';
comment on column performance_merge_rollups.auto_resolution_microseconds is
  'How long resolving conflicts automatically took in all.';
comment on column performance_merge_rollups.rest_microseconds is 'How long they took outside these phases in all.';
comment on column performance_merge_rollups.conflicts_microseconds is
  'How long resolving conflicts automatically took in all in merges that had conflicts.';
comment on column performance_merge_rollups.lca_longest is 'In how many finding the merge base took longest.';
comment on column performance_merge_rollups.conflict_detection_longest is 'In how many detecting conflicts took longest.';
comment on column performance_merge_rollups.auto_resolution_longest is
  'In how many resolving conflicts automatically took longest.';
comment on column performance_merge_rollups.none_longest is 'In how many no phase took longer than both others.';
comment on column performance_merge_rollups.none_timed is 'In how many no phase took any time.';

create table performance_merge_sketches (
  level text check (level in ('hour', 'day')),
  start_time timestamptz,
  source_branch_id bigint,
  target_branch_id bigint,
  measure text
    check (measure in ('TOTAL', 'LCA_FINDING', 'CONFLICT_DETECTION', 'CONFLICT_RESOLUTION', 'REST', 'CONFLICTS')),
  max_microseconds bigint not null,
  buckets smallint[] not null,
  counts bigint[] not null,
  primary key (level, measure, start_time, source_branch_id, target_branch_id),
  constraint buckets_have_counts check (cardinality(buckets) = cardinality(counts))
);

comment on table performance_merge_sketches is
  'How long the merges of a roll-up took (performance_merge_rollups), for percentiles that no sum tells.';
comment on column performance_merge_sketches.level is 'hour or day.';
comment on column performance_merge_sketches.start_time is 'When that hour or day began.';
comment on column performance_merge_sketches.source_branch_id is 'The branch that was merged (performance_branches).';
comment on column performance_merge_sketches.target_branch_id is 'The branch that it was merged into (performance_branches).';
comment on column performance_merge_sketches.measure is
  'Of what: TOTAL, LCA_FINDING, CONFLICT_DETECTION, CONFLICT_RESOLUTION, REST (what is outside these phases) or CONFLICTS (CONFLICT_RESOLUTION in merges that had conflicts).';
comment on column performance_merge_sketches.max_microseconds is 'The longest of them.';
comment on column performance_merge_sketches.buckets is
  'Which buckets of durations they fell into, ascending (performance_bucket); 0 for those that took no time.';
comment on column performance_merge_sketches.counts is 'How many of them fell into each of these buckets.';

create table performance_merge_hours (
  hour timestamptz primary key,
  merges bigint not null,
  automatic bigint not null,
  manual bigint not null,
  rejected bigint not null,
  without_conflicts bigint not null,
  average_ms double precision not null,
  p99_ms double precision not null,
  lca_average_ms double precision,
  lca_p99_ms double precision,
  conflict_detection_average_ms double precision,
  conflict_detection_p99_ms double precision,
  auto_resolution_average_ms double precision,
  auto_resolution_p99_ms double precision
);

comment on table performance_merge_hours is
  'What performance_merge_rollups adds up to for an hour over all pairs of branches. Kept for 8 days.';
comment on column performance_merge_hours.hour is 'The UTC hour in which the merges were completed.';
comment on column performance_merge_hours.merges is 'How many there were.';
comment on column performance_merge_hours.automatic is 'In how many the resolution was AUTO.';
comment on column performance_merge_hours.manual is 'In how many it was MANUAL.';
comment on column performance_merge_hours.rejected is 'In how many it was REJECTED.';
comment on column performance_merge_hours.without_conflicts is 'In how many it was NONE.';
comment on column performance_merge_hours.average_ms is 'How long they took on average.';
comment on column performance_merge_hours.p99_ms is '99 % of them took less.';
comment on column performance_merge_hours.lca_average_ms is
  'How long finding the merge base took on average where it took any time, or null.';
comment on column performance_merge_hours.lca_p99_ms is 'In 99 % of these it took less.';
comment on column performance_merge_hours.conflict_detection_average_ms is
  'How long detecting conflicts took on average where it took any time, or null.';
comment on column performance_merge_hours.conflict_detection_p99_ms is 'In 99 % of these it took less.';
comment on column performance_merge_hours.auto_resolution_average_ms is
  'How long resolving conflicts automatically took on average where it took any time, or null.';
comment on column performance_merge_hours.auto_resolution_p99_ms is 'In 99 % of these it took less.';

create view performance_single_merges as
select
  merge_id,
  counted,
  end_time as last_merge,
  source_branch_id,
  target_branch_id,
  1::bigint as merges,
  (status = 'SUCCESS')::integer::bigint as successful,
  (status = 'PARTIAL_SUCCESS')::integer::bigint as partially_successful,
  (status = 'FAILED')::integer::bigint as failed,
  (status = 'ABANDONED')::integer::bigint as abandoned,
  (resolution = 'AUTO')::integer::bigint as automatic,
  (resolution = 'MANUAL')::integer::bigint as manual,
  (resolution = 'REJECTED')::integer::bigint as rejected,
  (resolution = 'NONE')::integer::bigint as without_conflicts,
  (conflicts_found > 0)::integer::bigint as with_conflicts,
  conflicts_found as min_conflicts,
  conflicts_found as max_conflicts,
  conflicts_found::bigint as conflicts_found,
  auto_resolved::bigint as auto_resolved,
  auto_failed::bigint as auto_failed,
  (lca_microseconds > 0)::integer::bigint as lca_merges,
  (conflict_detection_microseconds > 0)::integer::bigint as conflict_detection_merges,
  (auto_resolution_microseconds > 0)::integer::bigint as auto_resolution_merges,
  total_microseconds,
  lca_microseconds,
  conflict_detection_microseconds,
  auto_resolution_microseconds,
  greatest(
    0, total_microseconds - lca_microseconds - conflict_detection_microseconds - auto_resolution_microseconds
  ) as rest_microseconds,
  case when conflicts_found > 0 then auto_resolution_microseconds else 0 end as conflicts_microseconds,
  (bottleneck = 'LCA_FINDING')::integer::bigint as lca_longest,
  (bottleneck = 'CONFLICT_DETECTION')::integer::bigint as conflict_detection_longest,
  (bottleneck = 'CONFLICT_RESOLUTION')::integer::bigint as auto_resolution_longest,
  (bottleneck = 'BALANCED')::integer::bigint as none_longest,
  (bottleneck = 'UNKNOWN')::integer::bigint as none_timed
from merge_performance_metrics
cross join lateral performance_merge_bottleneck(
  lca_microseconds, conflict_detection_microseconds, auto_resolution_microseconds) as bottleneck;

comment on view performance_single_merges is
  'Each merge as if it were a roll-up of its own (performance_merge_rollups).';

create view performance_single_measures as
select merge_id, counted, last_merge, source_branch_id, target_branch_id, measure, microseconds
from performance_single_merges
cross join lateral (
  values
    ('TOTAL', total_microseconds),
    ('LCA_FINDING', lca_microseconds),
    ('CONFLICT_DETECTION', conflict_detection_microseconds),
    ('CONFLICT_RESOLUTION', auto_resolution_microseconds),
    ('REST', rest_microseconds),
    ('CONFLICTS', case when with_conflicts > 0 then auto_resolution_microseconds end)
) as measured (measure, microseconds)
where microseconds is not null;

comment on view performance_single_measures is
  'How long each merge and its phases took, as performance_merge_sketches tells them apart.';

create function performance_first_hour(p_from timestamptz) returns timestamptz
  language sql
  stable
  parallel safe
as $$
  select date_trunc('hour', p_from + interval '59 minutes 59.999999 seconds', 'UTC')
$$;

comment on function performance_first_hour is 'The start of the first UTC hour that lies in a range from that instant on as a whole.';

create function performance_first_day(p_from timestamptz) returns timestamptz
  language sql
  stable
  parallel safe
as $$
  select date_trunc('day', p_from + interval '23 hours 59 minutes 59.999999 seconds', 'UTC')
$$;

comment on function performance_first_day is 'The start of the first UTC day that lies in a range from that instant on as a whole.';

-- With their schema, and no search_path of their own: so they are inlined, whoever calls.
create function performance_merge_parts(p_from timestamptz, p_to timestamptz, p_by_days boolean)
  returns setof performance_merge_rollups
  language sql
  stable
as $$
  select *
  from "${flyway:defaultSchema}".performance_merge_rollups
  where level = 'day'
    and p_by_days
    and start_time >= "${flyway:defaultSchema}".performance_first_day(p_from)
    and start_time < date_trunc('day', p_to, 'UTC')
  union all
  select *
  from "${flyway:defaultSchema}".performance_merge_rollups
  where level = 'hour'
    and start_time >= "${flyway:defaultSchema}".performance_first_hour(p_from)
    and start_time < date_trunc('hour', p_to, 'UTC')
    and not (
      p_by_days
      and start_time >= "${flyway:defaultSchema}".performance_first_day(p_from)
      and start_time < date_trunc('day', p_to, 'UTC'))
  union all
  select
    'hour', date_trunc('hour', last_merge, 'UTC'), source_branch_id, target_branch_id, last_merge, merges, successful,
    partially_successful, failed, abandoned, automatic, manual, rejected, without_conflicts, with_conflicts,
    min_conflicts, max_conflicts, conflicts_found, auto_resolved, auto_failed, lca_merges, conflict_detection_merges,
    auto_resolution_merges, total_microseconds, lca_microseconds, conflict_detection_microseconds,
    auto_resolution_microseconds, rest_microseconds, conflicts_microseconds, lca_longest, conflict_detection_longest,
    auto_resolution_longest, none_longest, none_timed
  from "${flyway:defaultSchema}".performance_single_merges
  where not counted and last_merge >= p_from and last_merge < p_to
$$;

comment on function performance_merge_parts is
  'What the merges add up to that were completed from one start of a UTC hour to before another (or infinity), up to the moment: roll-ups, those of whole days too if asked, and each merge that is not counted yet. To be added up.';

create function performance_merge_sketch_parts(
  p_measures text[], p_from timestamptz, p_to timestamptz, p_by_days boolean
) returns setof performance_merge_sketches
  language sql
  stable
as $$
  select *
  from "${flyway:defaultSchema}".performance_merge_sketches
  where level = 'day'
    and p_by_days
    and measure = any (p_measures)
    and start_time >= "${flyway:defaultSchema}".performance_first_day(p_from)
    and start_time < date_trunc('day', p_to, 'UTC')
  union all
  select *
  from "${flyway:defaultSchema}".performance_merge_sketches
  where level = 'hour'
    and measure = any (p_measures)
    and start_time >= "${flyway:defaultSchema}".performance_first_hour(p_from)
    and start_time < date_trunc('hour', p_to, 'UTC')
    and not (
      p_by_days
      and start_time >= "${flyway:defaultSchema}".performance_first_day(p_from)
      and start_time < date_trunc('day', p_to, 'UTC'))
  union all
  select
    'hour', date_trunc('hour', last_merge, 'UTC'), source_branch_id, target_branch_id, measure, microseconds,
    array["${flyway:defaultSchema}".performance_bucket(microseconds)], array[1::bigint]
  from "${flyway:defaultSchema}".performance_single_measures
  where not counted and measure = any (p_measures) and last_merge >= p_from and last_merge < p_to
$$;

comment on function performance_merge_sketch_parts is
  'The same for how long they took, by measure (performance_merge_sketches).';

create function performance_merge_hour(p_hour timestamptz) returns setof performance_merge_hours
  language plpgsql
  stable
  rows 1
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  return query
  with figures as (
    select
      sum(merges)::bigint as merges,
      sum(automatic)::bigint as automatic,
      sum(manual)::bigint as manual,
      sum(rejected)::bigint as rejected,
      sum(without_conflicts)::bigint as without_conflicts,
      sum(total_microseconds)::double precision / sum(merges)::double precision / 1000 as average,
      sum(lca_microseconds)::double precision / nullif(sum(lca_merges), 0)::double precision / 1000 as lca_average,
      sum(conflict_detection_microseconds)::double precision
        / nullif(sum(conflict_detection_merges), 0)::double precision / 1000 as conflict_detection_average,
      sum(auto_resolution_microseconds)::double precision
        / nullif(sum(auto_resolution_merges), 0)::double precision / 1000 as auto_resolution_average
    from performance_merge_parts(p_hour, p_hour + interval '1 hour', false)
  ),
  parts as (
    select measure, max_microseconds, buckets, counts
    from performance_merge_sketch_parts(
      '{TOTAL, LCA_FINDING, CONFLICT_DETECTION, CONFLICT_RESOLUTION}', p_hour, p_hour + interval '1 hour', false)
  ),
  used as (
    select measure, bucket, times
    from (select measure, unnest(buckets) as bucket, unnest(counts) as times from parts) as each
    where bucket > 0
  ),
  longest as (
    select measure, max(max_microseconds) as microseconds
    from parts
    group by measure
  ),
  p99s as (
    select
      measure,
      (performance_quantiles_of_sketch(
        '{0.99}',
        array_agg(bucket order by bucket),
        array_agg(times order by bucket),
        sum(times)::bigint,
        min(performance_bucket_middle(bucket))::bigint,
        max(microseconds)))[1] / 1000 as p99
    from used
    join longest using (measure)
    group by measure
  )
  select
    p_hour,
    merges,
    automatic,
    manual,
    rejected,
    without_conflicts,
    average,
    (select p99 from p99s where measure = 'TOTAL'),
    lca_average,
    (select p99 from p99s where measure = 'LCA_FINDING'),
    conflict_detection_average,
    (select p99 from p99s where measure = 'CONFLICT_DETECTION'),
    auto_resolution_average,
    (select p99 from p99s where measure = 'CONFLICT_RESOLUTION')
  from figures
  where merges > 0;
end
$$;

comment on function performance_merge_hour is
  'What the merges of a UTC hour add up to over all pairs of branches, up to the moment; no row without any.';

create view performance_merges_by_hour as
with unfinished as (
  select distinct date_trunc('hour', end_time, 'UTC') as hour
  from merge_performance_metrics
  where not counted and end_time >= performance_since(7 * 24)
)
select *
from performance_merge_hours
where hour >= performance_since(7 * 24) and hour not in (select hour from unfinished)
union all
select hours.*
from unfinished
cross join lateral performance_merge_hour(unfinished.hour) as hours;

comment on view performance_merges_by_hour is
  'What merges add up to by the UTC hour over all pairs of branches, up to the moment: hours of the last 7 days, from the start of the one on that was under way then.';
comment on column performance_single_merges.merge_id is 'The number of the merge.';
comment on column performance_single_merges.counted is 'Whether roll-ups contain it already.';
comment on column performance_single_measures.merge_id is 'The number of the merge.';
comment on column performance_single_measures.counted is 'Whether sketches contain it already.';
comment on column performance_single_measures.last_merge is 'When it was completed.';
comment on column performance_single_measures.microseconds is 'How long that took.';

-- All else is as in the tables that they are added up to.
do $$
declare
  described record;
begin
  for described in
    select copies.relation, attname, col_description(attrelid, attnum) as description
    from (
      values
        ('performance_single_merges', 'performance_merge_rollups'),
        ('performance_single_measures', 'performance_merge_sketches'),
        ('performance_merges_by_hour', 'performance_merge_hours')
    ) as copies (relation, original)
    join pg_attribute on attrelid = original::regclass and attnum > 0
    where exists (
      select
      from pg_attribute as copy
      where copy.attrelid = copies.relation::regclass
        and copy.attname = pg_attribute.attname
        and col_description(copy.attrelid, copy.attnum) is null
    )
  loop
    execute format('comment on column %I.%I is %L', described.relation, described.attname, described.description);
  end loop;
end
$$;

-- One transaction: a merge says that it is counted when it is. Called by one at a time (Upkeep.fold).
create function count_performance_merges(p_limit integer) returns integer
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  fresh bigint[];
  hours timestamptz[];
begin
  select array_agg(merge_id), array_agg(distinct date_trunc('hour', end_time, 'UTC'))
  into fresh, hours
  from (
    select merge_id, end_time
    from merge_performance_metrics
    where not counted and end_time < date_trunc('hour', now() - interval '2 minutes', 'UTC')
    order by end_time
    limit p_limit
    for update
  ) as over;
  if fresh is null then
    return 0;
  end if;

  insert into performance_merge_rollups as present
  select
    level,
    date_trunc(level, last_merge, 'UTC') as start_time,
    source_branch_id,
    target_branch_id,
    max(last_merge),
    sum(merges),
    sum(successful),
    sum(partially_successful),
    sum(failed),
    sum(abandoned),
    sum(automatic),
    sum(manual),
    sum(rejected),
    sum(without_conflicts),
    sum(with_conflicts),
    min(min_conflicts),
    max(max_conflicts),
    sum(conflicts_found),
    sum(auto_resolved),
    sum(auto_failed),
    sum(lca_merges),
    sum(conflict_detection_merges),
    sum(auto_resolution_merges),
    sum(total_microseconds),
    sum(lca_microseconds),
    sum(conflict_detection_microseconds),
    sum(auto_resolution_microseconds),
    sum(rest_microseconds),
    sum(conflicts_microseconds),
    sum(lca_longest),
    sum(conflict_detection_longest),
    sum(auto_resolution_longest),
    sum(none_longest),
    sum(none_timed)
  from performance_single_merges
  cross join (values ('hour'), ('day')) as levels (level)
  where merge_id = any (fresh)
  group by level, date_trunc(level, last_merge, 'UTC'), source_branch_id, target_branch_id
  on conflict (level, start_time, source_branch_id, target_branch_id) do update set
    last_merge = greatest(present.last_merge, excluded.last_merge),
    merges = present.merges + excluded.merges,
    successful = present.successful + excluded.successful,
    partially_successful = present.partially_successful + excluded.partially_successful,
    failed = present.failed + excluded.failed,
    abandoned = present.abandoned + excluded.abandoned,
    automatic = present.automatic + excluded.automatic,
    manual = present.manual + excluded.manual,
    rejected = present.rejected + excluded.rejected,
    without_conflicts = present.without_conflicts + excluded.without_conflicts,
    with_conflicts = present.with_conflicts + excluded.with_conflicts,
    min_conflicts = least(present.min_conflicts, excluded.min_conflicts),
    max_conflicts = greatest(present.max_conflicts, excluded.max_conflicts),
    conflicts_found = present.conflicts_found + excluded.conflicts_found,
    auto_resolved = present.auto_resolved + excluded.auto_resolved,
    auto_failed = present.auto_failed + excluded.auto_failed,
    lca_merges = present.lca_merges + excluded.lca_merges,
    conflict_detection_merges = present.conflict_detection_merges + excluded.conflict_detection_merges,
    auto_resolution_merges = present.auto_resolution_merges + excluded.auto_resolution_merges,
    total_microseconds = present.total_microseconds + excluded.total_microseconds,
    lca_microseconds = present.lca_microseconds + excluded.lca_microseconds,
    conflict_detection_microseconds = present.conflict_detection_microseconds + excluded.conflict_detection_microseconds,
    auto_resolution_microseconds = present.auto_resolution_microseconds + excluded.auto_resolution_microseconds,
    rest_microseconds = present.rest_microseconds + excluded.rest_microseconds,
    conflicts_microseconds = present.conflicts_microseconds + excluded.conflicts_microseconds,
    lca_longest = present.lca_longest + excluded.lca_longest,
    conflict_detection_longest = present.conflict_detection_longest + excluded.conflict_detection_longest,
    auto_resolution_longest = present.auto_resolution_longest + excluded.auto_resolution_longest,
    none_longest = present.none_longest + excluded.none_longest,
    none_timed = present.none_timed + excluded.none_timed;

  with arrived as (
    select
      level, date_trunc(level, last_merge, 'UTC') as start_time, source_branch_id, target_branch_id, measure,
      performance_bucket(microseconds) as bucket, count(*) as times, max(microseconds) as max_microseconds
    from performance_single_measures
    cross join (values ('hour'), ('day')) as levels (level)
    where merge_id = any (fresh)
    group by 1, 2, 3, 4, 5, 6
  ),
  touched as (
    select distinct level, start_time, source_branch_id, target_branch_id, measure
    from arrived
  ),
  used as (
    select level, start_time, source_branch_id, target_branch_id, measure, bucket, times, max_microseconds
    from arrived
    union all
    select
      level, start_time, source_branch_id, target_branch_id, measure, unnest(buckets), unnest(counts), max_microseconds
    from performance_merge_sketches
    join touched using (level, start_time, source_branch_id, target_branch_id, measure)
  )
  insert into performance_merge_sketches (
    level, start_time, source_branch_id, target_branch_id, measure, max_microseconds, buckets, counts)
  select
    level, start_time, source_branch_id, target_branch_id, measure, max(max_microseconds),
    array_agg(bucket order by bucket), array_agg(times order by bucket)
  from (
    select
      level, start_time, source_branch_id, target_branch_id, measure, bucket, sum(times)::bigint as times,
      max(max_microseconds) as max_microseconds
    from used
    group by level, start_time, source_branch_id, target_branch_id, measure, bucket
  ) as merged
  group by level, start_time, source_branch_id, target_branch_id, measure
  on conflict (level, measure, start_time, source_branch_id, target_branch_id) do update set
    max_microseconds = excluded.max_microseconds,
    buckets = excluded.buckets,
    counts = excluded.counts;

  update merge_performance_metrics set counted = true where merge_id = any (fresh);

  insert into performance_merge_hours as present
  select added.*
  from unnest(hours) as over (hour)
  cross join lateral performance_merge_hour(over.hour) as added
  where over.hour >= performance_since(8 * 24)
  on conflict (hour) do update set
    merges = excluded.merges,
    automatic = excluded.automatic,
    manual = excluded.manual,
    rejected = excluded.rejected,
    without_conflicts = excluded.without_conflicts,
    average_ms = excluded.average_ms,
    p99_ms = excluded.p99_ms,
    lca_average_ms = excluded.lca_average_ms,
    lca_p99_ms = excluded.lca_p99_ms,
    conflict_detection_average_ms = excluded.conflict_detection_average_ms,
    conflict_detection_p99_ms = excluded.conflict_detection_p99_ms,
    auto_resolution_average_ms = excluded.auto_resolution_average_ms,
    auto_resolution_p99_ms = excluded.auto_resolution_p99_ms;
  delete from performance_merge_hours where hour < performance_since(8 * 24);
  return cardinality(fresh);
end
$$;

comment on function count_performance_merges is
  'Counts merges in their roll-ups that are not counted yet and whose hour is over, the oldest first, at most so many; returns how many it counted.';

do $$
begin
  while count_performance_merges(100000) > 0 loop
    null;
  end loop;
end
$$;

create function performance_merge_p99s(p_measure text, p_from timestamptz)
  returns table (
    source_branch_id bigint,
    target_branch_id bigint,
    max_ms double precision,
    p99_ms double precision
  )
  language plpgsql
  stable
  rows 100
  set search_path = "${flyway:defaultSchema}", pg_temp
  -- Planned for the stretch that is asked for: a plan for any sorts what this one hashes, in twice the time.
  set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  return query
  with parts as (
    select source_branch_id, target_branch_id, max_microseconds, buckets, counts
    from performance_merge_sketch_parts(array[p_measure], p_from, 'infinity', true)
  ),
  longest as (
    select source_branch_id, target_branch_id, max(max_microseconds) as microseconds
    from parts
    group by source_branch_id, target_branch_id
  ),
  merged as (
    select source_branch_id, target_branch_id, bucket, sum(times::double precision)::bigint as times
    from (
      select source_branch_id, target_branch_id, unnest(buckets) as bucket, unnest(counts) as times
      from parts
    ) as used
    group by source_branch_id, target_branch_id, bucket
  ),
  sketches as (
    select
      source_branch_id,
      target_branch_id,
      array_agg(bucket order by bucket) as buckets,
      array_agg(times order by bucket) as counts,
      sum(times)::bigint as merges,
      min(bucket) as shortest
    from merged
    group by source_branch_id, target_branch_id
  )
  select
    source_branch_id,
    target_branch_id,
    microseconds::double precision / 1000,
    (performance_quantiles_of_sketch(
      '{0.99}', buckets, counts, merges, performance_bucket_middle(shortest)::bigint, microseconds))[1] / 1000
  from sketches
  join longest using (source_branch_id, target_branch_id);
end
$$;

comment on function performance_merge_p99s is
  'How long the merges of each pair of branches took at most, and in 99 % of them, of those completed from a UTC hour on: by measure (performance_merge_sketches).';
