import { YARDSTICKS } from '#core/domain';
import { buildProgram } from './program.js';

/** Calls the command line as the shell would; returns what it printed and the code it wanted to end with. */
async function run(...words: string[]): Promise<{ out: string; err: string; code: number | null }> {
  const written = { out: '', err: '' };
  let code: number | null = null;
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((written.out += String(text)))),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((written.err += String(text)))),
    jest.spyOn(process, 'exit').mockImplementation((wanted) => {
      code = Number(wanted);
      throw new Error('ended');
    }),
  ];
  try {
    await buildProgram().parseAsync(['node', 'outturn', ...words]);
  } catch (error) {
    if (code === null) throw error;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { ...written, code };
}

describe('outturn likelihood', () => {
  it('prints the band as one line of JSON, by the yardstick asked for', async () => {
    const { out } = await run('likelihood', 'very unlikely');
    expect(out).toBe('{"low":0.05,"point":0.125,"high":0.2,"basis":"words"}\n');
    const other = await run('likelihood', 'very unlikely', '--yardstick', 'efsa');
    expect(other.out).toBe('{"low":0.05,"point":0.075,"high":0.1,"basis":"words"}\n');
  });

  it('prints null where nothing is said', async () => {
    expect((await run('likelihood', 'we have high confidence')).out).toBe('null\n');
  });

  it('a yardstick that does not exist is a wrong call, and the message lists the names', async () => {
    for (const call of [
      ['likelihood', 'likely'],
      ['extract', 'a.txt'],
    ]) {
      const { out, err, code } = await run(...call, '--yardstick', 'hunch');
      expect([out, code]).toEqual(['', 2]);
      expect(err).toContain("'hunch'");
      for (const name of YARDSTICKS) expect(err).toContain(name);
    }
  });
});
