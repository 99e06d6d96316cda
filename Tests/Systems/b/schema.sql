create table processed_events(
  id text not null, user_id text not null, type text, amount numeric,
  kafka_partition int, kafka_offset bigint, stored_at timestamptz default now());
