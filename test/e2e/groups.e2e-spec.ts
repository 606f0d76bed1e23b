import { auditRepo } from '#platform/db';
import { TestApp, type TestPerson } from '../support/app.js';

interface Listed {
  groups: { id: string; name: string; version: number; members: { id: string; name: string }[] }[];
  people: { id: string; reviews: boolean }[];
}

describe('groups', () => {
  let app: TestApp;
  let lead: TestPerson;
  let rita: TestPerson;
  let otto: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    lead = await app.addPerson(['lead']);
    rita = await app.addPerson(['reviewer'], { name: 'Rita' });
    otto = await app.addPerson(['reviewer'], { name: 'Otto' });
  });
  afterAll(() => app.stop());

  const list = async () => (await app.api('GET', '/groups', { as: lead })).json<Listed>();
  const add = (name: string, memberIds: string[]) =>
    app.api('POST', '/groups', { as: lead, body: { name, memberIds } });
  const groupCalled = async (name: string) => {
    const group = (await list()).groups.find((one) => one.name === name);
    if (group === undefined) throw new Error(`no group ${name}`);
    return group;
  };

  it('are made, renamed and given other members, by leads and administrators alone', async () => {
    expect((await add('Energy desk', [rita.id, rita.id])).statusCode).toBe(201);
    const { id, version, members } = await groupCalled('Energy desk');
    expect(members).toEqual([{ id: rita.id, name: 'Rita' }]);
    const changed = await app.api('PUT', `/groups/${id}`, {
      as: lead,
      body: { name: 'Power desk', memberIds: [otto.id], version },
    });
    expect(changed.statusCode).toBe(200);
    expect((await groupCalled('Power desk')).members).toEqual([{ id: otto.id, name: 'Otto' }]);
    const stale = await app.api('PUT', `/groups/${id}`, {
      as: lead,
      body: { name: 'Other desk', memberIds: [], version },
    });
    expect(stale.json()).toMatchObject({ code: 'VERSION.CHANGED' });
    expect((await app.api('GET', '/groups', { as: rita })).statusCode).toBe(403);
    expect((await app.api('DELETE', `/groups/${id}`, { as: rita })).statusCode).toBe(403);
  });

  it('have names of their own, whatever the capitals, and members with an account', async () => {
    await add('Ports', []);
    expect((await add('PORTS', [])).json()).toMatchObject({ code: 'GROUP.NAME_TAKEN' });
    expect((await add(' ', [])).json()).toMatchObject({ code: 'INPUT.INVALID' });
    const stranger = '00000000-0000-7000-8000-000000000001';
    expect((await add('Strangers', [stranger])).json()).toMatchObject({ code: 'ACCOUNT.NOT_FOUND' });
    expect((await list()).groups.map(({ name }) => name)).not.toContain('Strangers');
  });

  it('are removed with what they were asked for, and their name is free again', async () => {
    await add('Rail', [rita.id]);
    const { id } = await groupCalled('Rail');
    const gone = await app.api('DELETE', `/groups/${id}`, { as: lead });
    expect(gone.statusCode).toBe(200);
    expect((await app.api('DELETE', `/groups/${id}`, { as: lead })).json()).toMatchObject({
      code: 'GROUP.NOT_FOUND',
    });
    const asked = await app.api('POST', '/inbox/assignments', {
      as: lead,
      body: { propositionIds: [id], groupId: id, note: '' },
    });
    expect(asked.json()).toMatchObject({ code: 'GROUP.NOT_FOUND' });
    const choices = await app.api('GET', '/inbox/choices', { as: rita });
    expect(choices.body).not.toContain(id);
    expect((await add('Rail', [])).statusCode).toBe(201);
    const entries = await app.database.direct.auditEntry.findMany({ where: { subjectId: id } });
    expect(entries.map(({ action }) => action)).toEqual(['group.added', 'group.removed']);
    expect(JSON.stringify(entries.map(({ payload }) => payload))).not.toContain('Rail');
    expect((await auditRepo.verifyAuditChain(app.database.direct)).fault).toBeNull();
  });
});
