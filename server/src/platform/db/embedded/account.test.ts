import { expect, it } from 'vitest';
import { chooseAccount } from './account.ts';

it.each([
  [
    'postgres where it exists',
    'root:x:0:0:::\nnobody:x:65534:65533:::\npostgres:x:101:104:::',
    101,
    104,
  ],
  ['nobody otherwise', 'root:x:0:0:::\nnobody:x:65534:65533:::', 65534, 65533],
  ['never root under another name', 'postgres:x:0:0:::\nnobody:x:99:98:::', 99, 98],
  ['the customary number where no account is named', '', 65534, 65534],
])('chooses %s', (_, passwd, uid, gid) => {
  expect(chooseAccount(passwd)).toEqual({ uid, gid });
});
