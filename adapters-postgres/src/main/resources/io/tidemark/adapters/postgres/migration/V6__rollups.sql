-- Sketches are written once more, as arrays that SQL can read: sending arrays to a client takes the
-- server far longer than sending what is packed.
alter table performance_rollup_minutes
  add column counted boolean not null default false,
  add column buckets smallint[],
  add column counts bigint[];

-- Format 1: a byte 1, then for each bucket in use two numbers of seven bits a byte, lowest first: the distance from the
-- bucket before, and the count.
create function pg_temp.unpack(sketch bytea, out buckets smallint[], out counts bigint[])
  language plpgsql
as $$
declare
  next_byte integer;
  number bigint := 0;
  shift integer := 0;
  bucket bigint := 0;
begin
  if get_byte(sketch, 0) <> 1 then
    raise exception 'a sketch of performance_rollup_minutes has format %, not 1', get_byte(sketch, 0);
  end if;
  buckets := '{}';
  counts := '{}';
  for place in 1 .. length(sketch) - 1 loop
    next_byte := get_byte(sketch, place);
    number := number | ((next_byte & 127)::bigint << shift);
    shift := shift + 7;
    continue when next_byte > 127;
    if cardinality(buckets) = cardinality(counts) then
      bucket := bucket + number;
      buckets := buckets || bucket::smallint;
    else
      counts := counts || number;
    end if;
    number := 0;
    shift := 0;
  end loop;
end
$$;

update performance_rollup_minutes
set (buckets, counts) = (select unpacked.buckets, unpacked.counts from pg_temp.unpack(sketch) as unpacked);

drop function pg_temp.unpack(bytea);

-- The time comes first in the key: readers take the roll-ups of all operations in a stretch, or few minutes of one. What is
-- read most stays in the row, when it is too long for one: fetching it from elsewhere took a third of the time.
alter table performance_rollup_minutes
  alter column sketch set storage main,
  alter column buckets set not null,
  alter column counts set not null,
  add constraint buckets_have_counts check (cardinality(buckets) = cardinality(counts)),
  drop constraint performance_rollup_minutes_pkey,
  add primary key (minute, operation_type, part_id);

create index performance_rollup_minutes_uncounted on performance_rollup_minutes (minute) where not counted;

comment on column performance_rollup_minutes.sketch is 'The buckets and counts, packed.';
comment on column performance_rollup_minutes.counted is 'Whether performance_rollup_hours contains it already.';
comment on column performance_rollup_minutes.buckets is
  'Which buckets of durations they fell into, ascending: each doubling is cut into 128 (performance_quantiles).';
comment on column performance_rollup_minutes.counts is 'How many of them fell into each of these buckets.';

create table performance_rollup_hours (
  like performance_rollup_minutes including comments including constraints including defaults including identity including storage
) partition by range (minute);

alter table performance_rollup_hours rename column minute to hour;
alter table performance_rollup_hours add primary key (hour, operation_type, part_id);
create index performance_rollup_hours_uncounted on performance_rollup_hours (hour) where not counted;

comment on table performance_rollup_hours is
  'What the minutes of an hour add up to, as far as they say that they are counted. A partition for each UTC month.';
comment on column performance_rollup_hours.hour is 'The UTC hour in which the timings started.';
comment on column performance_rollup_hours.counted is 'Whether performance_rollup_days contains it already.';

create table performance_rollup_days (
  like performance_rollup_hours including comments including constraints including defaults including identity including storage
);

alter table performance_rollup_days drop column counted;
alter table performance_rollup_days rename column hour to day;
alter table performance_rollup_days alter column day type date using (day at time zone 'UTC')::date;
alter table performance_rollup_days add primary key (day, operation_type, part_id);

comment on table performance_rollup_days is
  'What the hours of a day add up to, as far as they say that they are counted. Kept for ever.';
comment on column performance_rollup_days.day is 'The UTC day in which the timings started.';

create table performance_rollup_kept (
  level text primary key check (level in ('minute', 'hour')),
  kept_from timestamptz not null
);

comment on table performance_rollup_kept is
  'From when on the roll-ups of a level are complete. What lies before was dropped; what came late may lie there again.';
comment on column performance_rollup_kept.level is 'Of what: minute or hour.';
comment on column performance_rollup_kept.kept_from is 'The first instant from which on they are complete.';

-- Each timing exactly once, whatever is folded already.
create view performance_by_hour as
select
  hour, operation_type, branch_id, timings, sum_microseconds, sum_of_squares, min_microseconds, max_microseconds,
  buckets, counts
from performance_rollup_hours
union all
select
  date_trunc('hour', minute, 'UTC'), operation_type, branch_id, timings, sum_microseconds, sum_of_squares,
  min_microseconds, max_microseconds, buckets, counts
from performance_rollup_minutes
where not counted;

comment on view performance_by_hour is
  'Roll-ups by the UTC hour, up to the moment: hours, and minutes that no hour counts yet. There may be several rows of an hour, to be added up.';

create view performance_by_day as
select
  day, operation_type, branch_id, timings, sum_microseconds, sum_of_squares, min_microseconds, max_microseconds,
  buckets, counts
from performance_rollup_days
union all
select
  (hour at time zone 'UTC')::date, operation_type, branch_id, timings, sum_microseconds, sum_of_squares,
  min_microseconds, max_microseconds, buckets, counts
from performance_rollup_hours
where not counted
union all
select
  (minute at time zone 'UTC')::date, operation_type, branch_id, timings, sum_microseconds, sum_of_squares,
  min_microseconds, max_microseconds, buckets, counts
from performance_rollup_minutes
where not counted;

comment on view performance_by_day is
  'Roll-ups by the UTC day, up to the moment: days, and hours and minutes that no day counts yet. There may be several rows of a day, to be added up.';

-- Buckets may come in any order and more than once: so the rows of several roll-ups need no merging before.
-- The value of a bucket is its middle; that of the first rank is the minimum, that of the last one the maximum.
create function performance_quantiles(
  quantiles double precision[], buckets smallint[], counts bigint[], shortest bigint, longest bigint
) returns double precision[]
  language sql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  with merged as (
    select bucket::integer as bucket, sum(sum(times)) over (order by bucket)::bigint as seen
    from unnest(buckets, counts) as used (bucket, times)
    group by bucket
  ),
  scale as (
    select
      array_agg(seen order by bucket) as seen,
      max(seen) as timings,
      array_agg(
        least(longest, greatest(shortest, case
          when bucket < 128 then bucket
          else (128 + (bucket & 127) + 0.5::float8) * 2::float8 ^ ((bucket >> 7) - 1) - 0.5::float8
        end))
        order by bucket
      ) as middles
    from merged
  ),
  ranks as (
    select place, quantile * (timings - 1) as rank, floor(quantile * (timings - 1))::bigint as below
    from scale, unnest(quantiles) with ordinality as wanted (quantile, place)
  ),
  neighbours as (
    select
      place,
      rank - below as share,
      case below
        when 0 then shortest
        when timings - 1 then longest
        else middles[width_bucket(below, seen) + 1]
      end as lower_value,
      case
        when below + 1 >= timings - 1 then longest
        else middles[width_bucket(below + 1, seen) + 1]
      end as upper_value
    from scale, ranks
  )
  select array_agg(lower_value + share * (upper_value - lower_value) order by place)
  from neighbours
$$;

comment on function performance_quantiles is
  'Durations in microseconds at quantiles from 0 to 1, from the buckets of one or more roll-ups and the shortest and longest of their timings: select operation_type, performance_quantiles(''{0.5, 0.95, 0.99}'', array_agg(bucket), array_agg(times), min(min_microseconds), max(max_microseconds)) from performance_by_hour, unnest(buckets, counts) as used (bucket, times) group by operation_type';

create function add_performance_month(month date) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  first_day timestamp := date_trunc('month', month::timestamp);
  partition_name text := 'performance_rollup_hours' || to_char(first_day, '_YYYYMM');
begin
  if to_regclass(partition_name) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(current_schema() || ' partitions', 0));
  -- Asked of the catalogue itself: to_regclass may still answer what was true before the wait.
  if not exists (
    select
    from pg_class
    join pg_namespace on pg_namespace.oid = relnamespace
    where relname = partition_name and nspname = current_schema()
  ) then
    execute format('create table %I (like performance_rollup_hours including all excluding identity)', partition_name);
    execute format(
      'alter table performance_rollup_hours attach partition %I for values from (%L) to (%L)',
      partition_name, first_day at time zone 'UTC', (first_day + interval '1 month') at time zone 'UTC');
  end if;
end
$$;

comment on function add_performance_month is 'Makes the partition of a UTC month for hourly roll-ups, unless it is there.';

create function drop_performance_partition(partitioned text, partition_name text, ends_at timestamptz) returns boolean
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  kept_level text := case partitioned
    when 'performance_rollup_minutes' then 'minute'
    when 'performance_rollup_hours' then 'hour'
  end;
  uncounted boolean := false;
begin
  -- The table before the partition, as all others do, who would else wait for the one and be waited for with the other.
  execute format('lock table only %I in access exclusive mode', partitioned);
  if to_regclass(partition_name) is null then
    return true;
  end if;
  if kept_level is not null then
    execute format('select exists (select from %I where not counted)', partition_name) into uncounted;
    if uncounted then
      return false;
    end if;
    insert into performance_rollup_kept as kept (level, kept_from) values (kept_level, ends_at)
    on conflict (level) do update set kept_from = greatest(kept.kept_from, excluded.kept_from);
  end if;
  execute format('drop table %I', partition_name);
  return true;
end
$$;

comment on function drop_performance_partition is
  'Drops a partition, and remembers from when on roll-ups are complete; false, and nothing is dropped, when roll-ups in it are not counted yet.';
