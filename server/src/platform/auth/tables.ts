import type { Role } from '../acts/index.ts';

export interface AuthTables {
  account: {
    territory_id: string;
    id: string;
    email: string;
    name: string;
    password_hash: string;
    /** Somebody else knows it: its owner is asked to choose another. */
    password_provisional: boolean;
    created_at: Date;
    disabled_at: Date | null;
  };
  role_grant: {
    territory_id: string;
    account_id: string;
    organization_id: string;
    role: Role;
  };
  session: {
    territory_id: string;
    token_hash: string;
    account_id: string;
    csrf_token: string;
    created_at: Date;
    expires_at: Date;
  };
  api_token: {
    territory_id: string;
    id: string;
    token_hash: string;
    name: string;
    organization_id: string;
    scopes: string[];
    created_at: Date;
    created_by: string | null;
    revoked_at: Date | null;
  };
  login_attempt: {
    territory_id: string;
    key_hash: string;
    failures: number;
    last_at: Date;
    blocked_until: Date | null;
  };
}
