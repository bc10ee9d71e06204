import Type, { type Static } from 'typebox';
import { closed, Id } from '../../../platform/http/index.ts';
import { KINDS } from './mask/span.ts';
import { FLAG_REASONS, POLICIES, TEXT_STATES } from './model.ts';

const Instant = Type.String({ format: 'date-time', maxLength: 40 });
const Days = Type.Integer({ minimum: 0, maximum: 3650 });

export const PublicCopyView = Type.Object(
  {
    text: Type.String({ description: 'Sans ce qui désigne une personne' }),
    masked: Type.Array(Type.Enum([...KINDS])),
    textState: Type.Enum([...TEXT_STATES]),
    textPolicy: Type.Enum([...POLICIES]),
    photoPolicy: Type.Enum([...POLICIES]),
    photosWaiting: Type.Boolean(),
    hiddenPhotoIds: Type.Array(Id),
    flaggedPhotoIds: Type.Array(Id),
    since: Instant,
  },
  { title: 'PublicCopy' },
);
export type PublicCopyView = Static<typeof PublicCopyView>;

export const ModerateBody = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 10_000, description: 'Corrigé' })),
    hidden: Type.Optional(Type.Boolean({ description: 'Ne montrer aucun texte' })),
    hiddenPhotoIds: Type.Optional(Type.Array(Id, { maxItems: 100, uniqueItems: true })),
  },
  { ...closed, title: 'Moderation' },
);

const PhotoId = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$', maxLength: 22 });

export const FlagBody = Type.Object(
  { reason: Type.Enum([...FLAG_REASONS]), photoId: Type.Optional(PhotoId) },
  { ...closed, title: 'Flag' },
);
export const FlaggedView = Type.Object({ flagged: Type.Literal(true) });

export const PublicPhotoParams = Type.Object({ id: Id, photoId: PhotoId });
export const PhotoQuery = Type.Object({ size: Type.Optional(Type.Enum(['full', 'thumb'])) });

const settings = {
  textPolicy: Type.Enum([...POLICIES]),
  photoPolicy: Type.Enum([...POLICIES]),
  daysAfterClosing: Days,
  services: Type.Record(
    Type.String({ maxLength: 80 }),
    Type.Object(
      {
        shown: Type.Boolean(),
        daysAfterClosing: Type.Unsafe<number | null>({ ...Days, type: ['integer', 'null'] }),
      },
      closed,
    ),
    { maxProperties: 1_000 },
  ),
};
export const PublicSettingInput = Type.Object(settings, { ...closed, title: 'PublicSettingInput' });
export const PublicSettingView = Type.Object(
  { ...settings, version: Type.Integer() },
  { title: 'PublicSetting' },
);
