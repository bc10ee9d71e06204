import Type, { type Static } from 'typebox';
import type { Text } from '../problem/index.ts';

/** What each variable carries beside its schema, for the guide and for refusals. */
export interface VariableNotes {
  /** What it is for, in French. */
  readonly description: string;
  /** What its value must be: the end of a sentence. */
  readonly expected: Text;
  readonly examples: readonly [string, ...string[]];
  /** Never shown back: it may hold a password. */
  readonly secret?: true;
}

const url = (schemes: string) => ({ pattern: `^(${schemes})://[^\\s]+$`, maxLength: 2000 });

/** Every environment variable that the program reads, and nothing else. */
export const Variables = Type.Object({
  PORT: Type.Integer({
    default: 8080,
    minimum: 0,
    maximum: 65_535,
    description: 'Port d’écoute ; 0 en choisit un libre.',
    expected: { fr: 'un nombre entier de 0 à 65535', en: 'a whole number from 0 to 65535' },
    examples: ['8080'],
  }),
  HOST: Type.String({
    default: '127.0.0.1',
    pattern: '^[A-Za-z0-9.:-]{1,255}$',
    description:
      'Adresse d’écoute. Par défaut, cette machine seule ; `0.0.0.0` ouvre au réseau, à placer derrière un serveur HTTPS.',
    expected: { fr: 'une adresse IP ou un nom de machine', en: 'an IP address or a host name' },
    examples: ['0.0.0.0'],
  }),
  CANTONNIER_VAR: Type.String({
    default: './var',
    maxLength: 1000,
    description: 'Dossier des données : base embarquée, photos. C’est lui qu’il faut sauvegarder.',
    expected: { fr: 'un chemin de dossier', en: 'a folder path' },
    examples: ['/var/lib/cantonnier'],
  }),
  DATABASE_URL: Type.Optional(
    Type.String({
      ...url('postgres|postgresql'),
      secret: true,
      description:
        'PostgreSQL 16 ou plus. Sans elle, une base embarquée est créée dans `CANTONNIER_VAR`.',
      expected: { fr: 'une adresse postgres://…', en: 'a postgres:// address' },
      examples: ['postgres://cantonnier:motdepasse@localhost:5432/cantonnier'],
    }),
  ),
  PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s/?#@]+/?$',
      maxLength: 500,
      description: 'Adresse publique, pour les liens des courriels.',
      expected: {
        fr: 'une adresse http:// ou https:// sans chemin',
        en: 'an http:// or https:// address without a path',
      },
      examples: ['https://demandes.ville.example'],
    }),
  ),
  SMTP_URL: Type.Optional(
    Type.String({
      ...url('smtps?'),
      secret: true,
      description:
        'Serveur d’envoi des courriels. Sans elle, les courriels attendent dans la base.',
      expected: { fr: 'une adresse smtp:// ou smtps://', en: 'an smtp:// or smtps:// address' },
      examples: ['smtps://cantonnier:motdepasse@smtp.ville.example:465'],
    }),
  ),
  MAIL_FROM: Type.Optional(
    Type.String({
      pattern: '^([^<>@\\r\\n"]{1,100} <[^\\s<>@]+@[^\\s<>@]+>|[^\\s<>@]+@[^\\s<>@]+)$',
      maxLength: 300,
      description: 'Expéditeur des courriels ; obligatoire avec `SMTP_URL`.',
      expected: {
        fr: 'une adresse électronique, nommée ou non',
        en: 'an e-mail address, with or without a name',
      },
      examples: ['Mairie de Ville <ne-pas-repondre@ville.example>'],
    }),
  ),
  MAIL_REPLY_TO: Type.Optional(
    Type.String({
      pattern: '^[^\\s<>@+",;]{1,60}@[^\\s<>@",;]+$',
      maxLength: 200,
      description:
        'Adresse de la boîte que lit `IMAP_URL`, à laquelle les habitants répondent. Elle doit accepter les sous-adresses (`demandes+…@`).',
      expected: {
        fr: 'une adresse électronique, sans nom ni « + »',
        en: 'an e-mail address, without name or “+”',
      },
      examples: ['demandes@ville.example'],
    }),
  ),
  IMAP_URL: Type.Optional(
    Type.String({
      pattern: '^imaps?://[^\\s]+( imaps?://[^\\s]+)*$',
      maxLength: 4000,
      secret: true,
      description:
        'Boîte de courriel qui reçoit les demandes ; plusieurs, séparées par une espace. Le chemin est le dossier lu (`INBOX` par défaut) ; `?archive=Traités` y range ce qui est pris en charge, `?territory=code` dit le territoire quand il y en a plusieurs.',
      expected: {
        fr: 'une adresse imaps://compte:motdepasse@serveur/dossier',
        en: 'an imaps://account:password@server/folder address',
      },
      examples: ['imaps://demandes%40ville.example:motdepasse@imap.ville.example/INBOX'],
    }),
  ),
  SMS_GATEWAY_URL: Type.Optional(
    Type.String({
      ...url('https?'),
      secret: true,
      description:
        'Passerelle d’envoi des SMS (contrat plus bas). Sans elle, les SMS attendent dans la base.',
      expected: { fr: 'une adresse http:// ou https://', en: 'an http:// or https:// address' },
      examples: ['https://sms.ville.example/envoi'],
    }),
  ),
  SMS_GATEWAY_TOKEN: Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{16,200}$',
      secret: true,
      description:
        'Jeton partagé avec la passerelle SMS, dans les deux sens ; obligatoire avec `SMS_GATEWAY_URL`.',
      expected: {
        fr: 'de 16 à 200 caractères visibles, sans espace ni accent',
        en: '16 to 200 visible ASCII characters, without spaces',
      },
      examples: ['remplacez-moi-par-un-long-hasard'],
    }),
  ),
  TILES_URL: Type.Optional(
    Type.String({
      pattern: '^https://[^\\s]*\\{z\\}[^\\s]*\\{[xy]\\}[^\\s]*\\{[xy]\\}[^\\s]*$',
      maxLength: 1000,
      description: 'Fond de carte extérieur, par tuiles. Sans lui, Cantonnier dessine le sien.',
      expected: {
        fr: 'une adresse https:// qui contient {z}, {x} et {y}',
        en: 'an https:// address that holds {z}, {x} and {y}',
      },
      examples: ['https://tuiles.ville.example/{z}/{x}/{y}.png'],
    }),
  ),
  TILES_ATTRIBUTION: Type.Optional(
    Type.String({
      maxLength: 300,
      description: 'Mention des auteurs du fond de carte, affichée sur chaque carte.',
      expected: {
        fr: 'un texte de 300 caractères au plus',
        en: 'a text of at most 300 characters',
      },
      examples: ['© IGN'],
    }),
  ),
  PMTILES_FILE: Type.Optional(
    Type.String({
      pattern: '\\.pmtiles$',
      maxLength: 1000,
      description: 'Fond de carte en un seul fichier, servi par Cantonnier.',
      expected: { fr: 'le chemin d’un fichier .pmtiles', en: 'the path of a .pmtiles file' },
      examples: ['/var/lib/cantonnier/ville.pmtiles'],
    }),
  ),
  OSRM_URL: Type.Optional(
    Type.String({
      ...url('https?'),
      description:
        'Serveur d’itinéraires compatible OSRM, pour les temps de trajet. Sans lui, les rues importées, sinon la distance à vol d’oiseau.',
      expected: { fr: 'une adresse http:// ou https://', en: 'an http:// or https:// address' },
      examples: ['https://itineraires.ville.example'],
    }),
  ),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    default: 'info',
    description: 'Détail du journal.',
    expected: {
      fr: 'fatal, error, warn, info, debug, trace ou silent',
      en: 'fatal, error, warn, info, debug, trace or silent',
    },
    examples: ['warn'],
  }),
  SESSION_DAYS: Type.Integer({
    default: 14,
    minimum: 1,
    maximum: 365,
    description: 'Jours avant qu’une session inutilisée se ferme.',
    expected: { fr: 'un nombre entier de 1 à 365', en: 'a whole number from 1 to 365' },
    examples: ['7'],
  }),
  TRUST_PROXY: Type.Optional(
    Type.String({
      pattern: '^(\\d|[0-9a-fA-F.:/]+( *, *[0-9a-fA-F.:/]+)*)$',
      maxLength: 1000,
      description:
        'Serveurs de confiance placés devant Cantonnier, dont `X-Forwarded-For` est cru : leur nombre, ou leurs adresses.',
      expected: {
        fr: 'un nombre de 0 à 9, ou des adresses IP ou réseaux séparés par des virgules',
        en: 'a number from 0 to 9, or IP addresses or networks separated by commas',
      },
      examples: ['1', '10.0.0.0/8,127.0.0.1'],
    }),
  ),
  OUTBOUND_NETWORKS: Type.Optional(
    Type.String({
      pattern: '^[0-9a-fA-F.:/]+( *, *[0-9a-fA-F.:/]+)*$',
      maxLength: 1000,
      description:
        'Réseaux privés que Cantonnier peut appeler : serveurs Open311 de voisins, photos données par leur adresse. Sans elle, les adresses publiques seulement.',
      expected: {
        fr: 'des adresses IP ou réseaux séparés par des virgules',
        en: 'IP addresses or networks separated by commas',
      },
      examples: ['10.20.0.0/16'],
    }),
  ),
  ENCRYPTION_KEY: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$',
      secret: true,
      description:
        'Clé sous laquelle sont gardées les clés des serveurs Open311 de vos voisins : ce que donne `openssl rand -base64 32`. Pour en changer, la nouvelle d’abord, une virgule, puis l’ancienne.',
      expected: {
        fr: 'ce que donne « openssl rand -base64 32 » ; plusieurs, séparés par une virgule',
        en: 'what “openssl rand -base64 32” gives; several, separated by a comma',
      },
      examples: ['REMPLACEZ+CECI+PAR+openssl+rand+base64+32xx='],
    }),
  ),
  METRICS_TOKEN: Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{16,200}$',
      secret: true,
      description:
        'Jeton exigé pour lire `/metrics`. Sans lui, seul un programme de cette machine peut les lire.',
      expected: {
        fr: 'de 16 à 200 caractères visibles, sans espace ni accent',
        en: '16 to 200 visible ASCII characters, without spaces',
      },
      examples: ['remplacez-moi-par-un-long-hasard'],
    }),
  ),
  DEMO: Type.Enum(['auto', 'off'], {
    default: 'auto',
    description: 'Territoire de démonstration : créé au premier départ d’une base vide, ou jamais.',
    expected: { fr: 'auto ou off', en: 'auto or off' },
    examples: ['off'],
  }),
});

export type Variables = Static<typeof Variables>;
