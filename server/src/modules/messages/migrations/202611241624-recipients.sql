-- One message a recipient: the reporter, and each of those who follow. Still no address here.
ALTER TABLE message
  -- `reporter`, or the id of the follower.
  ADD COLUMN recipient_key text NOT NULL DEFAULT 'reporter',
  -- News of a street, and the question whether one follows, belong to no request.
  ALTER COLUMN service_request_id DROP NOT NULL,
  DROP CONSTRAINT message_territory_id_event_id_kind_key,
  DROP CONSTRAINT message_kind_check,
  DROP CONSTRAINT message_channel_check,
  DROP CONSTRAINT message_status_check,
  DROP CONSTRAINT message_obstacle_check;
ALTER TABLE message
  ALTER COLUMN recipient_key DROP DEFAULT,
  ADD CONSTRAINT message_told_once UNIQUE (territory_id, event_id, kind, recipient_key),
  ADD CONSTRAINT message_kind_check CHECK (kind IN (
    'received', 'accepted', 'refused', 'transferred', 'corrected', 'merged', 'unmerged', 'waiting',
    'planned', 'done', 'answered', 'rejected', 'reopened', 'confirm-follow', 'area-news')),
  ADD CONSTRAINT message_channel_check CHECK (channel IN ('email', 'sms', 'letter')),
  ADD CONSTRAINT message_status_check
    CHECK (status IN ('queued', 'held', 'sent', 'failed', 'to-print', 'printed')),
  ADD CONSTRAINT message_obstacle_check CHECK (obstacle IN (
    'no-mail-server', 'no-sms-gateway', 'no-address', 'refused', 'unreachable', 'outdated'));

-- When text messages may leave: at most one row a territory, where it differs from the usual.
CREATE TABLE message_setting (
  territory_id  uuid PRIMARY KEY,
  -- Minutes after midnight, in civil time: none leaves from the first to the second.
  quiet_from    smallint NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to      smallint NOT NULL CHECK (quiet_to BETWEEN 0 AND 1439),
  -- Whether none leaves on Sundays and public holidays either.
  quiet_sundays boolean  NOT NULL,
  updated_at    timestamptz NOT NULL
);
SELECT app.distribute('message_setting', 'territory_id', 'message');
