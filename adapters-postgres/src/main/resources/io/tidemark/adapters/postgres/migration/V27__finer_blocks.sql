-- Single timings are looked up by their minutes. With ranges of 128 pages each look-up read some thousand timings of other
-- minutes; with 16 it reads some hundred, and the index still has a thousandth of the table's size.
drop index performance_metrics_blocks;
create index performance_metrics_blocks on performance_metrics using brin (start_time, metric_id) with (pages_per_range = 16);
