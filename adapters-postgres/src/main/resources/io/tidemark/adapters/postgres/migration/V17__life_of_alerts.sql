alter table performance_alerts
  add column metadata jsonb not null default '{}',
  add column latest_seen timestamptz[] not null default '{}',
  add column last_said text,
  add column told_severity text,
  add column told_to text[] not null default '{}',
  add column escalation_steps integer not null default 0,
  add column escalation_at timestamptz,
  add column suppressed_reason text,
  add column suppressed_by text,
  add column suppressed_until timestamptz,
  add column look_at timestamptz,
  add column acknowledged_until timestamptz,
  add column resolved_by text,
  add column recovered_microseconds bigint;

update performance_alerts as alerts
set
  last_said = 'FIRING',
  told_severity = alerts.severity,
  told_to = coalesce(
    (
      select array_agg(array[destination, channel] order by first)
      from (
        select destination, channel, min(id) as first
        from notification_outbox as sent
        where sent.alert_id = alerts.id
        group by destination, channel
      ) as each
    ),
    '{}')
where last_told is not null;

-- Those that were raised before are looked at as soon as somebody looks.
update performance_alerts
set look_at = last_seen
where state <> 'resolved';

alter table performance_alerts
  add constraint said_is_whole_or_absent check (num_nulls(last_told, last_said, told_severity) in (0, 3)),
  add constraint suppressed_for_a_reason check (num_nulls(suppressed_reason, suppressed_by) in (0, 2));

create index performance_alerts_look on performance_alerts (look_at) where look_at is not null;

create index performance_alerts_latest
  on performance_alerts (alert_type, subject, coalesce(branch, ''), (branch is null), resolved_at desc, id desc)
  where state = 'resolved';

comment on column performance_alerts.metadata is 'What else is known of the worst timing: single values by name.';
comment on column performance_alerts.latest_seen is 'The last few times it was seen, the oldest first; also those of the alert before.';
comment on column performance_alerts.last_said is 'What was told last: FIRING, ACKNOWLEDGED or RESOLVED; null when nobody was told.';
comment on column performance_alerts.told_severity is 'How bad it was told to be, or null.';
comment on column performance_alerts.told_to is 'Whom it was told, in the order in which they were told first: {{destination,channel},...}.';
comment on column performance_alerts.escalation_steps is 'How many steps it went up while nobody answered.';
comment on column performance_alerts.escalation_at is 'When it goes up next, or null.';
comment on column performance_alerts.suppressed_reason is 'Why the last that was to be told was not, such as SILENCED; null when it was.';
comment on column performance_alerts.suppressed_by is 'What in particular, such as "silence 3"; empty when the reason says it all.';
comment on column performance_alerts.suppressed_until is 'When that ends, if it is known.';
comment on column performance_alerts.look_at is 'When it is to be looked at again, or null when never.';
comment on column performance_alerts.acknowledged_until is 'When it is open again, or null when it stays with who took it on.';
comment on column performance_alerts.resolved_by is 'Who ended it, or null when it was found to be over.';
comment on column performance_alerts.recovered_microseconds is 'How long the operation took then, or null.';

drop function acknowledge_performance_alert(bigint, text, text);

create function require_alert(p_alert_id bigint) returns void
  language plpgsql stable
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
begin
  if not exists (select from performance_alerts where id = p_alert_id) then
    raise exception 'p_alert_id % is the number of no alert', coalesce(p_alert_id::text, 'null')
      using errcode = 'no_data_found', hint = 'get_unacknowledged_alerts() lists the open ones.';
  end if;
end
$$;

comment on function require_alert is 'Fails with P0002 when there is no such alert.';

create function acknowledge_performance_alert(
  p_alert_id bigint,
  p_acknowledged_by text,
  p_resolution_notes text default null,
  p_until timestamptz default null
) returns boolean
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  moment constant timestamptz := clock_timestamp();
begin
  perform require_name('p_acknowledged_by', p_acknowledged_by);
  if p_until <= moment then
    raise exception 'p_until % must be later than now, %', p_until, moment using errcode = 'invalid_parameter_value';
  end if;
  update performance_alerts
  set
    state = 'acknowledged',
    acknowledged_by = p_acknowledged_by,
    acknowledged_at = moment,
    acknowledgement_note = p_resolution_notes,
    acknowledged_until = p_until,
    look_at = moment
  where id = p_alert_id
    and (state = 'open' or (state = 'acknowledged' and acknowledged_until <= moment));
  if found then
    return true;
  end if;
  perform require_alert(p_alert_id);
  return false;
end
$$;

comment on function acknowledge_performance_alert is
  'Takes an alert on, until p_until if that is given: true the first time; false, without any change, when somebody did so before or it is over. Whoever was told hears of it within seconds. Fails with P0002 when there is no such alert, and with 22023 when nobody is named or p_until is past.';

create function resolve_performance_alert(p_alert_id bigint, p_resolved_by text) returns boolean
  language plpgsql
  set search_path = "${flyway:defaultSchema}", pg_temp
as $$
declare
  moment constant timestamptz := clock_timestamp();
begin
  perform require_name('p_resolved_by', p_resolved_by);
  update performance_alerts
  set state = 'resolved', resolved_at = moment, resolved_by = p_resolved_by, look_at = moment
  where id = p_alert_id and state <> 'resolved';
  if found then
    return true;
  end if;
  perform require_alert(p_alert_id);
  return false;
end
$$;

comment on function resolve_performance_alert is
  'Ends an alert: true the first time; false, without any change, when it is over. Whoever was told hears of it within seconds; seen again, it is a new alert. Fails with P0002 when there is no such alert, and with 22023 when nobody is named.';
