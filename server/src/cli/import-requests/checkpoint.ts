import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** How far an import has come. Everything before is in the database, or in the report. */
export interface Progress {
  /** Records read, good or bad. */
  read: number;
  imported: number;
  known: number;
  refused: number;
  /** Bytes of the report that are true. */
  reportBytes: number;
}

const BEGINNING: Progress = { read: 0, imported: 0, known: 0, refused: 0, reportBytes: 0 };

export interface Checkpoint {
  load(): Promise<Progress>;
  save(progress: Progress): Promise<void>;
  forget(): Promise<void>;
}

/**
 * Where an import that is cut short takes up again. The file and the mapping name it: another file,
 * or the same changed, begins anew.
 */
export async function openCheckpoint(
  varDir: string,
  file: string,
  mapping: unknown,
): Promise<Checkpoint> {
  const { size, mtimeMs } = await stat(file);
  const identity = JSON.stringify([path.resolve(file), size, mtimeMs, mapping]);
  const name = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  const folder = path.join(varDir, 'imports');
  const place = path.join(folder, `${name}.json`);
  await mkdir(folder, { recursive: true });
  return {
    async load() {
      try {
        return JSON.parse(await readFile(place, 'utf8')) as Progress;
      } catch {
        return BEGINNING;
      }
    },
    async save(progress) {
      await writeFile(`${place}.new`, JSON.stringify(progress));
      await rename(`${place}.new`, place);
    },
    forget: () => rm(place, { force: true }),
  };
}
