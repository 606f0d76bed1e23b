import { DomainError, type ErrorCode } from '#core/domain';
import { AnswersService } from '#features/verdicts';
import { AnswerPage, type AnswerNote, LinkGonePage } from '#ui/pages';
import { Body, Controller, HttpCode, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createElement, type ReactElement } from 'react';
import { z } from 'zod';
import { PROBLEM_STATUS } from '../problem-status.js';
import { Open } from '../routing/endpoint.decorator.js';
import { OPEN_ROUTES } from '../routing/open-routes.js';
import { Guessable } from '../security/throttling.js';
import { PageInstallation } from './page-installation.js';
import { renderPage } from './render-page.js';

const GONE: readonly ErrorCode[] = ['LINK.INVALID', 'LINK.EXPIRED'];

/** What the two forms send. Browsers write line ends of a text area as CR LF; they are counted as one. */
const Said = z.object({
  act: z.enum(['answer', 'appeal']),
  text: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1).max(2000)),
});

/** Where a claimant reads what is recorded of them, answers and appeals; for whoever holds the signed link. */
@Controller()
export class AnswerController {
  constructor(
    private readonly answers: AnswersService,
    private readonly installation: PageInstallation,
  ) {}

  @Open(OPEN_ROUTES.answerPage)
  async read(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.show(token, null, reply);
  }

  @Guessable()
  @HttpCode(200)
  @Open(OPEN_ROUTES.answerForm)
  async say(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const said = Said.safeParse(body ?? {});
    if (!said.success)
      return this.show(
        token,
        { kind: 'problem', reason: 'Write something, in at most 2,000 characters.' },
        reply,
        400,
      );
    const { act, text } = said.data;
    try {
      await (act === 'answer' ? this.answers.answer(token, text) : this.answers.appeal(token, text));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const note = { kind: 'problem', reason: error.message } as const;
      return this.show(token, note, reply, PROBLEM_STATUS[error.code]);
    }
    return this.show(token, { kind: act }, reply);
  }

  private async show(
    token: string,
    note: AnswerNote | null,
    reply: FastifyReply,
    status = 200,
  ): Promise<string> {
    const installation = await this.installation.readOrGuess();
    try {
      const data = await this.answers.readDesk(token);
      return send(reply, status, createElement(AnswerPage, { data, note, installation }));
    } catch (error) {
      if (!(error instanceof DomainError) || !GONE.includes(error.code)) throw error;
      return send(reply, PROBLEM_STATUS[error.code], createElement(LinkGonePage, { installation }));
    }
  }
}

function send(reply: FastifyReply, status: number, page: ReactElement): string {
  void reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
  return renderPage(page);
}
