import { writeCsv } from '../../platform/csv/index.ts';
import type { Overview, TableQuery } from './schemas.ts';

type Row = Overview['byService'][number] | Overview['byOrganization'][number];
type Column = [title: string, read: (row: Row) => number | null];

const hundredths = (share: number | null) => (share === null ? null : Math.round(share * 100));

const COLUMNS: Column[] = [
  ['Reçues', ({ received }) => received],
  ['Closes', ({ closed }) => closed],
  ['Ouvertes en fin de période', ({ open }) => open],
  ['En retard', ({ late }) => late],
  ['Délai médian de prise en charge (heures)', (row) => row.medianHoursToTriage],
  ['Délai médian de clôture (heures)', (row) => row.medianHoursToClose],
  ['Premières réponses dans le délai (%)', (row) => hundredths(row.answeredInTimeShare)],
  ['Clôtures dans le délai (%)', (row) => hundredths(row.closedInTimeShare)],
  ['Réouvertures', ({ reopened }) => reopened],
  ['Avis de satisfaction', ({ ratings }) => ratings],
  ['Avis satisfaits', ({ satisfied }) => satisfied],
  ['Avis insatisfaits', ({ unsatisfied }) => unsatisfied],
  ['Avis avec un commentaire', ({ comments }) => comments],
];

/** The figures of each service or organization, as a French spreadsheet opens them. */
export function tellTable(overview: Overview, by: TableQuery['by']): string {
  const titles = COLUMNS.map(([title]) => title);
  const figures = (row: Row) => COLUMNS.map(([, read]) => read(row));
  if (by === 'organization') {
    return writeCsv([
      ['Organisme', ...titles],
      ...overview.byOrganization.map((row) => [row.name, ...figures(row)]),
    ]);
  }
  return writeCsv([
    ['Domaine', 'Prestation', ...titles],
    ...overview.byService.map((row) => [row.serviceGroup, row.serviceName, ...figures(row)]),
  ]);
}
