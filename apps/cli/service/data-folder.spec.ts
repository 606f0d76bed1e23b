import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataFolder } from './data-folder.js';

describe('the data folder', () => {
  let parent: string;
  beforeEach(() => {
    parent = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-folder-'));
  });
  afterEach(() => {
    fs.rmSync(parent, { recursive: true, force: true });
  });

  it('is made with its parents', () => {
    const folder = new DataFolder(path.join(parent, 'a', 'b'));
    folder.prepare();
    expect(fs.statSync(folder.folder).isDirectory()).toBe(true);
  });

  it('that cannot be made is one clear line, also where mkdir never works', () => {
    expect(() => {
      new DataFolder('/proc/outturn').prepare();
    }).toThrow(
      'The data folder /proc/outturn cannot be written to. Choose another: OUTTURN_DATA=/path/to/folder',
    );
  });

  it('keeps one secret, for its owner only', () => {
    const folder = new DataFolder(parent);
    const secret = folder.ensureSecret();
    expect(secret.length).toBeGreaterThanOrEqual(40);
    expect(new DataFolder(parent).ensureSecret()).toBe(secret);
    expect(fs.statSync(path.join(parent, 'secret')).mode & 0o077).toBe(0);
  });

  it('knows a running server, and forgets one that crashed', () => {
    const folder = new DataFolder(parent);
    const runtime = {
      pid: process.pid,
      address: 'http://x',
      databaseUrl: 'postgresql://x',
      mode: 'real',
    } as const;
    expect(folder.findRuntime()).toBeNull();
    folder.writeRuntime(runtime);
    expect(folder.findRuntime()).toEqual(runtime);
    expect(fs.statSync(path.join(parent, 'runtime.json')).mode & 0o077).toBe(0);
    folder.writeRuntime({ ...runtime, pid: 2 ** 30 });
    expect(folder.findRuntime()).toBeNull();
  });

  it('remembers that the demo was left', () => {
    const folder = new DataFolder(parent);
    expect(folder.readChoices()).toEqual({ hasLeftDemo: false });
    folder.writeChoices({ hasLeftDemo: true });
    expect(new DataFolder(parent).readChoices()).toEqual({ hasLeftDemo: true });
  });
});
