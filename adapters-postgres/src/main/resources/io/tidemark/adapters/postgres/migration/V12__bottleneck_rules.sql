create table performance_bottleneck_rules (
  id bigint generated always as identity primary key,
  extent text not null constraint extent_is_known check (extent in ('all', 'any')),
  categories text[] not null,
  operations text[] not null,
  bottleneck text not null,
  recommendation text not null,
  added_at timestamptz not null default clock_timestamp(),
  constraint categories_are_known
    check (categories <@ array['branch', 'commit', 'merge', 'history', 'rollback', 'schema', 'other']),
  constraint bottleneck_is_a_word check (bottleneck ~ '^[A-Z][A-Z0-9_]{0,59}$'),
  constraint recommendation_is_short check (char_length(recommendation) between 1 and 500)
);

comment on table performance_bottleneck_rules is
  'What operations share when they get slow together: the rows that users added. The latest is tried first, and those of the product last.';
comment on column performance_bottleneck_rules.id is 'The number of the row.';
comment on column performance_bottleneck_rules.extent is 'Whether it must fit all of the operations, or any of them.';
comment on column performance_bottleneck_rules.categories is 'The categories of operations that it fits.';
comment on column performance_bottleneck_rules.operations is
  'The names of operations that it fits, * for any characters. With no category and no name it fits all.';
comment on column performance_bottleneck_rules.bottleneck is 'What they share, such as OBJECT_STORAGE_IO.';
comment on column performance_bottleneck_rules.recommendation is 'What to do about it.';
comment on column performance_bottleneck_rules.added_at is 'When it was added.';
