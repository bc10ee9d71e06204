import type { JsonColumn } from '../../platform/db/index.ts';
import type { MailboxFault } from './imap/fault.ts';
import type { Origin } from './inbound.ts';
import type { Reason, Source, State } from './model.ts';

export interface IntakeTables {
  inbound_message: {
    territory_id: string;
    id: string;
    source: Source;
    source_key: string;
    raw_sha256: string | null;
    raw_bytes: number;
    truncated: boolean;
    state: State;
    reason: Reason | null;
    sender_address: string;
    sender_name: string;
    subject: string;
    text: string;
    message_id: string | null;
    origin: JsonColumn<Origin>;
    left_out: string[];
    service_request_id: string | null;
    mentioned_request_id: string | null;
    received_at: Date;
    kept_at: Date;
    read_at: Date | null;
  };
  inbound_attachment: {
    territory_id: string;
    id: string;
    inbound_message_id: string;
    position: number;
    name: string;
    type: string;
    bytes: number;
    sha256: string | null;
    file_id: string | null;
  };
  mailbox_cursor: {
    territory_id: string;
    mailbox: string;
    uid_validity: number;
    last_uid: number;
    moved_at: Date;
  };
  mailbox_trouble: {
    territory_id: string;
    mailbox: string;
    fault: MailboxFault;
    since: Date;
  };
}
