import { createTransport } from 'nodemailer';
import type { Config } from '../../platform/config/index.ts';
import type { Mail } from './render-mail.ts';

/** Where a mail goes, and how its copies are recognised. */
interface Envelope {
  to: string;
  /** The organization's own mailbox, if it has one: people answer mails. */
  replyTo: string | undefined;
  messageId: string;
  /** Message-ID of the request itself: mail programs show its messages together. */
  thread: string | undefined;
  language: 'fr' | 'en';
  /** Page and one-click address that end these messages. */
  unfollowUrl: string | null;
}

/** What became of an attempt. `refused` is for ever, `unreachable` may be tried again. */
export type Outcome = { outcome: 'sent' } | { outcome: 'refused' | 'unreachable'; error: string };

export interface Mailer {
  send(mail: Mail, envelope: Envelope): Promise<Outcome>;
  /** Ends the connections. */
  close(): void;
}

const SECOND_MS = 1_000;

/** Hands mails over to the SMTP server of the configuration, on a few connections kept open. */
export function createMailer(smtp: NonNullable<Config['smtp']>): Mailer {
  const transport = createTransport({
    url: smtp.url,
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    idleTimeout: 10 * SECOND_MS,
    // The job queue alone decides when to try again.
    maxRequeues: 0,
    dnsTimeout: 10 * SECOND_MS,
    connectionTimeout: 10 * SECOND_MS,
    greetingTimeout: 10 * SECOND_MS,
    socketTimeout: 30 * SECOND_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A connection lost while idle concerns no mail; without a listener it would end the program.
  transport.on('error', () => {});
  return {
    async send(mail, envelope) {
      try {
        await transport.sendMail({
          from: smtp.from,
          // An object, not a text to parse: it can only ever be one recipient.
          to: { name: '', address: envelope.to },
          replyTo: envelope.replyTo && { name: '', address: envelope.replyTo },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: envelope.messageId,
          ...(envelope.thread && { references: envelope.thread, inReplyTo: envelope.thread }),
          headers: {
            'Content-Language': envelope.language,
            // RFC 3834 §5: no holiday responder answers this.
            'Auto-Submitted': 'auto-generated',
            ...unsubscribeHeaders(envelope.unfollowUrl),
          },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return failureOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

/** RFC 2369 §3.2; one click without opening a page is for HTTPS only (RFC 8058 §3.1). */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  if (url === null) return {};
  return {
    'List-Unsubscribe': `<${url}>`,
    ...(url.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

interface SmtpError extends Error {
  command?: string;
  responseCode?: number;
}

/** Steps at which a 5xx is about this mail, and not about our own settings. */
const ABOUT_THIS_MAIL = ['RCPT TO', 'DATA'];

/** RFC 5321 §4.2.1: 5yz is for ever, 4yz is not; a wrong password is ours to repair. */
function failureOf(error: SmtpError): Outcome {
  const permanent =
    (error.responseCode ?? 0) >= 500 && ABOUT_THIS_MAIL.includes(error.command ?? '');
  return {
    outcome: permanent ? 'refused' : 'unreachable',
    error: error.message.slice(0, 500),
  };
}
