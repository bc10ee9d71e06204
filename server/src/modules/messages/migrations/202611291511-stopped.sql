-- The one answer to who wants no more text messages.
ALTER TABLE message DROP CONSTRAINT message_kind_check;
ALTER TABLE message ADD CONSTRAINT message_kind_check CHECK (kind IN (
  'received', 'accepted', 'refused', 'transferred', 'corrected', 'merged', 'unmerged', 'waiting',
  'planned', 'done', 'answered', 'rejected', 'reopened', 'confirm-follow', 'area-news', 'stopped'));
