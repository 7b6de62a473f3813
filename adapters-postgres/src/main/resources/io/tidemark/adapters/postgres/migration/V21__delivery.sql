alter table notification_outbox
  add column merged_into bigint references notification_outbox (id) on delete cascade,
  drop constraint status_is_known,
  add constraint status_is_known
    check (status in ('pending', 'sending', 'merged', 'delivered', 'failed', 'dropped')),
  add constraint merged_into_a_digest check (status <> 'merged' or merged_into is not null);

drop index notification_outbox_order;

create index notification_outbox_order
  on notification_outbox (conversation, destination, id)
  where status in ('pending', 'sending', 'merged');

create index notification_outbox_destination
  on notification_outbox (destination, coalesce(lease_until, next_attempt_at), id)
  where status in ('pending', 'sending');

create index notification_outbox_parts on notification_outbox (merged_into) where merged_into is not null;

create index notification_outbox_dead on notification_outbox (destination, id) where status = 'failed';

create index notification_outbox_ended
  on notification_outbox (coalesce(delivered_at, next_attempt_at))
  where status in ('delivered', 'dropped');

comment on column notification_outbox.status is 'pending, sending, merged (part of a digest that is on its way), delivered, failed (a dead letter), or dropped (a dead letter that a person gave up).';
comment on column notification_outbox.merged_into is 'The digest that it is part of, or null.';

alter table notification_attempts add column maybe_duplicate boolean not null default false;

create index notification_attempts_hours on notification_attempts (tried_at);

comment on column notification_attempts.maybe_duplicate is 'Whether the receiver may have the message although its answer was not seen.';

create table notification_rests (
  destination text primary key,
  rests_until timestamptz not null
);

comment on table notification_rests is 'Destinations that nothing is sent to for a while: their receiver asked for it, they are down, or their pace wants it. Holds for all daemons.';
comment on column notification_rests.destination is 'Who rests, by the name in the settings.';
comment on column notification_rests.rests_until is 'Until when; it may be over.';

create view performance_delivery_statistics as
select
  date_trunc('hour', tries.tried_at, 'UTC') as hour,
  outbox.destination,
  count(*) filter (where tries.outcome = 'DELIVERED') as delivered,
  count(*) filter (where tries.outcome <> 'DELIVERED') as failed,
  count(*) filter (where exists (
    select
    from notification_attempts as earlier
    where earlier.notification_id = tries.notification_id
      and earlier.id < tries.id
  )) as retries,
  count(*) filter (where tries.maybe_duplicate) as maybe_duplicates,
  avg(tries.took_microseconds) / 1000 as average_milliseconds,
  percentile_disc(0.99) within group (order by tries.took_microseconds) / 1000.0 as p99_milliseconds
from notification_attempts as tries
join notification_outbox as outbox on outbox.id = tries.notification_id
group by 1, 2;

comment on view performance_delivery_statistics is 'Attempts to deliver, by the hour and destination, as long as they are kept.';
comment on column performance_delivery_statistics.hour is 'When the hour began.';
comment on column performance_delivery_statistics.destination is 'Whom was sent to, by the name in the settings.';
comment on column performance_delivery_statistics.delivered is 'How many attempts the receiver took.';
comment on column performance_delivery_statistics.failed is 'How many it did not take, for whatever reason.';
comment on column performance_delivery_statistics.retries is 'How many of all attempts were not the first for their message.';
comment on column performance_delivery_statistics.maybe_duplicates is 'How many may have arrived although no answer was seen.';
comment on column performance_delivery_statistics.average_milliseconds is 'How long an attempt took on average.';
comment on column performance_delivery_statistics.p99_milliseconds is 'How long all but one in a hundred took at most.';
