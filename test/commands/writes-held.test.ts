import { beforeEach, expect, test } from 'vitest';
import { initWords } from './sample-home.ts';
import { runHere } from '../support/in-process.ts';
import { makePrivateHome, type PrivateHome } from '../support/private-home.ts';

/** What is written stays what it says, one command after another. */
let home: PrivateHome;
let file: string;

async function luotsi(...words: string[]) {
  const { code, stdout, stderr } = await runHere(home, [...words, '--json', '--file', file]);
  const said: unknown = JSON.parse(stdout === '' ? stderr : stdout);
  return { code, said };
}

beforeEach(async () => {
  home = makePrivateHome();
  file = `${home.folder}/koe.luotsi`;
  const { code, stderr } = await runHere(home, initWords(file));
  if (code !== 0) throw new Error(stderr);
});

test.each(['+02:00', 'GMT+2', 'UTC-3', 'Mars/Base', 'Helsinki'])('no time zone %s', async (zone) => {
  const { code, said } = await luotsi('project', 'set', 'HANKE-1', '--timeZone', zone);
  expect(code).toBe(1);
  expect(said).toMatchObject({
    error: { code: 'wrong-zone', hint: expect.stringContaining('Europe/Helsinki') as string },
  });
  expect((await luotsi('project', 'show', 'HANKE-1')).said).toMatchObject({ timeZone: 'Europe/Helsinki' });
});

test('a time zone is kept as the world writes it, however it was typed', async () => {
  for (const zone of ['europe/helsinki', 'EUROPE/STOCKHOLM', 'utc'])
    await luotsi('project', 'set', 'HANKE-1', '--timeZone', zone);
  expect((await luotsi('project', 'show', 'HANKE-1')).said).toMatchObject({ timeZone: 'UTC' });
  await luotsi('project', 'set', 'HANKE-1', '--timeZone', 'europe/helsinki');
  expect((await luotsi('project', 'show', 'HANKE-1')).said).toMatchObject({ timeZone: 'Europe/Helsinki' });
});

test('a list that names what is in the trash takes more and gives up others, but nothing else of the trash', async () => {
  for (const title of ['A', 'B', 'C', 'D']) await luotsi('action', 'add', '--title', title);
  await luotsi('link', 'T-1', 'T-2');
  for (const code of ['T-2', 'T-4']) await luotsi('action', 'remove', code, '--force');
  expect(await luotsi('link', 'T-1', 'T-3')).toMatchObject({ code: 0 });
  expect(await luotsi('link', 'T-1', 'T-4')).toMatchObject({
    code: 1,
    said: { error: { code: 'record-removed' } },
  });
  await luotsi('action', 'restore', 'T-2');
  const { said } = await luotsi('action', 'show', 'T-1');
  expect(JSON.stringify(said)).toMatch(/T-2.*T-3/u);
});

test('what stands in the way of an undo is said as it is when it is an anonymising', async () => {
  await luotsi('person', 'add', '--name', 'Anna Aalto');
  const { said } = await luotsi('history');
  await luotsi('person', 'set', 'H-1', '--phone', '040 123 4567');
  await luotsi('person', 'anonymise', 'H-1', '--force', '--yes');
  const { step } = (said as { step: number }[])[0] ?? { step: 0 };
  const refused = await luotsi('undo', String(step));
  expect(refused).toMatchObject({ code: 1, said: { error: { code: 'undo-anonymised' } } });
  expect(JSON.stringify(refused.said)).not.toMatch(/ensin vaihe/u);
});
