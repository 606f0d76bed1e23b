import { Global, Module } from '@nestjs/common';
import { Clock } from './clock.service.js';

/** Needs the Database to be provided globally. */
@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}
