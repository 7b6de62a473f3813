create table performance_audit (
  id bigint generated always as identity primary key,
  done_at timestamptz not null,
  done_by text not null,
  verb text not null,
  kind text not null,
  name text not null,
  state_before text,
  state_after text
);

comment on table performance_audit is 'What people changed. Rows are added, never changed.';
comment on column performance_audit.id is 'The number of the entry: it grows in the order in which they were taken down.';
comment on column performance_audit.done_at is 'When it was done.';
comment on column performance_audit.done_by is 'Who did it: the name of a token, or what the caller says while there are none.';
comment on column performance_audit.verb is 'What was done, such as CHANGED.';
comment on column performance_audit.kind is 'To what kind of thing, such as route.';
comment on column performance_audit.name is 'To which one.';
comment on column performance_audit.state_before is 'How it was, or null when it was not there. Never a secret.';
comment on column performance_audit.state_after is 'How it is since then, or null when it is gone. Never a secret.';

-- The names of the following tables keep them from the roles that read and record: what they hold is for daemons only.
create table access_tokens (
  name text collate "C" primary key,
  role text not null constraint role_is_known check (role in ('VIEWER', 'RECORDER', 'OPERATOR', 'ADMIN')),
  token_hash text not null unique constraint hash_is_a_hash check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);

comment on table access_tokens is 'The tokens that callers of the API and the console show, the revoked ones too.';
comment on column access_tokens.name is 'The name under which its holder acts.';
comment on column access_tokens.role is 'What its holder may do.';
comment on column access_tokens.token_hash is 'SHA-256 of its text, which is kept nowhere.';
comment on column access_tokens.created_at is 'When it was made.';
comment on column access_tokens.expires_at is 'From when on it counts no more, or null when it does until it is revoked.';
comment on column access_tokens.revoked_at is 'Since when it counts no more, or null when it was not revoked.';
comment on column access_tokens.last_used_at is 'When it was used last, or null; may be a minute behind.';

create table destinations (
  name text collate "C" primary key,
  channel text not null,
  revision bigint not null default 0
);

comment on table destinations is 'Who can be told, besides those in the settings of daemons.';
comment on column destinations.name is 'What it is called in routes.';
comment on column destinations.channel is 'The kind of channel, such as slack.';
comment on column destinations.revision is 'Grows with every change.';

create table destination_values (
  destination text collate "C" not null references destinations (name) on delete cascade,
  key text collate "C" not null,
  key_id text not null,
  sealed text not null,
  primary key (destination, key)
);

comment on table destination_values is
  'What the channels of destinations are told, encrypted: only the channel knows which of it is secret.';
comment on column destination_values.destination is 'The destination (destinations).';
comment on column destination_values.key is 'The key, such as webhook-url.';
comment on column destination_values.key_id is 'Tells the key that it is encrypted under from others.';
comment on column destination_values.sealed is
  'The encrypted value. It can be read only for this destination, channel and key.';
