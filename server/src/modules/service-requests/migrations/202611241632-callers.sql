-- Who calls or writes again: their earlier requests, by number and by address.
CREATE INDEX service_request_of_phone ON service_request (territory_id, contact_phone, received_at)
  WHERE contact_phone IS NOT NULL;
CREATE INDEX service_request_of_email ON service_request (territory_id, lower(contact_email), received_at)
  WHERE contact_email IS NOT NULL;
