import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkWalls } from './checks.ts';
import { ROOT, type ToolResult } from './run-tool.ts';

/** One breach of each rule: the file that makes it, and what it should not have written. */
const BREACHES = [
  {
    rule: 'module-only-through-its-door',
    file: 'server/src/modules/breach-a/peep.ts',
    code: `import '../breach-b/store.ts';`,
  },
  {
    rule: 'module-door-for-everyone',
    file: 'demo/breach.ts',
    code: `import '../server/src/modules/breach-b/store.ts';`,
  },
  {
    rule: 'platform-knows-no-module',
    file: 'server/src/platform/breach.ts',
    code: `import '../modules/breach-b/index.ts';`,
  },
  {
    rule: 'wiring-only-in-main',
    file: 'server/src/breach.ts',
    code: `import './modules/breach-b/index.ts';`,
  },
  {
    rule: 'nobody-imports-main',
    file: 'server/src/modules/breach-a/restart.ts',
    code: `import '../../main.ts';`,
  },
  {
    rule: 'web-never-imports-server',
    file: 'web/src/lib/breach.ts',
    code: `import type {} from '../../../server/src/modules/breach-b/index.ts';`,
  },
  {
    rule: 'server-never-imports-web',
    file: 'server/src/modules/breach-a/page.ts',
    code: `import '../../../../web/src/lib/i18n/lang.ts';`,
  },
  {
    rule: 'a-face-never-imports-another',
    file: 'web/src/routes/(portal)/Breach.svelte',
    code: `<script lang="ts">import Target from '../console/Target.svelte';</script><Target />`,
  },
  {
    rule: 'lib-knows-no-face',
    file: 'web/src/lib/upward.ts',
    code: `import '../routes/console/target.ts';`,
  },
  {
    rule: 'model-and-policy-are-pure',
    file: 'server/src/modules/breach-a/model.ts',
    code: `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`,
  },
  {
    rule: 'sql-only-in-stores-and-platform',
    file: 'server/src/modules/breach-a/count-things.ts',
    code: `import { sql } from 'kysely';\nexport const one = sql\`select 1\`;`,
  },
  {
    rule: 'engines-know-nothing',
    file: 'engines/breach/index.ts',
    code: `import { readFile } from 'node:fs/promises';\nexport const read = readFile;`,
  },
  {
    rule: 'no-cycles',
    file: 'server/src/modules/breach-a/egg.ts',
    code: `import { hen } from './hen.ts';\nexport const egg = () => hen;`,
  },
  {
    rule: 'production-needs-no-dev-dependency',
    file: 'server/src/modules/breach-a/smtp.ts',
    code: `import { SMTPServer } from 'smtp-server';\nexport const server = SMTPServer;`,
  },
  {
    rule: 'imports-resolve',
    file: 'server/src/modules/breach-a/lost.ts',
    code: `import './nowhere.ts';`,
  },
];

/** What the breaches reach. */
const TARGETS = {
  'server/src/modules/breach-b/index.ts': 'export {};',
  'server/src/modules/breach-b/store.ts': 'export {};',
  'web/src/routes/console/Target.svelte': '<p>Target</p>',
  'web/src/routes/console/target.ts': 'export {};',
  'server/src/modules/breach-a/hen.ts': `import { egg } from './egg.ts';\nexport const hen = () => egg;`,
};

const COPIED = [
  ...['.dependency-cruiser.cjs', 'package.json', 'server', 'web/src', 'engines', 'demo'],
];

let copy: string;
let verdict: ToolResult;

async function write(file: string, code: string): Promise<void> {
  await mkdir(dirname(join(copy, file)), { recursive: true });
  await writeFile(join(copy, file), code);
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'cantonnier-walls-'));
  for (const path of COPIED) {
    await cp(join(ROOT, path), join(copy, path), { recursive: true }).catch((error) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [file, code] of Object.entries(TARGETS)) await write(file, code);
  for (const { file, code } of BREACHES) await write(file, code);
  verdict = await checkWalls(copy);
}, 60_000);

afterAll(() => rm(copy, { recursive: true, force: true }));

test('the check fails', () => {
  expect(verdict.code).not.toBe(0);
});

test.each(BREACHES)('$rule refuses $file', ({ rule, file }) => {
  expect(verdict.output).toContain(`error ${rule}: ${file} →`);
});

test('every rule has its planted breach', async () => {
  const { default: config } = await import(join(ROOT, '.dependency-cruiser.cjs'));
  const rules = config.forbidden.map(({ name }: { name: string }) => name).sort();
  expect(BREACHES.map(({ rule }) => rule).sort()).toEqual(rules);
});
