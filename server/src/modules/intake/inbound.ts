import type { Reason, Source, State } from './model.ts';

/** What the source alone knows. */
export interface Origin {
  /** Of a social network or a partner: its name, and where the words stand. */
  network?: string;
  url?: string;
  /** Of a letter. */
  postalAddress?: string;
  postmark?: string;
  /** Of a letter, as the desk made them out. */
  serviceCode?: string;
  address?: string;
  point?: { lat: number; long: number };
  /** Of a long SMS. */
  part?: { reference: string; number: number; total: number };
}

/** A message as it was kept. */
export interface Inbound {
  id: string;
  source: Source;
  sourceKey: string;
  rawSha256: string | null;
  rawBytes: number;
  truncated: boolean;
  state: State;
  reason: Reason | null;
  sender: { address: string; name: string };
  subject: string;
  text: string;
  messageId: string | null;
  origin: Origin;
  leftOut: string[];
  serviceRequestId: string | null;
  mentionedRequestId: string | null;
  /** When it reached the town. */
  receivedAt: Date;
  /** When we took charge of it. */
  keptAt: Date;
  readAt: Date | null;
}

/** A file that came with a message. */
export interface InboundAttachment {
  id: string;
  name: string;
  type: string;
  bytes: number;
  /** In the store of documents; null for a photo. */
  sha256: string | null;
  /** Among the photos of everyone; null for anything else. */
  fileId: string | null;
}
