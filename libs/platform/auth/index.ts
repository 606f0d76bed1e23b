export * from './auth.module.js';
export {
  AUTH_PATH,
  CLIENT_ADDRESS_HEADER,
  type AuthOptions,
  PASSWORD_LENGTH,
  SIGN_IN_LINK_SECONDS,
} from './auth-options.js';
export * from './auth.service.js';
export * from './one-time-token.js';
export * from './password.js';
export { seal, unseal } from './sealed-secret.js';
