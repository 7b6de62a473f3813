alter table notification_outbox
  add column conversation text,
  add column kind text not null default 'FIRING',
  add column about_type text,
  add column about_subject text,
  add column about_branch text,
  add column trend_microseconds double precision[],
  add column trend_low_microseconds double precision,
  add column trend_high_microseconds double precision,
  add column memo text,
  alter column alert_id drop not null,
  add constraint trend_is_whole_or_absent
    check (num_nulls(trend_microseconds, trend_low_microseconds, trend_high_microseconds) in (0, 3));

update notification_outbox
set
  conversation = 'tidemark-alert-' || alert_id,
  about_type = alert_type,
  about_subject = alerts.subject,
  about_branch = alerts.branch
from performance_alerts as alerts
where alerts.id = alert_id;

alter table notification_outbox
  alter column conversation set not null,
  alter column about_type set not null,
  alter column about_subject set not null,
  alter column kind drop default;

drop index notification_outbox_order;

create index notification_outbox_order
  on notification_outbox (conversation, destination, id)
  where status in ('pending', 'sending');

create index notification_outbox_memo
  on notification_outbox (conversation, destination, id)
  where memo is not null;

alter table notification_attempts add column memo text;

comment on column notification_outbox.conversation is 'What messages about one alert have in common: those to one destination keep their order.';
comment on column notification_outbox.alert_id is 'The alert it is about; null when it is about several.';
comment on column notification_outbox.kind is 'FIRING, ACKNOWLEDGED, RESOLVED or DIGEST.';
comment on column notification_outbox.about_type is 'The kind of alert, such as THRESHOLD_EXCEEDED.';
comment on column notification_outbox.about_subject is 'The operation, or what else it is about.';
comment on column notification_outbox.about_branch is 'The branch, or null.';
comment on column notification_outbox.trend_microseconds is 'The last values, the oldest first, or null.';
comment on column notification_outbox.trend_low_microseconds is 'From where on they are normal, or null.';
comment on column notification_outbox.trend_high_microseconds is 'Up to where they are normal, or null.';
comment on column notification_outbox.memo is 'What the channel noted for itself, to be told again in this conversation, or null.';
comment on column notification_attempts.memo is 'What the channel noted for itself, or null.';
