import { Injectable } from '@nestjs/common';
import type { claimantsEndpoints, EndpointBody, EndpointResponse } from '#contracts/http';
import { type Actor, DomainError, findMergeFault, type MergeFault, nameKey } from '#core/domain';
import { findAlikeNames } from '#core/text';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  type ClaimantListRequest,
  claimantEntryRepo,
  claimantRepo,
  Database,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';

type Endpoints = typeof claimantsEndpoints;
type Entry = EndpointResponse<Endpoints['getClaimantEntry']>;

/** More names than this are not compared with each other. */
const MOST_COMPARED = 50_000;

const MERGE_FAULTS: Record<MergeFault, string> = {
  SAME: 'A claimant cannot be merged into itself.',
  MERGED_ALREADY: 'This claimant was merged already. End that merge first.',
  WOULD_CIRCLE:
    'The other one was merged into this claimant. Merge the other way round, or end that merge first.',
};

/** Who asserts: names, spellings, and who is one with whom. Ids are never overwritten; every merge can be undone. */
@Injectable()
export class ClaimantsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async list(request: ClaimantListRequest): Promise<EndpointResponse<Endpoints['listClaimants']>> {
    const tx = this.database.direct;
    const page = await claimantEntryRepo.list(request, tx);
    const roots = await claimantRepo.listMerges(tx);
    const names = await namesOf(
      page.items.flatMap(({ id }) => roots.get(id) ?? []),
      tx,
    );
    const items = page.items.map(({ createdAt: _createdAt, ...row }) => ({
      ...row,
      aliases: [...row.aliases],
      mergedInto: rootOf(row.id, roots, names),
    }));
    return { items, nextCursor: page.nextCursor };
  }

  async listAlike(): Promise<EndpointResponse<Endpoints['listAlikeClaimants']>> {
    const names = await claimantEntryRepo.listNames(MOST_COMPARED, this.database.direct);
    return {
      groups: findAlikeNames(names).map(({ likeness, names: claimants }) => ({
        likeness,
        claimants: [...claimants],
      })),
    };
  }

  /** Throws DomainError CLAIMANT.NOT_FOUND. */
  async get(id: string): Promise<Entry> {
    return readEntry(id, this.database.direct);
  }

  /**
   * The name as it was stays as a spelling, so that texts are still understood. Another kind changes who is ranked, so the
   * boards are made anew. Throws DomainError CLAIMANT.NOT_FOUND, CLAIMANT.ALIAS_TAKEN, VERSION.CHANGED.
   */
  async update(actor: Actor, id: string, form: EndpointBody<Endpoints['updateClaimant']>): Promise<Entry> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const before = await getClaimant(id, tx);
      const { version, description, ...fields } = form;
      await ensureSpelling(before, form.name, at, tx);
      const known = { ...fields, description: description === '' ? null : description };
      if (!(await claimantEntryRepo.update(id, version, known, at, tx)))
        throw new DomainError(
          'VERSION.CHANGED',
          'Somebody changed this claimant at the same moment. Look at it again and decide.',
        );
      if (form.kind !== before.kind)
        await this.outbox.enqueue(
          'rescoreClaimants',
          { claimantIds: [id], change: `${id} v${String(version)}` },
          tx,
        );
      // Names and addresses are personal data and stay out of the chain.
      await this.audit(actor, 'claimant.updated', id, { kind: form.kind }, at, tx);
      return readEntry(id, tx);
    });
  }

  /** Throws DomainError CLAIMANT.NOT_FOUND, CLAIMANT.ALIAS_TAKEN. */
  async addAlias(actor: Actor, id: string, alias: string): Promise<Entry> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const claimant = await getClaimant(id, tx);
      await ensureSpelling(claimant, alias, at, tx);
      await this.audit(actor, 'claimant.alias_added', id, {}, at, tx);
      return readEntry(id, tx);
    });
  }

  /** The name itself stays known. Throws DomainError CLAIMANT.NOT_FOUND, CLAIMANT.ALIAS_NEEDED. */
  async removeAlias(actor: Actor, id: string, aliasId: string): Promise<Entry> {
    return this.database.withTransaction(async (tx) => {
      const claimant = await getClaimant(id, tx);
      const alias = claimant.aliases.find((one) => one.id === aliasId);
      if (alias?.aliasKey === nameKey(claimant.name))
        throw new DomainError(
          'CLAIMANT.ALIAS_NEEDED',
          'This is the name itself. Give the claimant another name first.',
        );
      await claimantEntryRepo.removeAlias(id, aliasId, tx);
      await this.audit(actor, 'claimant.alias_removed', id, {}, this.clock.now(), tx);
      return readEntry(id, tx);
    });
  }

  /** Throws DomainError CLAIMANT.NOT_FOUND, CLAIMANT.NOT_MERGEABLE. */
  async merge(actor: Actor, id: string, intoId: string, reason: string): Promise<Entry> {
    return this.database.withTransaction(async (tx) => {
      await claimantEntryRepo.lockLinks(tx);
      await getClaimant(id, tx);
      await getClaimant(intoId, tx);
      const roots = await claimantRepo.listMerges(tx);
      const fault = findMergeFault(id, intoId, roots);
      if (fault !== null)
        throw new DomainError('CLAIMANT.NOT_MERGEABLE', MERGE_FAULTS[fault], [
          { path: 'intoId', message: MERGE_FAULTS[fault] },
        ]);
      return this.link(
        actor,
        { fromId: id, toId: intoId, action: 'merge', reason },
        roots.get(intoId) ?? intoId,
        tx,
      );
    });
  }

  /** Throws DomainError CLAIMANT.NOT_FOUND, CLAIMANT.NOT_MERGED. */
  async unmerge(actor: Actor, id: string, reason: string): Promise<Entry> {
    return this.database.withTransaction(async (tx) => {
      await claimantEntryRepo.lockLinks(tx);
      await getClaimant(id, tx);
      const toId = await claimantEntryRepo.findMerge(id, tx);
      if (toId === null)
        throw new DomainError(
          'CLAIMANT.NOT_MERGED',
          'This claimant stands for itself; there is no merge to end.',
        );
      const roots = await claimantRepo.listMerges(tx);
      return this.link(actor, { fromId: id, toId, action: 'unmerge', reason }, roots.get(id) ?? toId, tx);
    });
  }

  /** The word itself, and the promise that the scores of both follow. */
  private async link(
    actor: Actor,
    link: { fromId: string; toId: string; action: 'merge' | 'unmerge'; reason: string },
    rootId: string,
    tx: Tx,
  ): Promise<Entry> {
    const at = this.clock.now();
    const change = await claimantEntryRepo.appendLink({ ...link, linkedById: actor.userId }, at, tx);
    await this.outbox.enqueue('rescoreClaimants', { claimantIds: [link.fromId, rootId], change }, tx);
    await this.audit(actor, `claimant.${link.action}d`, link.fromId, { intoId: link.toId }, at, tx);
    return readEntry(link.fromId, tx);
  }

  private async audit(
    actor: Actor,
    action: string,
    id: string,
    payload: Record<string, string>,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    await auditRepo.appendAudit(tx, {
      at,
      actor: actor.userId,
      action,
      subjectType: 'claimant',
      subjectId: id,
      payload,
    });
  }
}

type StoredEntry = NonNullable<Awaited<ReturnType<typeof claimantEntryRepo.find>>>;

async function getClaimant(id: string, tx: Tx): Promise<StoredEntry> {
  const claimant = await claimantEntryRepo.find(id, tx);
  if (claimant === null) throw new DomainError('CLAIMANT.NOT_FOUND', `There is no claimant ${id}.`);
  return claimant;
}

/** Makes sure texts that spell the name so mean this claimant. Throws DomainError CLAIMANT.ALIAS_TAKEN. */
async function ensureSpelling(claimant: StoredEntry, alias: string, at: Date, tx: Tx): Promise<void> {
  const key = nameKey(alias);
  if (key === '')
    throw new DomainError('INPUT.INVALID', 'A name needs a letter or a digit.', [
      { path: 'name', message: 'must have a letter or a digit' },
    ]);
  if (claimant.aliases.some((one) => one.aliasKey === key)) return;
  const holder = await claimantEntryRepo.findByAlias(alias, tx);
  if (holder !== null && holder.id !== claimant.id)
    throw new DomainError(
      'CLAIMANT.ALIAS_TAKEN',
      `“${holder.name}” is known by this spelling. If the two are one, merge them.`,
    );
  await claimantEntryRepo.addAlias(claimant.id, alias, at, tx);
}

async function readEntry(id: string, tx: Tx): Promise<Entry> {
  const claimant = await getClaimant(id, tx);
  const links = await claimantEntryRepo.listLinks(id, tx);
  const roots = await claimantRepo.listMerges(tx);
  const parts = [...roots].filter(([, root]) => root === id).map(([part]) => part);
  const names = await namesOf([...parts, roots.get(id) ?? id], tx);
  return {
    id,
    name: claimant.name,
    kind: claimant.kind,
    version: claimant.version,
    description: claimant.description ?? '',
    wikidataId: claimant.wikidataId,
    homepage: claimant.homepage,
    claims: claimant._count.claims,
    isChecked: claimant.checkedAt !== null,
    aliases: claimant.aliases.map(({ id: aliasId, alias }) => ({ id: aliasId, alias })),
    mergedInto: rootOf(id, roots, names),
    parts: parts.map((part) => ({ id: part, name: names.get(part) ?? '' })),
    history: links.map(({ linkedAt, action, from, to, linkedBy, reason }) => ({
      at: linkedAt.toISOString(),
      action,
      from,
      to,
      by: linkedBy?.name ?? null,
      reason,
    })),
  };
}

async function namesOf(ids: readonly string[], tx: Tx): Promise<Map<string, string>> {
  return new Map((await claimantRepo.listByIds(ids, tx)).map(({ id, name }) => [id, name]));
}

function rootOf(
  id: string,
  roots: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): { id: string; name: string } | null {
  const root = roots.get(id);
  return root === undefined ? null : { id: root, name: names.get(root) ?? '' };
}
