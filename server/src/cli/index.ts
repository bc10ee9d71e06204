import { loadConfig } from '../platform/config/index.ts';
import { audit } from './audit.ts';
import { CommandError } from './command-error.ts';
import { importFile } from './import.ts';
import { init } from './init.ts';
import { migrateOnly, start } from './start.ts';

const HELP = `Cantonnier, la plateforme des services techniques

  cantonnier start                            tout, dans un seul processus (npm start)
  cantonnier serve                            les pages et l’API seulement
  cantonnier work                             les travaux de fond seulement
  cantonnier migrate                          met à jour la base, puis s’arrête
  cantonnier init --epci SIREN                installe un territoire depuis le registre officiel
  cantonnier init --commune CODE_INSEE        (options : --admin adresse@mairie.example)
  cantonnier import boundaries FICHIER        charge les contours officiels (GeoJSON)
  cantonnier import addresses FICHIER         charge une base adresse locale (CSV, BAL)
  cantonnier import requests FICHIER          reprend les demandes d’un autre outil (Open311 JSON, CSV)
  cantonnier audit verify                     relit le journal entier et vérifie ses sceaux
  cantonnier help                             cette aide

La configuration se lit dans l’environnement : voir docs/guide/configuration.md.
`;

/**
 * Runs one command of the command line.
 *
 * @throws CommandError with a message for a person when the command is unknown or misused
 */
export async function runCommand(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const [command = 'help', ...rest] = args;
  switch (command) {
    case 'start':
      return start(loadConfig(env), { serve: true, work: true });
    case 'serve':
      return start(loadConfig(env), { serve: true, work: false });
    case 'work':
      return start(loadConfig(env), { serve: false, work: true });
    case 'migrate':
      return migrateOnly(loadConfig(env));
    case 'init':
      return init(loadConfig(env), rest);
    case 'import':
      return importFile(loadConfig(env), rest);
    case 'audit':
      return audit(loadConfig(env), rest);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(HELP);
      return;
    default:
      throw new CommandError(`Commande inconnue : « ${command} ».\n\n${HELP}`);
  }
}
