import { CommandError } from './cli/command-error.ts';
import { runCommand } from './cli/index.ts';
import { ConfigError } from './platform/config/index.ts';
import { EmbeddedPostgresError } from './platform/db/embedded/index.ts';

/** Refusals written for a person: a trace would only hide their message. */
const FOR_PEOPLE = [CommandError, ConfigError, EmbeddedPostgresError];

try {
  await runCommand(process.argv.slice(2), process.env);
} catch (error) {
  const forPeople = FOR_PEOPLE.some((kind) => error instanceof kind);
  const { message, stack } = error as Error;
  process.stderr.write(`${forPeople ? message : (stack ?? message)}\n`);
  process.exit(1);
}
