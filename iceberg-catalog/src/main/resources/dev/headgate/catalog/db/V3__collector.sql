-- Files that nothing referred to when they were looked at; deleted only if that is still so some time later.
CREATE TABLE lake_condemned (
  location VARCHAR(4000) PRIMARY KEY,
  condemned_millis BIGINT NOT NULL
);

-- Folders of tables and views that no instant shows any more.
CREATE TABLE lake_forgotten (
  object_id VARCHAR(36) PRIMARY KEY,
  location VARCHAR(4000) NOT NULL
);
