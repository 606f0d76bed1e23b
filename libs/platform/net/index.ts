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
