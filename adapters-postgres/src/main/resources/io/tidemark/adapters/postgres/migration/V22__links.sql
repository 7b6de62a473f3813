create table link_keys (
  id integer primary key default 1,
  signing_key bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint only_one check (id = 1),
  constraint long_enough check (octet_length(signing_key) = 32)
);

create table links_used (
  link text primary key,
  expires_at timestamptz not null
);

create index links_used_expires on links_used (expires_at);

comment on table link_keys is 'The key that signs links with which an alert is acknowledged from a message: a secret, readable for the owner alone.';
comment on column link_keys.id is 'Always 1: there is one key.';
comment on column link_keys.signing_key is 'Random bytes.';
comment on column link_keys.created_at is 'When it was made.';
comment on table links_used is 'Links that were used, kept until they expire: each works once.';
comment on column links_used.link is 'What tells it from all others.';
comment on column links_used.expires_at is 'From when on it would not work anyway.';
