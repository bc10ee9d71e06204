import { open, readFile } from 'node:fs/promises';
import { findCommune, organizationsById } from '../../modules/organizations/index.ts';
import {
  catalogueOf,
  type ImportedRequest,
  importServiceRequests,
} from '../../modules/service-requests/index.ts';
import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { CommandError } from '../command-error.ts';
import { inWords } from '../in-words.ts';
import { actOnOnlyTerritory } from '../official-file.ts';
import { openCheckpoint, type Progress } from './checkpoint.ts';
import { type Mapping, OPEN311_MAPPING, readMapping } from './mapping.ts';
import { type Draft, type Known, readRecord } from './read-record.ts';
import { type Line, readRows } from './read-rows.ts';

export interface ImportRequestsOptions {
  mapping?: string | undefined;
  report?: string | undefined;
  /** Tells how far it is; the command line writes it on stderr. */
  progress?: (line: string) => void;
}

/** Records of one checkpoint, and of one transaction: what a cut costs to read again. */
const BATCH = 2_000;

/**
 * Imports requests from another tool: Open311 JSON as it is, CSV by a mapping.
 *
 * The file is read as a stream; each batch is committed, then the checkpoint is moved. A cut between
 * the two reads the batch again, and the references make sure that nothing is there twice.
 *
 * @returns what was done, in French
 * @throws CommandError when the file or the mapping cannot be used at all
 */
export async function importRequestsFile(
  platform: Platform,
  path: string,
  {
    mapping: mappingPath,
    report: reportPath = `${path}.refusees.csv`,
    progress: tell = () => {},
  }: ImportRequestsOptions,
): Promise<string> {
  const mapping = await mappingFor(path, mappingPath);
  const act = await actOnOnlyTerritory(platform);
  const known = await whatIsKnown(platform, act);
  const checkpoint = await openCheckpoint(platform.config.varDir, path, mapping).catch(
    (error: unknown) => {
      throw asCommandError(path, error);
    },
  );
  let progress = await checkpoint.load();
  if (progress.read > 0) tell(`Reprise après ${progress.read.toLocaleString('fr-FR')} lignes.`);
  const report = await open(reportPath, progress.read > 0 ? 'r+' : 'w');
  const started = performance.now();
  const already = progress.read;
  try {
    await report.truncate(progress.reportBytes);
    for await (const batch of batches(readRows(path, mapping), already)) {
      progress = await takeIn(platform, act, { batch, mapping, known, progress, report });
      await checkpoint.save(progress);
      const seconds = (performance.now() - started) / 1_000;
      tell(`${inFigures(progress)} ; ${Math.round((progress.read - already) / seconds)} lignes/s.`);
    }
  } catch (error) {
    throw asCommandError(path, error);
  } finally {
    await report.close();
  }
  await checkpoint.forget();
  const refusals =
    progress.refused > 0 ? ` Lignes refusées, avec leur raison : ${reportPath}.` : '';
  return `${inFigures(progress)}.${refusals}`;
}

interface Work {
  batch: Line[];
  mapping: Mapping;
  known: Known;
  progress: Progress;
  report: Awaited<ReturnType<typeof open>>;
}

async function takeIn(platform: Platform, act: Act, work: Work): Promise<Progress> {
  const { batch, mapping, known, progress, report } = work;
  const refusals: string[] = [];
  const refuse = (line: number, faults: string[]) =>
    refusals.push(`${line};"${faults.join(', ').replaceAll('"', '""')}"\n`);
  const requests = new Map<string, ImportedRequest>();
  // Together: those that ask at the same moment where they lie share one question to the database.
  const made = await Promise.all(
    batch.map(async (read) => {
      if ('fault' in read) return { faults: [read.fault] };
      const draft = readRecord(read.row, mapping, known);
      return 'faults' in draft ? draft : place(platform, act, draft, mapping);
    }),
  );
  for (const [index, placed] of made.entries()) {
    if ('faults' in placed) refuse((batch[index] as Line).line, placed.faults);
    // The last line of a reference within a batch wins; across batches the first is there already.
    else requests.set(placed.externalReference, placed);
  }
  const { count } = await importServiceRequests(platform, act, [...requests.values()]);
  const text =
    (progress.reportBytes === 0 && refusals.length > 0 ? 'ligne;raison\n' : '') + refusals.join('');
  await report.write(text, progress.reportBytes);
  await report.datasync();
  return {
    read: progress.read + batch.length,
    imported: progress.imported + count,
    known: progress.known + batch.length - refusals.length - count,
    refused: progress.refused + refusals.length,
    reportBytes: progress.reportBytes + Buffer.byteLength(text),
  };
}

/** Finds the commune; without an organization of its own, the request is the commune's. */
async function place(
  platform: Platform,
  act: Act,
  draft: Draft,
  { outside = 'refuse' }: Mapping,
): Promise<ImportedRequest | { faults: string[] }> {
  if (!draft.point) return { ...draft, communeId: null, communeName: null };
  const commune = await findCommune(platform, platform.db.read, act.territoryId, draft.point);
  if (!commune && outside === 'refuse') return { faults: ['lieu hors du territoire'] };
  return {
    ...draft,
    organizationId: draft.organizationId ?? commune?.id ?? null,
    communeId: commune?.id ?? null,
    communeName: commune?.name ?? null,
  };
}

async function whatIsKnown(platform: Platform, { territoryId }: Act): Promise<Known> {
  const { services } = await catalogueOf(platform, territoryId);
  const organizations = await organizationsById(platform, platform.db.read, territoryId);
  return {
    services: new Map(
      services.flatMap(({ code, name }) => [
        [name.toLowerCase(), code] as const,
        [code, code] as const,
      ]),
    ),
    organizations: new Map(
      [...organizations.values()].flatMap(({ id, code, name }) => [
        [name.toLowerCase(), id] as const,
        [code, id] as const,
      ]),
    ),
  };
}

async function mappingFor(path: string, mappingPath: string | undefined): Promise<Mapping> {
  const isCsv = /\.csv(\.gz)?$/i.test(path);
  if (mappingPath === undefined) {
    if (!isCsv) return OPEN311_MAPPING;
    throw new CommandError('Un fichier CSV s’importe avec --mapping CORRESPONDANCE.json.');
  }
  const text = await readFile(mappingPath, 'utf8').catch(() => {
    throw new CommandError(`« ${mappingPath} » ne se lit pas : le fichier existe-t-il ?`);
  });
  return isCsv ? readMapping(text) : { ...OPEN311_MAPPING, ...readMapping(text) };
}

/** The lines after those that were read before, by batches. */
async function* batches(lines: AsyncIterable<Line>, skip: number): AsyncGenerator<Line[]> {
  let batch: Line[] = [];
  let read = 0;
  for await (const line of lines) {
    if (read++ < skip) continue;
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function inFigures({ read, imported, known, refused }: Progress): string {
  return [
    inWords(read, 'ligne lue', 'lignes lues'),
    inWords(imported, 'demande importée', 'demandes importées'),
    inWords(known, 'déjà connue', 'déjà connues'),
    inWords(refused, 'refusée', 'refusées'),
  ].join(', ');
}

function asCommandError(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT')
    return new CommandError(`« ${path} » ne se lit pas : le fichier existe-t-il ?`);
  if (error instanceof TypeError && /encoded|decode/i.test(error.message)) {
    return new CommandError(`« ${path} » n’est pas dans l’encodage annoncé : voir « encoding ».`);
  }
  return error;
}
