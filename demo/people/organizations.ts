import type { Organization, Territory } from '../types.ts';
import { switchboard } from './fictional-phone.ts';
import { inAddress } from './names.ts';

export const METROPOLE = 'metropole';
export const REGIE = 'regie-des-eaux';
export const DEPARTEMENT = 'departement';

/** The métropole, its water operator, the département, and the communes, largest first. */
export function describeOrganizations(territory: Territory): Organization[] {
  const everywhere = territory.communes.map(({ code }) => code);
  const { departement, boundary } = territory;
  const bodies: Omit<Organization, 'email' | 'phone'>[] = [
    {
      slug: METROPOLE,
      name: territory.name,
      shortName: 'Métropole',
      kind: 'epci',
      communeCodes: everywhere,
      area: boundary,
    },
    {
      slug: REGIE,
      name: 'Régie des eaux du Val-Serein',
      shortName: 'Régie des eaux',
      kind: 'operator',
      communeCodes: everywhere,
      area: boundary,
    },
    {
      slug: DEPARTEMENT,
      name: `Département de la ${departement.name}`,
      shortName: departement.name,
      kind: 'departement',
      communeCodes: everywhere,
      area: departement.boundary,
    },
    ...territory.communes
      .toSorted((a, b) => b.population - a.population)
      .map((commune) => ({
        slug: communeSlug(commune.name),
        name: `${commune.population < 2_000 ? 'Commune' : 'Ville'} ${ofCommune(commune.name)}`,
        shortName: commune.name,
        kind: 'commune' as const,
        communeCodes: [commune.code],
        area: commune.boundary,
      })),
  ];
  return bodies.map((body, rank) => ({
    ...body,
    email: `${body.slug}@val-serein.example`,
    phone: switchboard(rank + 1),
  }));
}

const communeSlug = (name: string): string => inAddress(name);

/** « de Montserein », « d’Aubigny », « des Ormeaux-en-Val ». */
function ofCommune(name: string): string {
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  return /^[AEIOUÉÈÎÔH]/.test(name) ? `d’${name}` : `de ${name}`;
}
