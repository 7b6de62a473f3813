-- What is refused reads the same everywhere: which argument, what it was, what it must be.
create function refuse_argument(p_field text, p_value text, p_rule text, p_hint text default '') returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  message text := format(
    '%s %s must be %s',
    p_field,
    case
      when p_value is null then 'null'
      when char_length(p_value) > 40
        then format('''%s…'' (%s characters)', left(p_value, 40), char_length(p_value))
      else format('''%s''', p_value)
    end,
    p_rule);
begin
  if p_hint = '' then
    raise exception using errcode = 'invalid_parameter_value', message = message;
  end if;
  raise exception using errcode = 'invalid_parameter_value', message = message, hint = p_hint;
end
$$;

comment on function refuse_argument is 'Fails with an error that says which argument was refused, what it was, and what it must be.';

create function require_name(p_field text, p_value text) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if p_value is null or char_length(p_value) > 200 or p_value !~ '[^[:space:]]' then
    perform refuse_argument(p_field, p_value, 'text of 1 to 200 characters, not blank');
  end if;
end
$$;

comment on function require_name is 'Refuses what cannot be a name.';

create function require_object(p_field text, p_value jsonb) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if jsonb_typeof(p_value) <> 'object' or octet_length(p_value::text) > 16384 then
    perform refuse_argument(p_field, p_value::text, 'null or a JSON object of at most 16384 bytes');
  end if;
end
$$;

comment on function require_object is 'Refuses JSON that is no object, or too long; null is taken.';

create function require_not_negative(p_field text, p_value bigint) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if p_value < 0 then
    perform refuse_argument(p_field, p_value::text, 'null, 0 or more');
  end if;
end
$$;

comment on function require_not_negative is 'Refuses negative figures; null is taken.';

create function microseconds_between(p_start timestamptz, p_end timestamptz) returns bigint
  language sql
  immutable
as $$
  select round(extract(epoch from p_end - p_start) * 1000000)::bigint
$$;

comment on function microseconds_between is 'How many microseconds lie between two instants.';

create table operation_traces (
  start_time timestamptz not null,
  end_time timestamptz,
  duration_microseconds bigint generated always as (microseconds_between(start_time, end_time)) stored,
  memory_peak_bytes bigint,
  cpu_microseconds bigint,
  recorded_at timestamptz not null default clock_timestamp(),
  trace_id text collate "C",
  span_id text collate "C",
  parent_span_id text collate "C",
  operation_type text collate "C" not null,
  span_name text not null,
  user_name text not null,
  status text not null,
  error_message text,
  error_code text,
  error_details jsonb,
  attributes jsonb,
  primary key (trace_id, span_id),
  constraint parent_is_a_span_of_the_trace
    foreign key (trace_id, parent_span_id) references operation_traces on delete cascade,
  constraint parent_is_another_span check (parent_span_id <> span_id),
  constraint ids_are_hexadecimal
    check (trace_id ~ '^(?!0{32})[0-9a-f]{32}$' and span_id ~ '^(?!0{16})[0-9a-f]{16}$'),
  constraint status_is_known check (status in ('PENDING', 'RUNNING', 'SUCCESS', 'FAILED')),
  constraint ended_when_it_has_an_end check ((end_time is not null) = (status in ('SUCCESS', 'FAILED'))),
  constraint duration_is_at_most_366_days check (duration_microseconds between 0 and 31622400000000),
  constraint only_a_failure_has_an_error
    check (status = 'FAILED' or num_nonnulls(error_message, error_code, error_details) = 0),
  constraint figures_are_not_negative check (least(memory_peak_bytes, cpu_microseconds) >= 0),
  constraint json_is_an_object
    check (jsonb_typeof(error_details) = 'object' and jsonb_typeof(attributes) = 'object')
);

-- A span is ended by its id alone; its trace is told by nobody.
create index operation_traces_span on operation_traces (span_id);

-- Without it, removing a trace would read all of it once for every span.
create index operation_traces_children on operation_traces (trace_id, parent_span_id) where parent_span_id is not null;

-- The latest traces and the outdated ones: every trace has a root.
create index operation_traces_roots on operation_traces (start_time desc, trace_id) where parent_span_id is null;

comment on table operation_traces is
  'Spans, which are the parts of traces. Removing a span removes its children.';
comment on column operation_traces.start_time is 'When it started; while it is PENDING, when the child started that named it.';
comment on column operation_traces.end_time is 'When it ended, or null.';
comment on column operation_traces.duration_microseconds is 'How long it took, or null while it has not ended.';
comment on column operation_traces.memory_peak_bytes is 'The most memory it held at a time, or null.';
comment on column operation_traces.cpu_microseconds is 'How long it kept a processor busy, or null.';
comment on column operation_traces.recorded_at is 'When it was first heard of.';
comment on column operation_traces.trace_id is 'The trace (W3C: 32 hexadecimal digits).';
comment on column operation_traces.span_id is 'The span in the trace (W3C: 16 hexadecimal digits).';
comment on column operation_traces.parent_span_id is 'The span of the same trace that it is a part of, or null.';
comment on column operation_traces.operation_type is 'The operation; __unknown__ while it is PENDING.';
comment on column operation_traces.span_name is 'The particular run, such as merge feature/x.';
comment on column operation_traces.user_name is 'Who ran it.';
comment on column operation_traces.status is
  'PENDING (a child named it, it has not arrived itself), RUNNING, SUCCESS or FAILED.';
comment on column operation_traces.error_message is 'Why it failed, for people, or null.';
comment on column operation_traces.error_code is 'The same for programs, such as an SQL state, or null.';
comment on column operation_traces.error_details is 'Anything else about the failure, or null.';
comment on column operation_traces.attributes is 'What else is known about it, or null.';

create table merge_performance_metrics (
  merge_id bigint generated by default as identity primary key,
  source_branch_id bigint not null references performance_branches (id),
  target_branch_id bigint not null references performance_branches (id),
  lca_microseconds bigint not null,
  conflict_detection_microseconds bigint not null,
  auto_resolution_microseconds bigint not null,
  total_microseconds bigint not null,
  start_time timestamptz not null,
  end_time timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  conflicts_found integer not null,
  auto_resolved integer not null,
  auto_failed integer not null,
  status text not null,
  resolution text not null,
  merge_base text,
  user_name text not null,
  session_id text,
  outcome jsonb,
  constraint total_is_from_start_to_end
    check (total_microseconds > 0 and end_time = start_time + total_microseconds * interval '1 microsecond'),
  constraint phases_are_not_negative
    check (least(lca_microseconds, conflict_detection_microseconds, auto_resolution_microseconds) >= 0),
  constraint no_phase_is_longer_than_the_whole check (
    greatest(lca_microseconds, conflict_detection_microseconds, auto_resolution_microseconds) <= total_microseconds
  ),
  constraint counts_are_not_negative check (least(conflicts_found, auto_resolved, auto_failed) >= 0),
  constraint outcomes_are_of_conflicts_found check (auto_resolved::bigint + auto_failed <= conflicts_found),
  constraint status_is_known check (status in ('SUCCESS', 'PARTIAL_SUCCESS', 'FAILED', 'ABANDONED')),
  constraint resolution_fits_the_conflicts check (
    case when conflicts_found > 0 then resolution in ('AUTO', 'MANUAL', 'REJECTED')
      else resolution in ('NONE', 'REJECTED') end
  ),
  constraint outcome_is_an_object check (jsonb_typeof(outcome) = 'object')
);

create index merge_performance_metrics_end on merge_performance_metrics (end_time, merge_id);

comment on table merge_performance_metrics is 'Merges, each with its phases; its timings are in performance_metrics.';
comment on column merge_performance_metrics.merge_id is 'The number of the merge.';
comment on column merge_performance_metrics.source_branch_id is 'The branch that was merged (performance_branches).';
comment on column merge_performance_metrics.target_branch_id is 'The branch that it was merged into (performance_branches).';
comment on column merge_performance_metrics.lca_microseconds is 'How long it took to find the merge base; 0 when it did not come to that.';
comment on column merge_performance_metrics.conflict_detection_microseconds is 'How long it took to detect conflicts; 0 when it did not come to that.';
comment on column merge_performance_metrics.auto_resolution_microseconds is 'How long it took to resolve conflicts automatically; 0 when it did not come to that.';
comment on column merge_performance_metrics.total_microseconds is 'How long the merge took.';
comment on column merge_performance_metrics.start_time is 'When it started.';
comment on column merge_performance_metrics.end_time is 'When it was completed.';
comment on column merge_performance_metrics.recorded_at is 'When it was stored.';
comment on column merge_performance_metrics.conflicts_found is 'How many conflicts there were.';
comment on column merge_performance_metrics.auto_resolved is 'How many of them were resolved automatically.';
comment on column merge_performance_metrics.auto_failed is 'How many of them were tried automatically, and not resolved.';
comment on column merge_performance_metrics.status is 'SUCCESS, PARTIAL_SUCCESS, FAILED or ABANDONED.';
comment on column merge_performance_metrics.resolution is 'AUTO, MANUAL, REJECTED, or NONE (there was nothing to resolve).';
comment on column merge_performance_metrics.merge_base is 'The commit from which both branches went apart, or null.';
comment on column merge_performance_metrics.user_name is 'Who merged.';
comment on column merge_performance_metrics.session_id is 'The session in which that was, or null.';
comment on column merge_performance_metrics.outcome is 'What else is known about the outcome, or null.';

-- The clock is asked, and not the transaction: that has one time for all it does.
create function start_performance_trace(
  p_operation_type text,
  p_span_name text,
  p_parent_span_id text default null,
  p_trace_id text default null,
  p_user_name text default current_user,
  p_attributes jsonb default null
) returns text
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  trace text := p_trace_id;
  random_digits text := replace(gen_random_uuid()::text, '-', '');
  -- Without the digits in which a UUID says that it is random.
  span text := left(random_digits, 8) || right(random_digits, 8);
begin
  perform require_name('p_operation_type', p_operation_type);
  perform require_name('p_span_name', p_span_name);
  perform require_name('p_user_name', p_user_name);
  perform require_object('p_attributes', p_attributes);
  if p_trace_id !~ '^(?!0{32})[0-9a-f]{32}$' then
    perform refuse_argument('p_trace_id', p_trace_id, 'null or 32 digits of 0-9 and a-f, not all 0');
  end if;
  if p_parent_span_id is not null then
    trace := trace_of_parent(p_parent_span_id, p_trace_id);
  end if;
  insert into operation_traces (
    trace_id, span_id, parent_span_id, operation_type, span_name, user_name, status, start_time, attributes
  ) values (
    coalesce(trace, replace(gen_random_uuid()::text, '-', '')),
    span, p_parent_span_id, p_operation_type, p_span_name, p_user_name, 'RUNNING', clock_timestamp(), p_attributes
  );
  return span;
end
$$;

comment on function start_performance_trace is
  'Opens a span and returns its id. A child joins the trace of its parent; without a parent the span is the root of a trace of its own, or another root of the trace that is named.';

create function trace_of_parent(p_parent_span_id text, p_trace_id text) returns text
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  traces text[] := array(
    select trace_id
    from operation_traces
    where span_id = p_parent_span_id and (p_trace_id is null or trace_id = p_trace_id)
  );
begin
  if cardinality(traces) = 0 then
    perform refuse_argument(
      'p_parent_span_id', p_parent_span_id,
      case when p_trace_id is null then 'the id of a span' else 'the id of a span of trace ' || p_trace_id end,
      'start_performance_trace returns the id of the span that it opens.');
  elsif cardinality(traces) > 1 then
    perform refuse_argument(
      'p_parent_span_id', p_parent_span_id, 'the id of one span, and spans of several traces have it',
      'Say which trace is meant: p_trace_id.');
  end if;
  return traces[1];
end
$$;

comment on function trace_of_parent is 'The trace that a child of a span joins.';

create function end_performance_trace(
  p_span_id text,
  p_span_status text default 'SUCCESS',
  p_error_message text default null,
  p_error_code text default null,
  p_error_details jsonb default null,
  p_memory_peak_bytes bigint default null,
  p_cpu_microseconds bigint default null
) returns bigint
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  duration bigint;
begin
  perform require_span_end(p_span_status, p_error_message, p_error_code, p_error_details);
  perform require_not_negative('p_memory_peak_bytes', p_memory_peak_bytes);
  perform require_not_negative('p_cpu_microseconds', p_cpu_microseconds);
  if (select count(*) from operation_traces where span_id = p_span_id and status = 'RUNNING') > 1 then
    perform refuse_argument('p_span_id', p_span_id, 'the id of one span, and running spans of several traces have it');
  end if;
  -- Whoever comes second waits for the first, and then finds that the span runs no more.
  update operation_traces
  set
    status = p_span_status,
    -- A clock may be set back meanwhile; what would take no time takes the least.
    end_time = greatest(clock_timestamp(), start_time + interval '1 microsecond'),
    error_message = p_error_message,
    error_code = p_error_code,
    error_details = p_error_details,
    memory_peak_bytes = p_memory_peak_bytes,
    cpu_microseconds = p_cpu_microseconds
  where span_id = p_span_id and status = 'RUNNING'
  returning duration_microseconds into duration;
  if not found then
    perform refuse_argument(
      'p_span_id', p_span_id,
      'the id of a span that runs'
        || coalesce((select ', and its status is ' || max(status) from operation_traces where span_id = p_span_id), ''),
      'start_performance_trace returns the id of the span that it opens.');
  end if;
  return duration;
end
$$;

comment on function end_performance_trace is
  'Ends a span with SUCCESS or FAILED, and returns how many microseconds it took.';

create function require_span_end(p_span_status text, p_error_message text, p_error_code text, p_error_details jsonb)
  returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if p_span_status is null or p_span_status not in ('SUCCESS', 'FAILED') then
    perform refuse_argument('p_span_status', p_span_status, 'SUCCESS or FAILED');
  end if;
  if p_span_status = 'SUCCESS' and num_nonnulls(p_error_message, p_error_code, p_error_details) > 0 then
    perform refuse_argument(
      'p_span_status', p_span_status, 'FAILED when an error is given', 'Leave out p_error_message, p_error_code and p_error_details, or say FAILED.');
  end if;
  if char_length(p_error_message) > 2000 then
    perform refuse_argument('p_error_message', p_error_message, 'text of at most 2000 characters');
  end if;
  if p_error_code is not null then
    perform require_name('p_error_code', p_error_code);
  end if;
  perform require_object('p_error_details', p_error_details);
end
$$;

comment on function require_span_end is 'Refuses what a span cannot end with.';

-- Each arm names the trace: a recursive query that does not is refused where spans are spread over machines.
create function performance_trace_tree(p_trace_id text)
  returns table (
    span_id text,
    parent_span_id text,
    depth integer,
    path text[],
    operation_type text,
    span_name text,
    status text,
    start_time timestamptz,
    duration_microseconds bigint,
    own_microseconds bigint,
    share_of_root double precision
  )
  language sql
  stable
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
  with recursive tree as (
    select
      root.span_id,
      0 as depth,
      array[root.span_id] as path,
      array[row (root.start_time, root.span_id)] as place,
      root.duration_microseconds as root_microseconds
    from operation_traces as root
    where root.trace_id = p_trace_id and root.parent_span_id is null
    union all
    select
      child.span_id,
      tree.depth + 1,
      tree.path || child.span_id,
      tree.place || row (child.start_time, child.span_id),
      tree.root_microseconds
    from tree
    join operation_traces as child on child.parent_span_id = tree.span_id
    where child.trace_id = p_trace_id and tree.depth < 100
  ),
  -- A child that has not ended was still running when its parent ended.
  clipped as (
    select
      parent.span_id,
      child.span_id as child_span_id,
      greatest(child.start_time, parent.start_time) as covers_from,
      least(child.end_time, parent.end_time) as covers_to
    from operation_traces as parent
    join operation_traces as child on child.parent_span_id = parent.span_id
    where parent.trace_id = p_trace_id and child.trace_id = p_trace_id and parent.end_time is not null
  ),
  -- What the children before it have covered is not counted again.
  advancing as (
    select
      clipped.span_id,
      covers_to,
      greatest(
        covers_from,
        max(covers_to) over (
          partition by clipped.span_id order by covers_from, child_span_id
          rows between unbounded preceding and 1 preceding)
      ) as covers_from
    from clipped
  ),
  covered as (
    select advancing.span_id, sum(microseconds_between(covers_from, covers_to)) as microseconds
    from advancing
    where covers_from < covers_to
    group by advancing.span_id
  )
  select
    span.span_id,
    span.parent_span_id,
    tree.depth,
    tree.path,
    span.operation_type,
    span.span_name,
    span.status,
    span.start_time,
    span.duration_microseconds,
    span.duration_microseconds - coalesce(covered.microseconds, 0)::bigint,
    span.duration_microseconds / nullif(tree.root_microseconds, 0)::double precision
  from tree
  join operation_traces as span on span.span_id = tree.span_id
  left join covered on covered.span_id = tree.span_id
  where span.trace_id = p_trace_id
  order by tree.place
$$;

comment on function performance_trace_tree is
  'The spans of a trace, each after its parent, with their depth, the path from the root, their own time (without the time in which children ran), and their share of the root; down to a depth of 100.';

create function require_branch(p_field text, p_branch_id bigint) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if not exists (select from performance_branches where id = p_branch_id) then
    perform refuse_argument(
      p_field, p_branch_id::text, 'the id of a branch in performance_branches',
      'Name the branch first: insert into performance_branches (id, name) values (…, …).');
  end if;
end
$$;

comment on function require_branch is 'Refuses a branch that nobody has named.';

create function require_merge_phase(p_field text, p_microseconds bigint, p_total_microseconds bigint) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if p_microseconds is null or p_microseconds < 0 or p_microseconds > p_total_microseconds then
    perform refuse_argument(
      p_field, p_microseconds::text, format('from 0 to the total of %s', p_total_microseconds));
  end if;
end
$$;

comment on function require_merge_phase is 'Refuses a phase that is longer than its merge.';

create function require_merge_outcome(
  p_conflicts_found integer,
  p_auto_resolved integer,
  p_auto_failed integer,
  p_status text,
  p_resolution text
) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if p_conflicts_found is null or p_conflicts_found < 0 then
    perform refuse_argument('p_conflicts_found', p_conflicts_found::text, '0 or more');
  elsif p_auto_resolved is null or p_auto_resolved < 0 or p_auto_resolved > p_conflicts_found then
    perform refuse_argument(
      'p_auto_resolved', p_auto_resolved::text, format('from 0 to the %s conflicts found', p_conflicts_found));
  elsif p_auto_failed is null or p_auto_failed < 0 or p_auto_failed > p_conflicts_found - p_auto_resolved then
    perform refuse_argument(
      'p_auto_failed', p_auto_failed::text,
      format('from 0 to the %s conflicts found that were not resolved', p_conflicts_found - p_auto_resolved));
  elsif p_status is null or p_status not in ('SUCCESS', 'PARTIAL_SUCCESS', 'FAILED', 'ABANDONED') then
    perform refuse_argument('p_status', p_status, 'SUCCESS, PARTIAL_SUCCESS, FAILED or ABANDONED');
  elsif p_conflicts_found = 0 and p_resolution not in ('NONE', 'REJECTED') then
    perform refuse_argument('p_resolution', p_resolution, 'NONE or REJECTED, as there were no conflicts');
  elsif p_conflicts_found > 0 and p_resolution not in ('AUTO', 'MANUAL', 'REJECTED') then
    perform refuse_argument('p_resolution', p_resolution, 'AUTO, MANUAL or REJECTED, as there were conflicts');
  end if;
end
$$;

comment on function require_merge_outcome is 'Refuses counts, a status and a resolution that do not fit together.';

create function record_merge_performance(
  p_source_branch_id bigint,
  p_target_branch_id bigint,
  p_merge_base text default null,
  p_lca_microseconds bigint default 0,
  p_conflict_detection_microseconds bigint default 0,
  p_auto_resolution_microseconds bigint default 0,
  p_total_microseconds bigint default null,
  p_conflicts_found integer default 0,
  p_auto_resolved integer default 0,
  p_auto_failed integer default 0,
  p_status text default 'SUCCESS',
  p_resolution text default null,
  p_outcome jsonb default null,
  p_user_name text default current_user,
  p_session_id text default null,
  p_start_time timestamptz default null,
  p_end_time timestamptz default null
) returns bigint
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  total bigint := coalesce(
    p_total_microseconds,
    microseconds_between(p_start_time, p_end_time),
    p_lca_microseconds + p_conflict_detection_microseconds + p_auto_resolution_microseconds);
  completion timestamptz := coalesce(p_end_time, p_start_time + total * interval '1 microsecond', clock_timestamp());
  resolution text := coalesce(
    p_resolution,
    case
      when p_conflicts_found = 0 then 'NONE'
      when p_status in ('FAILED', 'ABANDONED') then 'REJECTED'
      when p_auto_resolved = p_conflicts_found then 'AUTO'
      else 'MANUAL'
    end);
  merge merge_performance_metrics;
begin
  perform require_branch('p_source_branch_id', p_source_branch_id);
  perform require_branch('p_target_branch_id', p_target_branch_id);
  perform require_merge_phase('p_lca_microseconds', p_lca_microseconds, total);
  perform require_merge_phase('p_conflict_detection_microseconds', p_conflict_detection_microseconds, total);
  perform require_merge_phase('p_auto_resolution_microseconds', p_auto_resolution_microseconds, total);
  if total < 1 or total > 31622400000000 then
    perform refuse_argument(
      'p_total_microseconds', total::text, 'from 1 to 31622400000000 (366 days)',
      'If it is not given, it is the time from p_start_time to p_end_time, or else the sum of the phases.');
  elsif p_start_time + total * interval '1 microsecond' <> p_end_time then
    perform refuse_argument('p_end_time', p_end_time::text, format('%s microseconds after p_start_time', total));
  end if;
  perform require_merge_outcome(p_conflicts_found, p_auto_resolved, p_auto_failed, p_status, resolution);
  perform require_object('p_outcome', p_outcome);
  perform require_name('p_user_name', p_user_name);
  perform require_name(field, value)
  from (values ('p_merge_base', p_merge_base), ('p_session_id', p_session_id)) as optional (field, value)
  where value is not null;
  insert into merge_performance_metrics (
    source_branch_id, target_branch_id, merge_base,
    lca_microseconds, conflict_detection_microseconds, auto_resolution_microseconds, total_microseconds,
    conflicts_found, auto_resolved, auto_failed, status, resolution, outcome,
    user_name, session_id, start_time, end_time
  ) values (
    p_source_branch_id, p_target_branch_id, p_merge_base,
    p_lca_microseconds, p_conflict_detection_microseconds, p_auto_resolution_microseconds, total,
    p_conflicts_found, p_auto_resolved, p_auto_failed, p_status, resolution, p_outcome,
    p_user_name, p_session_id, completion - total * interval '1 microsecond', completion
  )
  returning * into merge;
  perform record_merge_timings(merge);
  return merge.merge_id;
end
$$;

comment on function record_merge_performance is
  'Stores a merge with its phases, records its timings, and returns its id. Without p_resolution, that follows from the conflicts and the status.';

-- Phases follow each other from the start on, and none ends after the merge.
create function record_merge_timings(p_merge merge_performance_metrics) returns void
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  perform record_performance_metric(
    p_operation_type => timing.operation_type,
    p_duration_microseconds => timing.microseconds,
    p_user_name => p_merge.user_name,
    p_operation_name => left('merge ' || source.name, 200),
    p_branch_id => p_merge.target_branch_id,
    p_session_id => p_merge.session_id,
    p_start_time => timing.end_time - timing.microseconds * interval '1 microsecond',
    p_end_time => timing.end_time)
  from (
    select
      operation_type,
      microseconds,
      least(
        p_merge.start_time + sum(microseconds) over (order by place) * interval '1 microsecond',
        p_merge.end_time
      ) as end_time
    from (
      values
        (1, 'merge_base_find', p_merge.lca_microseconds),
        (2, 'merge_conflict_detect', p_merge.conflict_detection_microseconds),
        (3, 'merge_auto_resolve', p_merge.auto_resolution_microseconds)
    ) as phase (place, operation_type, microseconds)
    union all
    values ('merge_branches', p_merge.total_microseconds, p_merge.end_time)
  ) as timing
  join performance_branches as source on source.id = p_merge.source_branch_id
  where timing.microseconds > 0;
end
$$;

comment on function record_merge_timings is 'Records the timings that a merge yields, on its target branch.';
