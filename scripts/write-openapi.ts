import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeApi } from '../server/src/describe-api.ts';

// Committed, so that reviewers see every change of the contract.
writeFileSync(path.join(import.meta.dirname, '../openapi.json'), await describeApi());
