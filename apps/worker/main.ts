import 'reflect-metadata';
import { ConfigError, processEnvironment, readConfig } from '#platform/config';
import { QueueRefusedError } from '#platform/jobs';
import { PinoLogger } from '#platform/logging';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

const CLOSE_PATIENCE_MS = 30_000;

try {
  const config = readConfig(processEnvironment());
  const app = await NestFactory.createApplicationContext(WorkerModule.of(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(PinoLogger));
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    // Running jobs are waited for; one that takes too long is done again by the next worker.
    setTimeout(() => process.exit(1), CLOSE_PATIENCE_MS).unref();
    void app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('message', stop);
  process.on('disconnect', stop);
  process.send?.({ type: 'ready' });
} catch (error) {
  const isForPeople = error instanceof ConfigError || error instanceof QueueRefusedError;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${isForPeople ? error.message : stack}\n`);
  process.exit(1);
}
