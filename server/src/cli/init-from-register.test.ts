import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../test/platform.ts';
import {
  findCompetent,
  listOrganizations,
  listTerritoryIds,
} from '../modules/organizations/index.ts';
import { searchPlaces } from '../modules/places/index.ts';
import { importAddressesFile } from './import-addresses.ts';
import { importBoundariesFile } from './import-boundaries.ts';
import { importHoldingsFile, previewHoldingsFile } from './import-holdings.ts';
import { initFromRegister } from './init-from-register.ts';

const CONTOURS = fileURLToPath(
  new URL('../../../../shared/data/geo/3m-communes-31.geojson', import.meta.url),
);
const DEPARTEMENT = fileURLToPath(
  new URL('../../../../shared/data/geo/communes-34.geojson', import.meta.url),
);

let test: TestPlatform;
beforeEach(async () => {
  test = await createTestPlatform();
});
afterEach(() => test?.close());

async function installed() {
  const { read } = test.platform.db;
  const [territoryId = ''] = await listTerritoryIds(read);
  return { territoryId, organizations: await listOrganizations(read, territoryId) };
}

describe('cantonnier init', () => {
  it('installs a métropole, its communes with the population of the right year, its département', async () => {
    const told = await initFromRegister(test.platform, {
      epci: '243400017',
      admin: 'dst@3m.example',
    });
    expect(told).toMatch(/« Montpellier Méditerranée Métropole » installé : 31 communes, 2 autres/);
    expect(told).toMatch(/dst@3m\.example\n {2}mot de passe {2}\S{12,}/);
    const { organizations } = await installed();
    const byCode = new Map(organizations.map((one) => [one.code, one]));
    expect(byCode.get('34057')).toMatchObject({
      name: 'Castelnau-le-Lez',
      siren: '213400575',
      population: { count: 26058, year: 2023 },
    });
    expect(byCode.get('243400017')).toMatchObject({
      orientation: true,
      population: { count: 516657, year: 2022 },
    });
    expect(byCode.get('34')?.name).toBe('Hérault (département)');
  });

  it('installs a village, which orients, since its communauté holds only some roads', async () => {
    await initFromRegister(test.platform, { commune: '12011' });
    const { territoryId, organizations } = await installed();
    expect(organizations.map(({ name, orientation }) => ({ name, orientation }))).toEqual([
      { name: 'Arvieu', orientation: true },
      { name: 'Aveyron (département)', orientation: false },
      { name: 'CC de Lévézou Pareloup', orientation: false },
    ]);
    const ask = (serviceGroup: string) =>
      findCompetent(test.platform, test.platform.db.read, territoryId, {
        serviceCode: 'x',
        serviceGroup,
        point: { lat: 44.19, long: 2.66 },
        roadClass: 'communal',
        at: test.clock.now(),
      });
    expect(await ask('Propreté')).toMatchObject({
      outcome: 'found',
      organization: { name: 'Arvieu' },
    });
    const roads = await ask('Voirie');
    expect(roads).toMatchObject({ outcome: 'unclear', organization: { name: 'Arvieu' } });
    expect(roads.reason).toContain('CGCT, article L5214-16');
  });

  it('does not take a delegated commune for the commune that has its code', async () => {
    // 01015 is both Arboys en Bugey and, within it, the former Arbignieu.
    await initFromRegister(test.platform, { commune: '01015' });
    const { organizations } = await installed();
    expect(organizations.find(({ kind }) => kind === 'commune')?.name).toBe('Arboys en Bugey');
  });

  it.each([
    [
      'an unknown SIREN',
      { epci: '999999999' },
      'Aucun EPCI à fiscalité propre n’a le SIREN « 999999999 »',
    ],
    ['an unknown commune', { commune: '99999' }, 'Ce n’est pas le code postal'],
    ['an island without EPCI', { commune: '29155' }, 'Ouessant (29155) n’appartient à aucun EPCI'],
    ['a district', { commune: '13201' }, 'utilisez le code 13055'],
    ['nothing', {}, 'un seul des deux'],
    ['both', { epci: '243400017', commune: '34057' }, 'un seul des deux'],
    ['a bad address', { epci: '243400017', admin: 'moi' }, '« moi » n’est pas une adresse'],
  ])('refuses %s, and installs nothing', async (_what, options, message) => {
    await expect(initFromRegister(test.platform, options)).rejects.toThrow(message);
    expect(await listTerritoryIds(test.platform.db.read)).toEqual([]);
  });

  it('refuses a second run', async () => {
    await initFromRegister(test.platform, { commune: '12011' });
    await expect(initFromRegister(test.platform, { commune: '12011' })).rejects.toThrow(
      'Cette base contient déjà un territoire',
    );
  });
});

describe('cantonnier import boundaries', () => {
  it.skipIf(!existsSync(CONTOURS))(
    'takes the official contours of a métropole (skipped without their file)',
    async () => {
      await initFromRegister(test.platform, { epci: '243400017' });
      expect(await importBoundariesFile(test.platform, CONTOURS)).toBe('32 contours importés.');
      const { territoryId } = await installed();
      const found = await findCompetent(test.platform, test.platform.db.read, territoryId, {
        serviceCode: 'nid-de-poule',
        serviceGroup: 'Voirie',
        point: { lat: 43.6385, long: 3.9105 },
        roadClass: 'communal',
        at: test.clock.now(),
      });
      expect(found.commune?.name).toBe('Castelnau-le-Lez');
      expect(found.reason).toMatch(/Montpellier Méditerranée Métropole : voirie .*L5217-2/);
    },
  );

  it.skipIf(!existsSync(DEPARTEMENT))(
    'refuses a file of the whole département, naming each stranger (skipped without it)',
    async () => {
      await initFromRegister(test.platform, { epci: '243400017' });
      await expect(importBoundariesFile(test.platform, DEPARTEMENT)).rejects.toThrow(
        /refusé, rien n’a été importé :\n( {2}ligne \d+ : objet \d+ : le code « 34\d{3} » n’est celui d’aucune.*\n?){300}/,
      );
    },
  );

  it('then takes the addresses of its communes, which the search finds', async () => {
    await initFromRegister(test.platform, { commune: '12011' });
    const file = path.join(test.platform.config.varDir, 'adresses.csv');
    const header = 'cle_interop;commune_insee;toponyme;numero;suffixe;position;long;lat';
    await writeFile(
      file,
      `${header}\n12011_1;12011;Rue du Lévézou;4;;entrée;2.66;44.19\n12012_1;12012;Rue X;4;;entrée;2.6;44.1\n`,
    );
    expect(await importAddressesFile(test.platform, file)).toBe(
      '1 adresse importée, dans 1 voie. 1 ligne d’une autre commune laissée de côté.',
    );
    const { territoryId } = await installed();
    const [found] = await searchPlaces(test.platform, test.platform.db.read, territoryId, {
      text: '4 r du levezou',
    });
    expect(found?.label).toBe('4 Rue du Lévézou, Arvieu');

    const holdings = path.join(test.platform.config.varDir, 'voies.csv');
    await writeFile(holdings, 'voie;classe;proprietaire\nrue du Levezou;communale;Arvieu\n');
    expect(await previewHoldingsFile(test.platform, holdings)).toBe(
      '  ajout : Rue du Lévézou (Arvieu), communale, à Arvieu\n' +
        '1 voie lue, 0 équipement lu : 1 ajout, 0 changement, 0 retrait.\n' +
        'Rien n’a été changé : c’était un essai.',
    );
    expect(await importHoldingsFile(test.platform, holdings)).toBe(
      '1 voie lue, 0 équipement lu : 1 ajout, 0 changement, 0 retrait.',
    );
    await writeFile(holdings, 'voie;classe;proprietaire\nrue du Levezou;royale;Arvieu\n');
    await expect(importHoldingsFile(test.platform, holdings)).rejects.toThrow(
      'ligne 2 : la classe « royale » est inconnue',
    );
    await writeFile(file, `${header}\n12011_1;12011;;4;;entrée;2.66;44.19\n`);
    await expect(importAddressesFile(test.platform, file)).rejects.toThrow(
      'ligne 2 : le nom de la voie manque',
    );
  });

  it('refuses what it cannot read', async () => {
    await initFromRegister(test.platform, { commune: '12011' });
    const file = path.join(test.platform.config.varDir, 'contours.geojson');
    await expect(importBoundariesFile(test.platform, file)).rejects.toThrow(
      'le fichier existe-t-il',
    );
    await writeFile(file, Buffer.from('{"nom":"Ari\xe8ge"}', 'latin1'));
    await expect(importBoundariesFile(test.platform, file)).rejects.toThrow('pas écrit en UTF-8');
    await writeFile(file, '{"type":"FeatureCollection","features":[]}');
    await expect(importBoundariesFile(test.platform, file)).rejects.toThrow(
      'ligne 1 : la commune Arvieu (12011) manque',
    );
  });
});
