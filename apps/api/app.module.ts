import { AccountsModule } from '#features/accounts';
import { ClaimantsModule } from '#features/claimants';
import { EventsModule } from '#features/events';
import { IntakeModule } from '#features/intake';
import { NoticesModule } from '#features/notices';
import { PublishingModule } from '#features/publishing';
import { ReviewModule } from '#features/review';
import { SelectionModule } from '#features/selection';
import { TriageModule } from '#features/triage';
import { VerdictsModule } from '#features/verdicts';
import { LoggingModule } from '#platform/logging';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import type { AppOptions } from './app-options.js';
import { BatchesController } from './controllers/batches.controller.js';
import { ClaimantsController } from './controllers/claimants.controller.js';
import { CodingController } from './controllers/coding.controller.js';
import { AccountsController } from './controllers/accounts.controller.js';
import { AuthController } from './controllers/auth.controller.js';
import { DisputesController } from './controllers/disputes.controller.js';
import { EventsController } from './controllers/events.controller.js';
import { FeedsController } from './controllers/feeds.controller.js';
import { HooksController } from './controllers/hooks.controller.js';
import { IntakeController } from './controllers/intake.controller.js';
import { SelectionController } from './controllers/selection.controller.js';
import { TriageController } from './controllers/triage.controller.js';
import { NoticesController } from './controllers/notices.controller.js';
import { PublishingController } from './controllers/publishing.controller.js';
import { InboxController } from './controllers/inbox.controller.js';
import { ReviewController } from './controllers/review.controller.js';
import { GroupsController } from './controllers/groups.controller.js';
import { ReviewersController } from './controllers/reviewers.controller.js';
import { SourceTextsController } from './controllers/source-texts.controller.js';
import { Drain } from './health/drain.js';
import { HealthController } from './health/health.controller.js';
import { SchemaState } from './health/schema-state.js';
import { OpenApiController, VERSION } from './openapi.controller.js';
import { AnswerController } from './pages/answer.controller.js';
import { PageInstallation } from './pages/page-installation.js';
import { PagesController } from './pages/pages.controller.js';
import { UnsubscribeController } from './pages/unsubscribe.controller.js';
import { WebFilesController } from './pages/web-files.controller.js';
import { WebFiles } from './pages/web-files.js';
import { PlatformModule } from './platform.module.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteTable } from './routing/route-table.js';
import { AccessGuard } from './security/access.guard.js';
import { ActorFinder } from './security/actor-finder.js';
import { OriginGuard } from './security/origin.guard.js';
import { buildThrottling, DEFAULT_LIMITS } from './security/throttling.js';

const FEATURES = [
  AccountsModule,
  ClaimantsModule,
  EventsModule,
  IntakeModule,
  NoticesModule,
  PublishingModule,
  ReviewModule,
  TriageModule,
  SelectionModule,
  VerdictsModule,
];

const CONTROLLERS = [
  AccountsController,
  AnswerController,
  AuthController,
  DisputesController,
  EventsController,
  FeedsController,
  HealthController,
  HooksController,
  IntakeController,
  TriageController,
  CodingController,
  SelectionController,
  BatchesController,
  SourceTextsController,
  NoticesController,
  OpenApiController,
  PagesController,
  PublishingController,
  InboxController,
  ReviewController,
  GroupsController,
  ReviewersController,
  ClaimantsController,
  UnsubscribeController,
  WebFilesController,
];

/** The HTTP process. */
@Module({})
export class AppModule {
  static of(options: AppOptions, routes: RouteTable): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.of(options.config, options.demoHost),
        LoggingModule.of(options.config),
        ThrottlerModule.forRoot(buildThrottling(options.limits ?? DEFAULT_LIMITS)),
        TerminusModule.forRoot({ logger: false }),
        ...FEATURES,
        ...(options.modules ?? []),
      ],
      controllers: CONTROLLERS,
      providers: [
        // In this order for every request: how many, from where, who.
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_GUARD, useClass: OriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: RouteTable, useValue: routes },
        { provide: WebFiles, useFactory: () => new WebFiles(options.folders) },
        { provide: VERSION, useValue: options.version },
        ActorFinder,
        Drain,
        PageInstallation,
        SchemaState,
      ],
    };
  }
}
