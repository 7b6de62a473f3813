-- What dashboards need of merges is added up by the hour and by the day for each pair of branches, whenever an hour is over.
-- A merge says whether it is counted there; one that is not is read from where it is.

create or replace function performance_bucket(p_microseconds bigint) returns smallint
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

create or replace function performance_quantiles_of_sketch(
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
  -- Planned for the stretch that is asked for: a plan for any sorts what this one hashes, in twice the time.
  set plan_cache_mode = force_custom_plan
  set search_path = "${flyway:defaultSchema}", pg_temp
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

-- Timings. A sketch says how many timings it has up to each bucket: so nothing needs to be merged to find a percentile.
alter table performance_operation_days
  add column seen bigint[] generated always as (performance_running(counts)) stored;
alter table performance_branch_days
  add column seen bigint[] generated always as (performance_running(counts)) stored;

create index performance_operation_days_operation on performance_operation_days (operation_type);

comment on column performance_operation_days.seen is 'How many of them fell into each of these buckets or one before.';
comment on column performance_branch_days.seen is 'How many of them fell into each of these buckets or one before.';

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

create or replace view v_performance_dashboard_summary as
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

comment on column v_performance_dashboard_summary.merges is
  'How many merges were ever recorded, those whose rows were dropped since then too.';

create or replace view v_operation_performance_summary as
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

create or replace view v_branch_performance_summary as
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

create or replace view v_merge_statistics as
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

create or replace view v_merge_bottleneck_by_pair as
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

create or replace view v_merge_success_tracking as
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

create or replace view v_merge_success_rate_analysis as
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

create or replace view v_merge_conflict_analysis as
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

create or replace view v_merge_conflict_hotspots as
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

create or replace view v_merge_phase_timeline as
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

create or replace view v_merge_phase_timeline_hourly as
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

create or replace view v_performance_trend_hourly as
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

create or replace view v_slowest_operations_last_24h as
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

create or replace view v_baseline_health as
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

create or replace view v_user_performance_activity as
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

comment on column v_merge_statistics.p99_ms is '99 % of them were shorter (within 0.4 %).';
comment on column v_merge_success_rate_analysis.p99_ms is '99 % of them were shorter (within 0.4 %).';
comment on column v_merge_conflict_hotspots.p99_resolution_ms is 'In 99 % of these it took less (within 0.4 %).';
comment on column v_merge_phase_timeline_hourly.lca_p99_ms is 'In 99 % of merges it took less (within 0.4 %).';
comment on column v_merge_phase_timeline_hourly.conflict_detection_p99_ms is 'In 99 % of merges it took less (within 0.4 %).';
comment on column v_merge_phase_timeline_hourly.auto_resolution_p99_ms is 'In 99 % of merges it took less (within 0.4 %).';
comment on column v_merge_phase_timeline_hourly.total_p99_ms is '99 % of the merges took less (within 0.4 %).';
