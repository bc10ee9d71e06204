import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { Config } from '../../../platform/config/index.ts';
import type { Outcome } from '../mailer.ts';

/** One text message, as any gateway can take it. */
export interface Sms {
  /** E.164, `+33639981234`. */
  to: string;
  text: string;
  /** Ours, the same at each attempt: a gateway that has seen it sends nothing twice. */
  reference: string;
}

/** Sends text messages by an HTTP gateway. */
export interface SmsGateway {
  send(sms: Sms): Promise<Outcome>;
}

const SECOND_MS = 1_000;
const LARGEST_ANSWER = 10_000;

/** What a gateway answers: how it calls the message. */
const isAnswer = Compile(Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) }));

/**
 * The gateway of the configuration. The contract is small enough for an adapter of ten lines before
 * any operator's own API:
 *
 * `POST {SMS_GATEWAY_URL}`, `Authorization: Bearer {SMS_GATEWAY_TOKEN}`, JSON `{to, text,
 * reference}` → 2xx `{id}`. 400, 404, 409, 413 and 422 refuse this message for ever; anything else
 * (401, 403, 429, 5xx, silence, an answer that is not this) may be tried again.
 */
export function createSmsGateway({ url, token }: NonNullable<Config['sms']>): SmsGateway {
  return {
    async send(sms) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': sms.reference,
          },
          body: JSON.stringify(sms),
          // A gateway that moves is a change of configuration: our token follows nobody.
          redirect: 'error',
          signal: AbortSignal.timeout(15 * SECOND_MS),
        });
        const text = await readSome(answer);
        if (answer.ok && isAnswer.Check(parse(text))) return { outcome: 'sent' };
        const error = `HTTP ${answer.status} ${text}`.slice(0, 500);
        return { outcome: REFUSALS.has(answer.status) ? 'refused' : 'unreachable', error };
      } catch (error) {
        return { outcome: 'unreachable', error: String(error).slice(0, 500) };
      }
    },
  };
}

const REFUSALS = new Set([400, 404, 409, 413, 422]);

/** The beginning of an answer: one that never ends must not fill the memory. */
async function readSome(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LARGEST_ANSWER) break;
  }
  return text.slice(0, LARGEST_ANSWER);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
