alter table performance_alerts
  alter column baseline_id drop not null,
  add column members text[] not null default '{}',
  add column why_test text,
  add column expected_low_microseconds double precision,
  add column expected_high_microseconds double precision,
  add column basis text,
  add column basis_samples bigint,
  add column basis_centre_microseconds double precision,
  add column basis_spread double precision,
  add column score double precision,
  add column score_limit double precision,
  add column effect_percent double precision,
  add column effect_microseconds double precision,
  add column recent_microseconds double precision[],
  add constraint why_is_whole_or_absent check (
    num_nulls(
      why_test, expected_low_microseconds, expected_high_microseconds, basis, basis_samples,
      basis_centre_microseconds, basis_spread, score, score_limit, effect_percent, effect_microseconds,
      recent_microseconds) in (0, 12)
  );

comment on column performance_alerts.actual_microseconds is 'How long the worst timing took, or the p99 or mean of many.';
comment on column performance_alerts.baseline_p99_microseconds is 'What that was held against: the p99 of a baseline, or what was normal before.';
comment on column performance_alerts.multiplier is 'How many times the one the other is.';
comment on column performance_alerts.baseline_id is 'The baseline that was broken (performance_baselines), or null when it is not about a single one.';
comment on column performance_alerts.user_name is 'Whose timing it was; empty when it is about many.';
comment on column performance_alerts.members is 'The operations that it is about, when it is about several.';
comment on column performance_alerts.why_test is 'Why it was raised: the test that found it, such as ROBUST_Z; null when nobody noted it.';
comment on column performance_alerts.expected_low_microseconds is 'From where on it would have been normal, or null.';
comment on column performance_alerts.expected_high_microseconds is 'Up to where it would have been normal, or null.';
comment on column performance_alerts.basis is 'Which past that rests on, in words, or null.';
comment on column performance_alerts.basis_samples is 'How many timings or steps that past holds, or null.';
comment on column performance_alerts.basis_centre_microseconds is 'Where they lie, or null.';
comment on column performance_alerts.basis_spread is 'How far they lie apart, in the unit of the test, or null.';
comment on column performance_alerts.score is 'What the test reached, or null.';
comment on column performance_alerts.score_limit is 'From where on the test fires, or null.';
comment on column performance_alerts.effect_percent is 'By how much it is above what is normal, or null.';
comment on column performance_alerts.effect_microseconds is 'The same as time, or null.';
comment on column performance_alerts.recent_microseconds is 'The last values, the oldest first, or null.';
