export * from './accounts.module.js';
export * from './accounts.service.js';
export { DemoHost } from './demo-host.js';
export * from './demo.service.js';
export { GroupsService } from './groups.service.js';
export * from './invitations.service.js';
