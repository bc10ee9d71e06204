import type { Variables } from './variables.ts';

/** How this installation is set up; read once at start, then never changed. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of everything that must be backed up. */
  readonly varDir: string;
  /** Absent: the embedded PostgreSQL. */
  readonly databaseUrl?: string;
  /** Origin without a final slash, `https://demandes.ville.example`. */
  readonly publicUrl?: string;
  /** Absent: mails are held in the database. */
  readonly smtp?: { readonly url: string; readonly from: string };
  /** The mailbox to which residents answer, lower case. */
  readonly replyTo?: string;
  /** Mailboxes to read, as `imaps://account:password@server/folder?archive=…&territory=…`. */
  readonly mailboxes?: readonly string[];
  /** Absent: text messages are held in the database. */
  readonly sms?: { readonly url: string; readonly token: string };
  readonly basemap: Basemap;
  /** An OSRM-compatible server, without a final slash. */
  readonly osrmUrl?: string;
  readonly logLevel: Variables['LOG_LEVEL'];
  readonly sessionDays: number;
  /** As Fastify's option `trustProxy` takes it. */
  readonly trustProxy: false | number | string[];
  /** Networks in CIDR notation that are not public and may be called all the same. */
  readonly outboundNetworks: readonly string[];
  /** What secrets of others are sealed with: the key in use, then those that it replaces. */
  readonly encryptionKeys: readonly Buffer[];
  /** Absent: metrics are served to this machine only. */
  readonly metricsToken?: string;
  readonly demo: Variables['DEMO'];
}

/** Whose map lies under ours: our own drawing, someone's tiles, or one PMTiles file. */
export type Basemap =
  | { readonly kind: 'own' }
  | { readonly kind: 'tiles'; readonly url: string; readonly attribution: string }
  | { readonly kind: 'pmtiles'; readonly file: string; readonly attribution: string };
