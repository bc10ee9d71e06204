import { statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, query, removeData, temporaryFolder } from './fixtures/programs.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

const log = () => undefined;

describe('a new embedded database', { timeout: 60_000 }, () => {
  const parent = makeFolder();
  const dataDir = join(parent, 'data');
  let postgres: EmbeddedPostgres;

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dataDir, log });
  }, 60_000);
  afterAll(async () => {
    await postgres.stop();
    await removeData(parent);
  }, 60_000);

  it('never loses what it acknowledged: fsync and page checksums are on', async () => {
    expect(await query(postgres.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(postgres.url, 'show synchronous_commit')).toEqual([
      { synchronous_commit: 'on' },
    ]);
    expect(await query(postgres.url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
  });

  it('opens a database of the asked name to its password alone', async () => {
    expect(new URL(postgres.url).pathname).toBe('/cantonnier');
    await expect(
      query(postgres.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1'),
    ).rejects.toMatchObject({ code: '28P01' });
    const [role] = await query(
      postgres.url,
      "select rolpassword like 'SCRAM-SHA-256$%' as scram from pg_authid where rolname = current_user",
    );
    expect(role).toEqual({ scram: true });
  });

  it('keeps the password and the data from other accounts', () => {
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'cluster')).mode & 0o777).toBe(0o700);
  });

  it('listens on the loopback address alone', async () => {
    const { port } = new URL(postgres.url);
    expect(await query(postgres.url, 'show unix_socket_directories')).toEqual([
      { unix_socket_directories: '' },
    ]);
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address?.family === 'IPv4' && address.address !== '127.0.0.1');
    for (const other of ['127.0.0.2', ...others.map((address) => address?.address)]) {
      const url = postgres.url.replace(`127.0.0.1:${port}`, `${other}:${port}`);
      await expect(query(url, 'select 1'), other).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
  });

  it('has the extensions we use', async () => {
    for (const name of ['unaccent', 'pg_trgm', 'btree_gist']) {
      await query(postgres.url, `create extension ${name}`);
    }
    const [row] = await query(
      postgres.url,
      "select unaccent('Élagage') as plain, int8range(1, 3) && int8range(2, 4) as overlap",
    );
    expect(row).toEqual({ plain: 'Elagage', overlap: true });
  });

  it('reads French: accents are letters, order is asked for', async () => {
    const [row] = await query(
      postgres.url,
      `select upper('élagué') as upper, similarity('éé', 'èè') as similarity,
              (select array_agg(word order by word collate "fr-x-icu")
               from unnest('{zone,école,Eau,été}'::text[]) word) as french,
              (select array_agg(word order by word)
               from unnest('{zone,école,Eau,été}'::text[]) word) as plain`,
    );
    expect(row).toEqual({
      upper: 'ÉLAGUÉ',
      similarity: 0, // were accents dropped, both would be empty and nothing could be told apart
      french: ['Eau', 'école', 'été', 'zone'],
      plain: ['Eau', 'zone', 'école', 'été'],
    });
    const [{ trigrams }] = await query(
      postgres.url,
      "select cardinality(show_trgm('éé')) as trigrams",
    );
    expect(trigrams).toBe(3);
  });
});

describe('an embedded database started again', { timeout: 60_000 }, () => {
  it('has its data, takes other settings, and may be stopped twice', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const settings = { fsync: 'off', synchronous_commit: 'off' };
    const first = await startEmbeddedPostgres({ dataDir, log, settings, database: 'Mon Bourg' });
    await query(first.url, 'create table kept as select 42 as answer');
    expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'off' }]);
    await Promise.all([first.stop(), first.stop()]);
    await expect(query(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    const second = await startEmbeddedPostgres({ dataDir, log, settings, database: 'Mon Bourg' });
    expect(await query(second.url, 'table kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('says what PostgreSQL objects to, and leaves the folder free', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const settings = { fsync: 'off', shared_buffers: 'plenty' };
    await expect(startEmbeddedPostgres({ dataDir, log, settings })).rejects.toThrow(
      /n’a pas pu démarrer[\s\S]*shared_buffers/,
    );
    const postgres = await startEmbeddedPostgres({ dataDir, log, settings: { fsync: 'off' } });
    await postgres.stop();
  });
});
