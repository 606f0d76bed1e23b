import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { finds, ModelServer } from '../../../test/support/model-server.js';
import { QUAYS, STRIKE } from '../../../test/support/quays.js';
import { extractCommand } from './extract.command.js';

const SETTINGS = ['LLM_URL', 'LLM_MODEL', 'LLM_API_KEY'] as const;

/** What `outturn extract` prints, with these settings in the environment. */
async function printed(
  file: string,
  env: Partial<Record<(typeof SETTINGS)[number], string>>,
): Promise<string> {
  const before = SETTINGS.map((name) => [name, process.env[name]] as const);
  const out: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out.push(String(chunk));
    return true;
  });
  try {
    Object.assign(process.env, env);
    await extractCommand([file], { format: 'jsonl', all: true, yardstick: 'icd203' });
  } finally {
    stdout.mockRestore();
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
  return out.join('');
}

it('prints the same, byte for byte, whether or not a language model is set up, and asks none', async () => {
  const server = await ModelServer.start(finds(STRIKE));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-extract-'));
  try {
    const file = path.join(folder, 'quays.txt');
    fs.writeFileSync(file, QUAYS);
    const alone = await printed(file, {});
    expect(alone.split('\n').filter((line) => line !== '').length).toBeGreaterThan(2);
    expect(await printed(file, { LLM_URL: server.url, LLM_MODEL: 'test-model', LLM_API_KEY: 'sk-1' })).toBe(
      alone,
    );
    expect(server.asked).toEqual([]);
  } finally {
    fs.rmSync(folder, { recursive: true });
    await server.stop();
  }
});
