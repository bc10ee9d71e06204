import Type from 'typebox';
import { ROLES } from '../acts/index.ts';
import { SCOPES } from './api-tokens.ts';

const Id = Type.String({ format: 'uuid' });
const Email = Type.String({ format: 'email', maxLength: 254 });
const Name = Type.String({ minLength: 1, maxLength: 200 });
/** Long rather than odd: NIST SP 800-63B §3.1.1. */
const NewPassword = Type.String({ minLength: 12, maxLength: 200 });
const closed = { additionalProperties: false };

const Grant = Type.Object({ organizationId: Id, role: Type.Enum([...ROLES]) }, closed);
const Grants = Type.Array(Grant, { maxItems: 200 });

export const Credentials = Type.Object(
  { email: Type.String({ maxLength: 254 }), password: Type.String({ maxLength: 200 }) },
  closed,
);

export const PasswordChange = Type.Object(
  { current: Type.String({ maxLength: 200 }), next: NewPassword },
  closed,
);

export const SessionView = Type.Object({
  account: Type.Object({ id: Id, name: Type.String(), email: Type.String() }),
  csrfToken: Type.String(),
  passwordProvisional: Type.Boolean({
    description: 'Un administrateur connaît le mot de passe : en choisir un autre',
  }),
  grants: Type.Array(Type.Object({ organizationId: Id, role: Type.String() })),
});

export const AccountView = Type.Object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  createdAt: Type.String(),
  disabled: Type.Boolean(),
  grants: Type.Array(Type.Object({ organizationId: Id, role: Type.String() })),
});

export const NewAccount = Type.Object(
  { email: Email, name: Name, password: Type.Optional(NewPassword), grants: Grants },
  closed,
);

export const NewGrants = Type.Object({ grants: Grants }, closed);

export const CreatedAccount = Type.Object({ id: Id, password: Type.Optional(Type.String()) });

export const ResetPassword = Type.Object({ id: Id, password: Type.String() });

export const Identified = Type.Object({ id: Id });

export const NewApiToken = Type.Object(
  {
    name: Name,
    organizationId: Id,
    scopes: Type.Array(Type.Enum([...SCOPES]), { minItems: 1, maxItems: SCOPES.length }),
  },
  closed,
);

export const CreatedApiToken = Type.Object({ id: Id, token: Type.String() });

export const ApiTokenView = Type.Object({
  id: Id,
  name: Type.String(),
  organizationId: Id,
  scopes: Type.Array(Type.String()),
  createdAt: Type.String(),
  revoked: Type.Boolean(),
});
