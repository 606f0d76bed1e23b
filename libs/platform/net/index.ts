export { FetchFailure } from './fetch-failure.js';
export { NetModule } from './net.module.js';
export {
  type FetchedPage,
  type FetchRequest,
  type HostAddress,
  type Resolver,
  SafeFetch,
  type SafeFetchOptions,
} from './safe-fetch.js';
export { readWebPage, WEB_PAGE_TYPES, type WebPage } from './web-page.js';
