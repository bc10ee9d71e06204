-- « Courriers à imprimer »: the letters of an organization, and those printed.
CREATE INDEX message_letters ON message (territory_id, status, id) WHERE channel = 'letter';
