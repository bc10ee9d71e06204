-- Somebody else knows the password: whoever made the account, or gave it another one.
ALTER TABLE account ADD COLUMN password_provisional boolean NOT NULL DEFAULT false;
