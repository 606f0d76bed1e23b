import type { DemoHost } from '#features/accounts';
import type { Config } from '#platform/config';
import type { DynamicModule } from '@nestjs/common';
import type { WebFolders } from './pages/web-files.js';
import type { RequestLimits } from './security/throttling.js';

/** Everything the HTTP process is made from; nothing else is read from the outside. */
export interface AppOptions {
  readonly config: Config;
  readonly folders: WebFolders;
  /** As package.json has it. */
  readonly version: string;
  readonly demoHost: DemoHost;
  readonly limits?: RequestLimits;
  /** More modules in the same process: tests carry jobs out inline. */
  readonly modules?: readonly DynamicModule[];
}
