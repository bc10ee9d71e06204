import { enableCompileCache } from 'node:module';
import path from 'node:path';

// What Node.js compiled is kept beside the packages, where nobody writes who could not write the
// program itself: the next start needs half the processor's time. Without the right to write, none.
enableCompileCache(path.join(import.meta.dirname, '../../node_modules/.cache/cantonnier'));

// Only what is loaded after that line is kept.
const { main } = await import('./cli/index.ts');
await main(process.argv.slice(2), process.env);
