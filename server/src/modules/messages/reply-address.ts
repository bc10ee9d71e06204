import { createHmac } from 'node:crypto';
import { newSecret, sameSecret } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { replyKeyOf } from './reply-key-store.ts';

/**
 * The address that a resident answers to: that of the mailbox, with what names the request and
 * proves that we gave it, e.g. `demandes+0192f0c1…-3fb2a9…@ville.example` (RFC 5233 subaddress).
 *
 * @returns `undefined` when no mailbox receives the answers (`MAIL_REPLY_TO`)
 */
export async function replyAddressOf(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  requestId: string,
): Promise<string | undefined> {
  const { replyTo } = platform.config;
  if (!replyTo) return undefined;
  const at = replyTo.lastIndexOf('@');
  const name = requestId.replaceAll('-', '');
  const signature = await sign(platform, tx, territoryId, name);
  return `${replyTo.slice(0, at)}+${name}-${signature}${replyTo.slice(at)}`;
}

const TOKEN = /\+([0-9a-f]{32})-([0-9a-f]{16})@/;

/**
 * The request that an address names, when we gave that address.
 *
 * @param address - in any case: mail programs change it
 */
export async function requestOfReplyAddress(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  address: string,
): Promise<string | undefined> {
  const [, name, signature] = TOKEN.exec(address.toLowerCase()) ?? [];
  if (!name || !signature) return undefined;
  if (!sameSecret(signature, await sign(platform, tx, territoryId, name))) return undefined;
  return name.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** 64 bits: who would guess one has to send a mail for each try. */
async function sign(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  name: string,
): Promise<string> {
  const key = await replyKeyOf(tx, territoryId, newSecret(), platform.clock.now());
  return createHmac('sha256', key).update(`reply:${name}`).digest('hex').slice(0, 16);
}
