#!/usr/bin/env node
// Starts the command line on the Node.js that the project pins, whatever the machine has.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const pinned = path.join(path.dirname(require.resolve('node/package.json')), 'bin', 'node');
const main = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '../src/main.ts',
);
const child = spawn(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
