import { ConfigError, loadConfig } from '../platform/config/index.ts';
import { EmbeddedPostgresError } from '../platform/db/embedded/index.ts';
import { CommandError } from './command-error.ts';

const HELP = `Cantonnier, la plateforme des services techniques

  cantonnier start                            tout, dans un seul processus (npm start)
  cantonnier serve                            les pages et l’API seulement
  cantonnier work                             les travaux de fond seulement
  cantonnier migrate                          met à jour la base, puis s’arrête
  cantonnier init --epci SIREN                installe un territoire depuis le registre officiel
  cantonnier init --commune CODE_INSEE        (options : --admin adresse@mairie.example)
  cantonnier import boundaries FICHIER        charge les contours officiels (GeoJSON)
  cantonnier import addresses FICHIER         charge une base adresse locale (CSV, BAL)
  cantonnier import holdings FICHIER          charge les voies et leurs propriétaires (CSV, GeoJSON)
  cantonnier import streets FICHIER           charge les rues d’OpenStreetMap pour les temps de trajet
  cantonnier import requests FICHIER          reprend les demandes d’un autre outil (Open311 JSON, CSV)
  cantonnier rounds solve FICHIER             planifie des tournées (format de Solomon, ou JSON)
  cantonnier audit verify                     relit le journal entier et vérifie ses sceaux
  cantonnier help                             cette aide

La configuration se lit dans l’environnement : voir docs/guide/configuration.md.
`;

/** Refusals written for a person: a trace would only hide their message. */
const FOR_PEOPLE = [CommandError, ConfigError, EmbeddedPostgresError];

/** The command line, from its words to the exit code. */
export async function main(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await runCommand(args, env);
  } catch (error) {
    const forPeople = FOR_PEOPLE.some((kind) => error instanceof kind);
    const { message, stack } = error as Error;
    process.stderr.write(`${forPeople ? message : (stack ?? message)}\n`);
    process.exit(1);
  }
}

/**
 * Runs one command of the command line. Each loads its own part: help does not wait for the server.
 *
 * @throws CommandError with a message for a person when the command is unknown or misused
 */
async function runCommand(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const [command = 'help', ...rest] = args;
  switch (command) {
    case 'start':
    case 'serve':
    case 'work': {
      const { start } = await import('./start.ts');
      return start(loadConfig(env), { serve: command !== 'work', work: command !== 'serve' });
    }
    case 'migrate':
      return (await import('./start.ts')).migrateOnly(loadConfig(env));
    case 'init':
      return (await import('./init.ts')).init(loadConfig(env), rest);
    case 'import':
      return (await import('./import.ts')).importFile(loadConfig(env), rest);
    case 'audit':
      return (await import('./audit.ts')).audit(loadConfig(env), rest);
    case 'rounds':
      return (await import('./rounds.ts')).rounds(rest);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(HELP);
      return;
    default:
      throw new CommandError(`Commande inconnue : « ${command} ».\n\n${HELP}`);
  }
}
