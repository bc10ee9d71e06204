/** What happened, newest first, in whichever form it leaves. Plain text, never HTML. */
export interface Feed {
  language: 'fr' | 'en';
  title: string;
  /** The page that says the same to people. */
  page: string;
  /** This feed's own address. */
  self: string;
  /** Who publishes it: the territory. */
  author: string;
  /** When its newest entry was, or the last time that it could have had one. */
  updated: Date;
  entries: FeedEntry[];
}

/** One thing that happened: it never changes once told. */
export interface FeedEntry {
  /** UUID. */
  id: string;
  title: string;
  text: string;
  page: string;
  at: Date;
}
