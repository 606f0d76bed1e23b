import { ENDPOINTS } from '#contracts/http';
import { OPEN_ROUTES } from '../../apps/api/routing/open-routes.js';

/** Endpoints and pages, all that can be read: from the contract's own table, so that a new one is crawled by itself. */
export const READABLE = [
  ...Object.values(ENDPOINTS).flatMap(({ method, path }) => (method === 'GET' ? [`/api/v1${path}`] : [])),
  ...Object.values(OPEN_ROUTES).flatMap(({ method, url }) => (method === 'GET' ? [url] : [])),
].filter((url) => !url.startsWith('/api/auth') && !url.startsWith('/app') && !url.startsWith('/health'));
