import { BareFiles, FilesService, FileStorage, systemActor } from '@haishi/platform';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { pdfOf } from '../support/uploads.js';

const actor = systemActor('test');
const AUTHOR = 'Ouyang Xiaoming';

/** A PDF of some size that names its author. */
function planOf(): Buffer {
  const text = pdfOf(40_000).toString('latin1');
  const info = `\n9 0 obj\n<< /Author (${AUTHOR}) >>\nendobj\n%`;
  return Buffer.from(
    text.replace('x'.repeat(info.length), info).replace('/Root 1 0 R', '/Root 1 0 R /Info 9 0 R'),
    'latin1',
  );
}

eachEngine('copies that do not say who made a file', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());
  afterEach(() => vi.restoreAllMocks());

  const keep = (content: Buffer, type: 'application/pdf' | 'text/csv') =>
    app.get(FilesService).keep(actor, { purpose: 'export', name: '计划书', type, content });
  const open = async (id: string) => {
    const { size, content } = await app.get(BareFiles).openById(actor, id);
    const bytes = await buffer(content);
    expect(bytes).toHaveLength(size);
    return bytes;
  };

  it('are made once, one file after another, however many read at once', async () => {
    const files = await Promise.all([1, 2, 3].map(() => keep(planOf(), 'application/pdf')));
    const storage = app.get(FileStorage);
    const whole = storage.bytes.bind(storage);
    let [held, most] = [0, 0];
    const read = vi.spyOn(storage, 'bytes').mockImplementation(async (key) => {
      most = Math.max(most, (held += 1));
      const bytes = await whole(key);
      await new Promise((resolve) => setImmediate(resolve));
      held -= 1;
      return bytes;
    });
    const copies = await Promise.all([...files, ...files, ...files].map(({ id }) => open(id)));
    expect([read.mock.calls.length, most]).toEqual([3, 1]);
    for (const copy of copies) expect(copy.toString('latin1')).not.toContain(AUTHOR);
    expect(await open(files[0]!.id)).toHaveLength(files[0]!.size);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('are not made of what names nobody, which is sent as it lies there', async () => {
    const content = Buffer.from('项目,得分\n甲,1\n');
    const { id } = await keep(content, 'text/csv');
    const read = vi.spyOn(app.get(FileStorage), 'bytes');
    expect(await open(id)).toEqual(content);
    expect(read).not.toHaveBeenCalled();
  });

  it('go with their file, and come anew where making one failed', async () => {
    const { id, storageKey } = await keep(planOf(), 'application/pdf');
    const storage = app.get(FileStorage);
    vi.spyOn(storage, 'bytes').mockRejectedValueOnce(new Error('disk'));
    await expect(open(id)).rejects.toThrow('disk');
    await open(id);
    await storage.remove(storageKey!);
    const made = vi.fn<Parameters<FileStorage['bare']>[2]>();
    await expect(storage.bare(storageKey!, 'application/pdf', made)).rejects.toThrow();
    expect(made).not.toHaveBeenCalled();
  });
});
