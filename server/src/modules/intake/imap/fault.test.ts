import { describe, expect, it } from 'vitest';
import { mailboxFaultOf } from './fault.ts';

describe('what is wrong with a mailbox', () => {
  it.each([
    [{ authenticationFailed: true, responseStatus: 'NO' }, 'refused'],
    [{ responseStatus: 'NO' }, 'no-folder'],
    [{ responseStatus: 'BAD' }, 'no-folder'],
    [{ code: 'ENOTFOUND' }, 'unknown-host'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'insecure'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'insecure'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'insecure'],
    [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'insecure'],
    [{ code: 'ECONNREFUSED' }, 'unreachable'],
    [{ code: 'GREETING_TIMEOUT' }, 'unreachable'],
    [new Error('Connection not available'), 'unreachable'],
    [undefined, 'unreachable'],
  ])('%j: %s', (error, fault) => {
    expect(mailboxFaultOf(error)).toBe(fault);
  });
});
