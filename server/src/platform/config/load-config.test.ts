import { describe, expect, it } from 'vitest';
import { ConfigError } from './config-error.ts';
import { loadConfig } from './load-config.ts';

function faultsOf(env: Record<string, string>) {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(({ variable }) => variable);
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('needs nothing', () => {
    expect(loadConfig({ PATH: '/bin', SMTP_URL: '', PORT: ' ' })).toEqual({
      port: 8080,
      host: '127.0.0.1',
      varDir: './var',
      basemap: { kind: 'own' },
      logLevel: 'info',
      sessionDays: 14,
      trustProxy: false,
      outboundNetworks: [],
      encryptionKeys: [],
      demo: 'auto',
    });
  });

  it('reads every variable', () => {
    const config = loadConfig({
      PORT: '0',
      HOST: '::1',
      CANTONNIER_VAR: '/var/lib/cantonnier',
      DATABASE_URL: 'postgres://c:secret@db:5432/c',
      PUBLIC_URL: 'https://demandes.ville.example/',
      SMTP_URL: 'smtp://localhost:25',
      MAIL_FROM: 'Mairie d’Été <mairie@ville.example>',
      TILES_URL: 'https://tuiles.example/{z}/{y}/{x}.png',
      TILES_ATTRIBUTION: '© IGN',
      OSRM_URL: 'https://itineraires.ville.example/',
      LOG_LEVEL: 'debug',
      SESSION_DAYS: '30',
      TRUST_PROXY: '10.0.0.0/8, ::1',
      OUTBOUND_NETWORKS: '10.20.0.0/16, fd00::/8',
      ENCRYPTION_KEY: [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64')).join(),
      METRICS_TOKEN: '0123456789abcdef',
      DEMO: 'off',
    });
    expect(config).toEqual({
      port: 0,
      host: '::1',
      varDir: '/var/lib/cantonnier',
      databaseUrl: 'postgres://c:secret@db:5432/c',
      publicUrl: 'https://demandes.ville.example',
      smtp: { url: 'smtp://localhost:25', from: 'Mairie d’Été <mairie@ville.example>' },
      basemap: {
        kind: 'tiles',
        url: 'https://tuiles.example/{z}/{y}/{x}.png',
        attribution: '© IGN',
      },
      osrmUrl: 'https://itineraires.ville.example',
      logLevel: 'debug',
      sessionDays: 30,
      trustProxy: ['10.0.0.0/8', '::1'],
      outboundNetworks: ['10.20.0.0/16', 'fd00::/8'],
      encryptionKeys: [Buffer.alloc(32, 7), Buffer.alloc(32, 8)],
      metricsToken: '0123456789abcdef',
      demo: 'off',
    });
    expect(loadConfig({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
    expect(loadConfig({ PMTILES_FILE: 'ville.pmtiles' }).basemap).toMatchObject({
      kind: 'pmtiles',
      file: 'ville.pmtiles',
    });
  });

  it.each([
    ['PORT', ['abc', '-1', '65536', '80.5', '0x50', '1e3', 'true']],
    ['HOST', ['ville example', 'http://ville']],
    ['DATABASE_URL', ['mysql://db/c', 'localhost', 'postgres://', 'postgres://h:99999999/x']],
    [
      'PUBLIC_URL',
      ['ville.example', 'https://ville.example/chemin', 'ftp://ville.example', 'https://'],
    ],
    ['MAIL_FROM', ['mairie', 'Mairie <mairie>', 'a@b\nBcc: c@d', 'a@b c@d']],
    ['TILES_URL', ['https://tuiles.example', 'http://tuiles.example/{z}/{x}/{y}']],
    ['PMTILES_FILE', ['ville.mbtiles']],
    ['OSRM_URL', ['itineraires.ville.example', 'ftp://ville.example']],
    ['LOG_LEVEL', ['INFO', 'verbose']],
    ['SESSION_DAYS', ['0', '366']],
    [
      'TRUST_PROXY',
      ['true', '10', '10.0.0', '10.0.0.0/33', '::1/129', '1.2.3.4/', 'ville.example'],
    ],
    ['OUTBOUND_NETWORKS', ['true', '10.0.0.0/33', 'ville.example', '10.0.0.1,']],
    ['ENCRYPTION_KEY', ['secret', `${'A'.repeat(42)}==`, `${'A'.repeat(43)}=,`]],
    ['METRICS_TOKEN', ['court', 'avec des espaces dedans']],
    ['DEMO', ['on', 'true']],
  ])('refuses wrong values of %s', (name, values) => {
    for (const value of values) expect(faultsOf({ [name]: value }), value).toEqual([name]);
  });

  it('refuses what does not go together', () => {
    expect(faultsOf({ SMTP_URL: 'smtp://localhost' })).toEqual(['MAIL_FROM']);
    expect(
      faultsOf({ TILES_URL: 'https://t.example/{z}/{x}/{y}', PMTILES_FILE: 'a.pmtiles' }),
    ).toEqual(['TILES_URL']);
  });

  it('names every fault at once, in both languages, with an example and without secrets', () => {
    const load = () => loadConfig({ PORT: 'abc', DATABASE_URL: 'mysql://root:hunter2@db' });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(
      'PORT = "abc"\n    attendu : un nombre entier de 0 à 65535\n    expected: a whole number',
    );
    expect(load).toThrow('DATABASE_URL=postgres://cantonnier');
    expect(load).not.toThrow('hunter2');
  });
});
