CREATE TABLE account (
  territory_id  uuid        NOT NULL,
  id            uuid        NOT NULL,
  email         text        NOT NULL CHECK (email = lower(email)),
  name          text        NOT NULL,
  password_hash text        NOT NULL,
  created_at    timestamptz NOT NULL,
  disabled_at   timestamptz,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, email)
);
SELECT app.distribute('account', 'territory_id');

-- What an account may be, in which organization.
CREATE TABLE role_grant (
  territory_id    uuid NOT NULL,
  account_id      uuid NOT NULL,
  organization_id uuid NOT NULL,
  role            text NOT NULL CHECK (role IN ('desk', 'dispatcher', 'crew', 'expert', 'elected', 'director', 'administrator', 'auditor')),
  PRIMARY KEY (territory_id, account_id, organization_id, role)
);
SELECT app.distribute('role_grant', 'territory_id', 'account');
ALTER TABLE role_grant ADD FOREIGN KEY (territory_id, account_id)
  REFERENCES account (territory_id, id) ON DELETE CASCADE;

-- Only hashes of tokens are kept: who reads this table can open no session.
CREATE TABLE session (
  territory_id uuid        NOT NULL,
  token_hash   text        NOT NULL,
  account_id   uuid        NOT NULL,
  csrf_token   text        NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  PRIMARY KEY (territory_id, token_hash)
);
SELECT app.distribute('session', 'territory_id', 'account');
ALTER TABLE session ADD FOREIGN KEY (territory_id, account_id)
  REFERENCES account (territory_id, id) ON DELETE CASCADE;
CREATE INDEX session_of_account ON session (territory_id, account_id);

CREATE TABLE api_token (
  territory_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  token_hash      text        NOT NULL,
  name            text        NOT NULL,
  organization_id uuid        NOT NULL,
  scopes          text[]      NOT NULL,
  created_at      timestamptz NOT NULL,
  created_by      uuid,
  revoked_at      timestamptz,
  PRIMARY KEY (territory_id, id),
  UNIQUE (territory_id, token_hash)
);
SELECT app.distribute('api_token', 'territory_id');

-- Failed logins by address and by network place, both hashed: to slow guessing, not to know people.
CREATE TABLE login_attempt (
  territory_id  uuid        NOT NULL,
  key_hash      text        NOT NULL,
  failures      integer     NOT NULL,
  last_at       timestamptz NOT NULL,
  blocked_until timestamptz,
  PRIMARY KEY (territory_id, key_hash)
);
SELECT app.distribute('login_attempt', 'territory_id');
