create table users(id serial primary key, username varchar(50) unique not null, password varchar(200) not null);
create table events(
  id serial primary key, username varchar(50) not null, event_type varchar(50) not null, timestamp timestamp not null);
