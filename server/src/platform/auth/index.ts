export { createApiToken } from './api-tokens.ts';
export { type Authenticator, createAuthenticator, type Session } from './authenticate.ts';
export { createAccount } from './create-account.ts';
export { deleteOldFailures } from './login-attempt-store.ts';
export { hashPassword } from './password.ts';
export { accountData, sessionData } from './personal-data.ts';
export { authProblems } from './problems.ts';
export { newSecret, sameSecret } from './secret.ts';
export { deleteExpiredSessions } from './session-store.ts';
