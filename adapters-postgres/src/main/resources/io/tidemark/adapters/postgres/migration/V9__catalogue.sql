alter table performance_operation_types
  add column category text not null default 'other',
  add column description text not null default '',
  add column tracked boolean not null default true,
  add column changed_at timestamptz,
  add constraint category_is_known
    check (category in ('branch', 'commit', 'merge', 'history', 'rollback', 'schema', 'other')),
  add constraint description_is_a_sentence check (char_length(description) <= 500);

comment on table performance_operation_types is
  'The operations of the catalogue, and those that were ever timed, registered on first use.';
comment on column performance_operation_types.first_seen_at is
  'When it became known: with the catalogue, or with its first timing.';
comment on column performance_operation_types.category is
  'What it works on: branch, commit, merge, history, rollback, schema, or other when nobody has said.';
comment on column performance_operation_types.description is 'What it does; empty when nobody has said.';
comment on column performance_operation_types.tracked is
  'Whether its timings are held against its baseline: without that they are recorded, and raise no alert.';
comment on column performance_operation_types.changed_at is
  'When somebody last changed what is said here, or null: from then on a newer catalogue leaves it as it is.';
