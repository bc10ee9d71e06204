import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { CommandError } from './command-error.ts';

/** A commune of today; associated and delegated ones, which share its code, are left out. */
interface RegisterCommune {
  code: string;
  nom: string;
  departement: string;
  siren?: string;
  population?: number;
}

export interface RegisterEpci {
  code: string;
  nom: string;
  type: 'CC' | 'CA' | 'CU' | 'METRO' | 'MET69';
  populationMunicipale: number;
  membres: { code: string; siren: string }[];
}

/** The part of the official register that one territory needs. */
export interface RegisterExtract {
  epci: RegisterEpci;
  communes: RegisterCommune[];
  departements: { code: string; nom: string }[];
}

interface Entry extends RegisterCommune {
  type: string;
  chefLieu?: string;
  commune?: string;
}

/**
 * Reads the official register (code officiel géographique of INSEE, EPCI of DGCL, 2026), which
 * npm brings as `@etalab/decoupage-administratif`: an installation needs no network.
 *
 * @throws CommandError when the code is not that of a commune of today in an EPCI, or of an EPCI
 */
export async function readRegister(
  asked: { epci: string } | { commune: string },
): Promise<RegisterExtract> {
  const [entries, groupings, departements] = await Promise.all([
    readData<Entry[]>('communes'),
    readData<RegisterEpci[]>('epci'),
    readData<RegisterExtract['departements']>('departements'),
  ]);
  const current = new Map(
    entries.filter(({ type }) => type === 'commune-actuelle').map((one) => [one.code, one]),
  );
  const epci = 'epci' in asked ? findEpci(groupings, asked.epci) : epciOf(asked.commune);
  const codes = 'epci' in asked ? epci.membres.map(({ code }) => code) : [asked.commune];
  const communes = codes.flatMap((code) => current.get(code) ?? []);
  const needed = new Set(communes.map(({ departement }) => departement));
  return { epci, communes, departements: departements.filter(({ code }) => needed.has(code)) };

  function epciOf(code: string): RegisterEpci {
    const commune = current.get(code);
    if (!commune) throw unknownCommune(entries, code);
    const found = groupings.find(({ membres }) => membres.some((member) => member.code === code));
    if (found) return found;
    throw new CommandError(
      `${commune.nom} (${code}) n’appartient à aucun EPCI à fiscalité propre : ses compétences ne ` +
        'peuvent pas être déduites du registre. Rien n’a été installé.',
    );
  }
}

function findEpci(groupings: RegisterEpci[], code: string): RegisterEpci {
  const found = groupings.find((one) => one.code === code);
  if (found) return found;
  throw new CommandError(
    `Aucun EPCI à fiscalité propre n’a le SIREN « ${code} » dans le registre de 2026. ` +
      'Le SIREN d’un EPCI a neuf chiffres, par exemple 243400017.',
  );
}

function unknownCommune(entries: Entry[], code: string): CommandError {
  const former = entries.find((one) => one.code === code);
  const successor = former?.chefLieu ?? former?.commune;
  return new CommandError(
    former && successor
      ? `${former.nom} (${code}) n’est pas une commune de plein exercice : utilisez le code ${successor}.`
      : `Aucune commune n’a le code INSEE « ${code} » dans le registre de 2026. ` +
          'Ce n’est pas le code postal : Arvieu, 12120, a le code INSEE 12011.',
  );
}

const { resolve } = createRequire(import.meta.url);

async function readData<T>(name: string): Promise<T> {
  const path = resolve(`@etalab/decoupage-administratif/data/${name}.json`);
  return JSON.parse(await readFile(path, 'utf8'));
}
